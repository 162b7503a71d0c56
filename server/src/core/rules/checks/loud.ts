import { remembered } from '../../remembered.js';
import type { Reading, Sentence } from '../../reading/reading.js';
import { passagesWith } from './passages.js';
import { sign } from './signs.js';
import { DASH, SQUOTE } from '../../text/chars.js';

/** A capital after a letter or digit, or before a digit, `&`, hyphen or apostrophe: part of no ordinary word. */
const LOUD = sign({ words: /[\p{L}\d&]\p{Lu}|\p{Lu}[\d&'’-]/u });

const enum Char { other, small, capital, joint }

const CHARS = Uint8Array.from({ length: 128 }, (_, code) => {
  const char = String.fromCharCode(code);
  if (/[a-z]/.test(char)) return Char.small;
  if (/[A-Z]/.test(char)) return Char.capital;
  return /[0-9&]/.test(char) ? Char.joint : Char.other;
});

/** The first offset, from one on and before another, at which two characters that are loud together end; -1 where there are none. */
export function nextLoud(text: string, from: number, to: number): number {
  let before = Char.other;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    const char: Char = code < 128 ? (CHARS[code] ?? Char.other) : wide(code);
    if (char === Char.capital ? before !== Char.other : before === Char.capital && (char === Char.joint || isMark(code))) return i;
    before = char;
  }
  return -1;
}

/** Letters beyond ASCII may be capitals, what stands among the general punctuation is none. */
function wide(code: number): Char {
  return code < 0xc0 || (code >= 0x2010 && code < 0x2070) ? Char.other : Char.capital;
}

/** A hyphen or an apostrophe. */
function isMark(code: number): boolean {
  return code === SQUOTE || code === DASH || code === 0x2019;
}

/** The sentences in which capitals stand as in no ordinary word, in order; worked out once for all who ask. */
export const loudSentences = remembered((reading: Reading): readonly Sentence[] => {
  const { prose: { text }, sentences } = reading;
  const found: Sentence[] = [];
  let next = 0;
  for (const block of passagesWith(reading.prose, LOUD)) {
    for (; next < sentences.length; next++) {
      const sentence = sentences[next];
      if (!sentence || sentence.start >= block.end) break;
      if (sentence.start >= block.start && nextLoud(text, sentence.start, sentence.end) >= 0) found.push(sentence);
    }
  }
  return found;
});

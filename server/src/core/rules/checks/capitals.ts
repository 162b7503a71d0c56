import type { Range } from '../../types.js';
import { firstAfter } from '../../ranges.js';
import type { Reading, Sentence } from '../reading.js';
import { loudSentences, nextLoud } from './loud.js';

/** An abbreviation as it stands in a sentence: `VMs` is an occurrence of `VM`. */
export interface Occurrence extends Range {
  readonly base: string;
  readonly sentence: Sentence;
}

/** What people write without spaces: a word, a path, a code. */
const CHUNK = /[\p{L}\p{N}][\p{L}\p{N}'’&._/-]*/gu;
const SHAPE = /^[A-Z][A-Z&]{1,5}$/;
/** What has the shape has these. */
const CAPITALS = /[A-Z][A-Z&]/;
const MOST_PARTS = 4;

/** Abbreviations that are not two to six capitals, such as QoS and 2FA. */
export interface Special {
  readonly words: ReadonlySet<string>;
  /** All of them have the capitals that tell where to look. */
  readonly areLoud: boolean;
  /** Two capitals side by side, or one of them that has none. */
  readonly sign: RegExp;
}

/** What has to be known of abbreviations of other shapes. */
export function specialOf(words: readonly string[]): Special {
  const others = words.filter((word) => !CAPITALS.test(word)).map((word) => word.replace(/[^\p{L}\p{N}]/gu, '\\$&'));
  return { words: new Set(words), areLoud: words.every((word) => nextLoud(word, 0, word.length) >= 0), sign: new RegExp([CAPITALS.source, ...others].join('|')) };
}

/** Everything in a text that is written like an abbreviation, in order. File names and codes with digits are none. */
export function abbreviations(reading: Reading, special: Special): readonly Occurrence[] {
  const sentences = special.areLoud ? loudSentences(reading) : reading.sentences;
  return sentences.flatMap((sentence) => (sentence.block.kind === 'greeting' || sentence.block.kind === 'signoff' ? [] : inSentence(sentence, special)));
}

function inSentence(sentence: Sentence, special: Special): readonly Occurrence[] {
  const found: Occurrence[] = [];
  const { spans } = sentence.block;
  for (let i = firstAfter(spans, sentence.start); i < spans.length; i++) {
    const span = spans[i];
    if (!span || span.start >= sentence.end) break;
    if (span.kind !== 'text') continue;
    const piece = { start: Math.max(span.start, sentence.start), end: Math.min(span.end, sentence.end) };
    for (const { start, end } of special.areLoud ? loudRuns(sentence.reading.prose.text, piece) : [piece]) addFrom(start, end, sentence, special, found);
  }
  return found;
}

/** The stretches between spaces that have a loud sign. Only their characters cost a regular expression. */
function loudRuns(text: string, { start, end }: Range): readonly Range[] {
  const found: Range[] = [];
  for (let at = nextLoud(text, start, end); at >= 0; ) {
    let from = at;
    let to = at;
    while (from > start && !isSpace(text.charCodeAt(from - 1))) from--;
    while (to < end && !isSpace(text.charCodeAt(to))) to++;
    found.push({ start: from, end: to });
    at = nextLoud(text, to, end);
  }
  return found;
}

function isSpace(code: number): boolean {
  return code <= 32;
}

function addFrom(start: number, end: number, sentence: Sentence, { words, sign }: Special, found: Occurrence[]): void {
  const { text } = sentence.reading.prose;
  const written = text.slice(start, end);
  if (!sign.test(written)) return;
  for (const { 0: chunk, index } of written.matchAll(CHUNK)) found.push(...partsOf(chunk, start + index, text, sentence, words));
}

/** `TCP/IP` and `MFA-enabled` have parts; `README.MD`, `MY_KEY` and `BX-470` are names. */
function partsOf(written: string, at: number, text: string, sentence: Sentence, special: ReadonlySet<string>): readonly Occurrence[] {
  const chunk = written.replace(/[-'’&._/]+$/, '');
  const parts = chunk.split(/[-/]/);
  if (/[._]/.test(chunk) || parts.length > MOST_PARTS || /[.\\_@#$=%]/.test(text.charAt(at - 1))) return [];
  if (parts.length > 1 && parts.some((part) => !special.has(part) && /^[A-Z]*[0-9]+[A-Z]*$/.test(part))) return [];
  let start = at;
  return parts.flatMap((part) => {
    const word = part.replace(/['’]s?$/, '');
    const base = baseOf(word, special);
    const range = { start, end: start + word.length };
    start += part.length + 1;
    return base === undefined ? [] : [{ ...range, base, sentence }];
  });
}

/** The singular of what is shaped like an abbreviation. */
function baseOf(word: string, special: ReadonlySet<string>): string | undefined {
  if (word.length < 2 || word.length > 8) return undefined;
  const singular = /[A-Z0-9]s$/.test(word) ? word.slice(0, -1) : word;
  return SHAPE.test(singular) || special.has(singular) ? singular : undefined;
}

/** Most of a sentence of three words or more is in capitals, or all of a heading or label: emphasis. */
export function isShouted({ block, reading: { prose }, start, end }: Sentence): boolean {
  const words = prose.text.slice(start, end).match(/\p{L}{2,}/gu) ?? [];
  const upper = words.filter((word) => word === word.toUpperCase()).length;
  if (block.kind === 'heading') return upper === words.length;
  return words.length >= 3 && upper * 2 > words.length;
}

import type { Range } from '../../types.js';
import type { Reading, Sentence } from '../reading.js';
import { isLoud, passages, Sign } from './passages.js';

/** An abbreviation as it stands in a sentence: `VMs` is an occurrence of `VM`. */
export interface Occurrence extends Range {
  readonly base: string;
  readonly sentence: Sentence;
}

/** What people write without spaces: a word, a path, a code. */
const CHUNK = /[\p{L}\p{N}][\p{L}\p{N}'’&._/-]*/gu;
const SHAPE = /^[A-Z][A-Z&]{1,5}$/;
const MOST_PARTS = 4;

/** Abbreviations that are not two to six capitals, such as QoS and 2FA. */
export interface Special {
  readonly words: ReadonlySet<string>;
  /** All of them have the capitals that tell where to look. */
  readonly areLoud: boolean;
}

/** What has to be known of abbreviations of other shapes. */
export function specialOf(words: readonly string[]): Special {
  return { words: new Set(words), areLoud: words.every((word) => isLoud(word, { start: 0, end: word.length })) };
}

/**
 * Everything in a text that is written like an abbreviation, in order. File names, codes with digits and passages in
 * capitals are none.
 */
export function abbreviations(reading: Reading, special: Special): readonly Occurrence[] {
  return passages(reading.prose).flatMap(({ block, signs }) => {
    const none = block.kind === 'greeting' || block.kind === 'signoff' || (special.areLoud && (signs & Sign.loud) === 0);
    return none ? [] : reading.sentencesIn(block).flatMap((sentence) => inSentence(sentence, special));
  });
}

/** Most sentences have no loud sign, and of the chunks of the others few: a look at their characters ends it. */
function inSentence(sentence: Sentence, { words, areLoud }: Special): readonly Occurrence[] {
  const text = sentence.reading.prose.text;
  if (areLoud && !isLoud(text, sentence)) return NONE;
  const found = sentence.block.spans.flatMap((span) => {
    if (span.kind !== 'text' || span.end <= sentence.start || span.start >= sentence.end) return [];
    const from = Math.max(span.start, sentence.start);
    const to = Math.min(span.end, sentence.end);
    if (areLoud && !isLoud(text, { start: from, end: to })) return [];
    const chunks = [...text.slice(from, to).matchAll(CHUNK)];
    return chunks.flatMap(({ 0: chunk, index }) => (areLoud && !isLoud(chunk, { start: 0, end: chunk.length }) ? [] : partsOf(chunk, from + index, text, sentence, words)));
  });
  return found.length > 0 && isShouted(sentence) ? [] : found;
}

const NONE: readonly Occurrence[] = [];

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
function isShouted({ block, reading: { prose }, start, end }: Sentence): boolean {
  const words = prose.text.slice(start, end).match(/\p{L}{2,}/gu) ?? [];
  const upper = words.filter((word) => word === word.toUpperCase()).length;
  if (block.kind === 'heading') return upper === words.length;
  return words.length >= 3 && upper * 2 > words.length;
}

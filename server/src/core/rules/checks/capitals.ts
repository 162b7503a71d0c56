import { isAsciiLetter } from '../../text/chars.js';
import type { Range } from '../../types.js';
import { firstAfter } from '../../ranges.js';
import type { Reading, Sentence } from '../../reading/reading.js';
import { loudSentences, nextLoud } from './loud.js';

/** An abbreviation as it stands in a sentence: `VMs` is an occurrence of `VM`. */
export interface Occurrence extends Range {
  readonly base: string;
  readonly sentence: Sentence;
}

/** What people write without spaces: a word, a path, a code. */
const CHUNK = (): RegExp => /[\p{L}\p{N}][\p{L}\p{N}'’&._/-]*/gu;
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
  return { words: new Set(words), areLoud: words.every((word) => nextLoud(word, 0, word.length) >= 0) };
}

/** An abbreviation in a stretch without spaces; offsets count from its start. */
interface Part extends Range {
  readonly base: string;
  /** It is part of what the stretch begins with. */
  readonly opens: boolean;
}

/** Texts repeat their abbreviations; those of strangers may have any number of other ones. */
const MOST_ABBREVIATIONS = 20_000;
/** In characters. V8 takes longer pieces of a text for views of it: to remember one would keep its whole text in memory. */
const LONGEST_REMEMBERED = 12;

/** Finds everything in texts that is written like an abbreviation and worth a look. File names and codes with digits are none. */
export class AbbreviationReader {
  /** By what is written between two spaces: a look-up is all that a repetition costs, where there were eight expressions. */
  readonly #known = new Map<string, readonly Part[]>();

  constructor(
    readonly special: Special,
    readonly isWanted: (base: string) => boolean,
  ) {}

  /** All of a text, in order. */
  read(reading: Reading): readonly Occurrence[] {
    const found: Occurrence[] = [];
    for (const sentence of this.special.areLoud ? loudSentences(reading) : reading.sentences) {
      const { kind } = sentence.block;
      if (kind !== 'greeting' && kind !== 'signoff') this.#readSentence(sentence, found);
    }
    return found;
  }

  #readSentence(sentence: Sentence, found: Occurrence[]): void {
    const { block: { spans }, start, end } = sentence;
    for (let i = firstAfter(spans, start); i < spans.length; i++) {
      const span = spans[i];
      if (!span || span.start >= end) break;
      if (span.kind === 'text') this.#readPiece({ start: Math.max(span.start, start), end: Math.min(span.end, end) }, sentence, found);
    }
  }

  #readPiece(piece: Range, sentence: Sentence, found: Occurrence[]): void {
    const { text } = sentence.reading.prose;
    for (const { start, end } of this.special.areLoud ? loudRuns(text, piece) : [piece]) {
      for (const part of this.#partsOf(text.slice(start, end))) {
        if (!part.opens || !OF_NAME.test(text.charAt(start - 1))) found.push({ start: start + part.start, end: start + part.end, base: part.base, sentence });
      }
    }
  }

  #partsOf(written: string): readonly Part[] {
    const known = this.#known.get(written);
    if (known) return known;
    const parts = partsIn(written, this.special.words).filter(({ base }) => this.isWanted(base));
    if (this.#known.size > MOST_ABBREVIATIONS) this.#known.clear();
    if (written.length <= LONGEST_REMEMBERED) this.#known.set(written, parts);
    return parts;
  }
}

/** The stretches between spaces that have a loud sign. Only their characters cost more than a look. */
function loudRuns(text: string, { start, end }: Range): readonly Range[] {
  const found: Range[] = [];
  for (let at = nextLoud(text, start, end); at >= 0; ) {
    let from = at;
    let to = at;
    while (from > start && !isBlankAscii(text.charCodeAt(from - 1))) from--;
    while (to < end && !isBlankAscii(text.charCodeAt(to))) to++;
    found.push({ start: from, end: to });
    at = nextLoud(text, to, end);
  }
  return found;
}

function isBlankAscii(code: number): boolean {
  return code <= 32;
}

/** After these a word is part of a name or an address. */
const OF_NAME = /[.\\_@#$=%]/;

function partsIn(written: string, special: ReadonlySet<string>): readonly Part[] {
  return [...written.matchAll(CHUNK())].flatMap(({ 0: chunk, index }) => (OF_NAME.test(written.charAt(index - 1)) ? [] : partsOf(chunk, index, special)));
}

/** `TCP/IP` and `MFA-enabled` have parts; `README.MD`, `MY_KEY` and `BX-470` are names. */
function partsOf(written: string, at: number, special: ReadonlySet<string>): readonly Part[] {
  const chunk = written.replace(/[-'’&._/]+$/, '');
  const parts = chunk.split(/[-/]/);
  if (/[._]/.test(chunk) || parts.length > MOST_PARTS) return [];
  if (parts.length > 1 && parts.some((part) => !special.has(part) && /^[A-Z]*[0-9]+[A-Z]*$/.test(part))) return [];
  let start = at;
  return parts.flatMap((part) => {
    const word = part.replace(/['’]s?$/, '');
    const base = baseOf(word, special);
    const range = { start, end: start + word.length };
    start += part.length + 1;
    return base === undefined ? [] : [{ ...range, base, opens: at === 0 }];
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
  const { words, upper } = countWords(prose.text, start, end);
  return block.kind === 'heading' ? upper === words : words >= 3 && upper * 2 > words;
}

/** Counts the words of two letters and more, and those in capitals. By hand, because every sentence with an abbreviation is asked. */
function countWords(text: string, start: number, end: number): { readonly words: number; readonly upper: number } {
  let words = 0;
  let upper = 0;
  for (let at = start; at < end; at++) {
    const from = at;
    let small = 0;
    for (let code = text.charCodeAt(at); at < end && isAsciiLetter(code); code = text.charCodeAt(++at)) small |= code & SMALL;
    if (at < end && text.charCodeAt(at) > 127) return countAnyWords(text.slice(start, end));
    if (at - from < 2) continue;
    words++;
    if (small === 0) upper++;
  }
  return { words, upper };
}

/** Small letters of ASCII have it, and capitals have not. */
const SMALL = 32;

function countAnyWords(written: string): { readonly words: number; readonly upper: number } {
  const words = written.match(/\p{L}{2,}/gu) ?? [];
  return { words: words.length, upper: words.filter((word) => word === word.toUpperCase()).length };
}

import { firstAfter } from '../ranges.js';
import { DASH, SPACE, isDigit } from '../text/chars.js';
import type { Block, Span } from '../text/prose.js';
import type { Range } from '../types.js';
import { Char, kindOf } from './characters.js';
import { runs } from './runs.js';
import { Id, type Vocabulary } from './vocabulary.js';
import { hashOf, normalise, type WordTable, type WrittenForm } from './wordTable.js';

/** The words and signs of one sentence, as parallel arrays. */
export interface Tokens {
  readonly id: readonly number[];
  /** What is written there; undefined for signs, numbers and what is not read. */
  readonly forms: readonly (WrittenForm | undefined)[];
  /** Where each token starts and, next to it, where it ends, in UTF-16 code units from the start of the sentence: a sentence may move. */
  readonly places: readonly number[];
  readonly length: number;
}

const SIGNS: Readonly<Record<string, number>> = {
  ',': Id.comma, ':': Id.colon, ';': Id.semicolon, '?': Id.question, '!': Id.exclamation, '–': Id.dash, '—': Id.dash, '…': Id.dash, '(': Id.bracket, ')': Id.bracket, '[': Id.bracket, ']': Id.bracket, '.': Id.stop,
};

/** Reads the tokens of a sentence of a block. */
export function tokenise(text: string, block: Block, sentence: Range, vocabulary: Vocabulary): Tokens {
  const reader = new TokenReader(text, vocabulary);
  gathered.begin(sentence.start);
  // By bisection, because a block may have any number of sentences, and as many spans.
  for (let i = firstAfter(block.spans, sentence.start); i < block.spans.length; i++) {
    const span = block.spans[i];
    if (!span || span.start >= sentence.end) break;
    const start = Math.max(span.start, sentence.start);
    const end = Math.min(span.end, sentence.end);
    if (start >= end) continue;
    if (joins(span, block.spans[i + 1])) i = reader.readDecoded(block.spans, i, sentence);
    else if (span.kind === 'text') reader.readText(start, end);
    else gathered.add(start, end, span.kind === 'url' ? Id.url : Id.opaque);
  }
  return gathered.tokens();
}

/** Whether an entity (`&rsquo;`) is part of what is written here: a word may run on across it. */
function joins(span: Span, next: Span | undefined): boolean {
  return span.kind === 'entity' || (next?.kind === 'entity' && span.kind === 'text' && span.end === next.start);
}

/** The tokens of the sentence in hand, copied when it is whole: arrays that grow token by token are moved time and again. */
class Gathered {
  length = 0;
  /** Where the sentence starts. */
  from = 0;
  readonly id: number[] = [];
  readonly forms: (WrittenForm | undefined)[] = [];
  readonly places: number[] = [];

  begin(from: number): void {
    this.from = from;
    this.length = 0;
  }

  add(start: number, end: number, id: number, form?: WrittenForm): void {
    const i = this.length++;
    this.id[i] = id;
    this.forms[i] = form;
    this.places[2 * i] = start - this.from;
    this.places[2 * i + 1] = end - this.from;
  }

  /** Those of the whole sentence, in arrays of their own. */
  tokens(): Tokens {
    const { length } = this;
    return { id: this.id.slice(0, length), forms: this.forms.slice(0, length), places: this.places.slice(0, 2 * length), length };
  }
}

/** One for all sentences: a sentence is read to its end before another one is begun. */
const gathered = new Gathered();

class TokenReader {
  readonly written: WordTable;

  constructor(
    readonly text: string,
    readonly vocabulary: Vocabulary,
  ) {
    this.written = vocabulary.written;
  }

  /** Reads the entity at `index`, or the text before it, with all text and entities that adjoin. @returns the index of the last */
  readDecoded(spans: readonly Span[], index: number, { start: from, end: to }: Range): number {
    const first = Math.max(spans[index]?.start ?? from, from);
    // What stands on both sides decides whether a hyphen is a dash
    let written = this.text.charAt(first - 1) || ' ';
    const places: number[] = [first - 1];
    let last = index;
    for (let span = spans[index]; span && (span.kind === 'entity' || span.kind === 'text') && span.start < to; span = spans[++last]) {
      if (last > index && span.start !== spans[last - 1]?.end) break;
      const start = Math.max(span.start, from);
      const piece = span.says ?? this.text.slice(start, Math.min(span.end, to));
      for (let i = 0; i < piece.length; i++) places.push(span.says === undefined ? start + i : i === 0 ? span.start : span.end);
      written += piece;
    }
    const end = Math.min(spans[last - 1]?.end ?? to, to);
    this.#addMoved(written + this.text.charAt(end), places.concat(end), written.length);
    return last - 1;
  }

  /** Adds the tokens of a text, its first character left out and up to `end`, whose characters stand at other places. */
  #addMoved(written: string, places: readonly number[], end: number): void {
    const first = gathered.length;
    new TokenReader(written, this.vocabulary).readText(1, end);
    for (let i = 2 * first; i < 2 * gathered.length; i++) {
      const at = (gathered.places[i] ?? 0) + gathered.from;
      gathered.places[i] = (places[at] ?? 0) - gathered.from;
    }
  }

  readText(from: number, to: number): void {
    const { text } = this;
    const count = runs.read(text, from, to);
    let at = from;
    for (let run = 0; run < count; run++) {
      const start = runs.startOf(run);
      // A number, or a word with a hyphen in it, is several runs
      if (start < at) continue;
      if (start !== at + 1 || text.charCodeAt(at) !== SPACE) this.#readSigns(at, start, to);
      at = this.#read(start, runs.endOf(run), runs.hashOf(run), to);
    }
    this.#readSigns(at, to, to);
  }

  /** Reads the word or number that begins with a run of letters and digits. @returns where it ends */
  #read(start: number, end: number, hash: number, to: number): number {
    if (isDigit(this.text.charCodeAt(start))) return this.#number(start, to);
    if (this.text.charCodeAt(end) !== SPACE && this.#runsOn(end, to)) return this.#joined(start, end, to);
    this.#word(start, end, hash);
    return end;
  }

  #word(start: number, end: number, hash: number): void {
    const { text, written } = this;
    const place = written.find(text, start, end, hash);
    const id = written.idAt(place);
    if (place > 0 && id >= 0) gathered.add(start, end, id, written.formAt(place));
    else addForm(start, end, written.formAt(place) ?? this.#newWord(start, end, hash));
  }

  #newWord(start: number, end: number, hash: number): WrittenForm {
    const form = this.vocabulary.formOfWord(this.text.slice(start, end));
    this.written.add(this.text, start, end, hash, form);
    return form;
  }

  /** A word runs on over apostrophes and hyphens that stand between letters. */
  #joined(start: number, from: number, to: number): number {
    let end = from;
    do end = lettersEnd(this.text, end + 1, to);
    while (this.#runsOn(end, to));
    this.#word(start, end, hashOf(this.text, start, end));
    return end;
  }

  /** Whether what stands at the end of a run of letters is an apostrophe or a hyphen with a letter after it. */
  #runsOn(end: number, to: number): boolean {
    if (end + 1 >= to) return false;
    const kind = kindOf(this.text.charCodeAt(end));
    return (kind === Char.apostrophe || kind === Char.hyphen) && kindOf(this.text.charCodeAt(end + 1)) === Char.letter;
  }

  #number(from: number, to: number): number {
    let at = from + 1;
    while (at < to && isNumberPart(this.text, at, to)) at++;
    this.#addNumber(from, at);
    return at;
  }

  /** "3PL" and "2nd" are words where a phrase mentions them. */
  #addNumber(start: number, end: number): void {
    const written = this.text.slice(start, end);
    const id = /\p{L}/u.test(written) ? this.vocabulary.idOf(normalise(written)) : Id.unknown;
    if (id === Id.unknown) gathered.add(start, end, Id.number);
    else gathered.add(start, end, id, this.vocabulary.formOf(id, written));
  }

  /** Reads what stands between words: mostly a space. */
  #readSigns(from: number, to: number, end: number): void {
    const { text } = this;
    for (let at = from; at < to; at++) {
      const kind = kindOf(text.charCodeAt(at));
      if (kind === Char.sign) gathered.add(at, at + 1, SIGNS[text.charAt(at)] ?? Id.unknown);
      else if (kind === Char.hyphen && isDash(text, at, end)) gathered.add(at, at + 1, Id.dash);
    }
  }
}

/** Adds one word, or the two of a contraction. */
function addForm(start: number, end: number, form: WrittenForm): void {
  const { second } = form;
  const cut = second ? start + form.written.length : end;
  gathered.add(start, cut, form.id, form);
  if (second) gathered.add(cut, end, second.id, second);
}

/** The end of the letters and digits from `at` on. */
function lettersEnd(text: string, at: number, to: number): number {
  let end = at;
  while (end < to && kindOf(text.charCodeAt(end)) <= Char.digit) end++;
  return end;
}

function isNumberPart(text: string, at: number, to: number): boolean {
  const kind = kindOf(text.charCodeAt(at));
  if (kind === Char.letter || kind === Char.digit) return true;
  const next = at + 1 < to ? kindOf(text.charCodeAt(at + 1)) : Char.space;
  return next === Char.digit && '.,:/-'.includes(text.charAt(at));
}

/** A hyphen with a space on a side, or one of several, is a dash. */
function isDash(text: string, at: number, to: number): boolean {
  const spaceBefore = at === 0 || kindOf(text.charCodeAt(at - 1)) === Char.space;
  const spaceAfter = at + 1 >= to || kindOf(text.charCodeAt(at + 1)) === Char.space;
  return (spaceBefore && spaceAfter) || (text.charCodeAt(at + 1) === DASH && at + 1 < to);
}

import { firstAfter } from '../ranges.js';
import type { Block, Span } from '../text/prose.js';
import type { Range } from '../types.js';
import { WordClass } from './lexicon.js';
import { classOfSign, Id, type Vocabulary } from './vocabulary.js';
import { normalise, type WrittenForm } from './wordTable.js';

/** The words and signs of one sentence, as parallel arrays: positions are UTF-16 offsets in the source. */
export interface Tokens {
  readonly start: readonly number[];
  readonly end: readonly number[];
  readonly id: readonly number[];
  /** What is written there; undefined for signs, numbers and what is not read. */
  readonly forms: readonly (WrittenForm | undefined)[];
  readonly length: number;
}

/** Tokens whose places move with the text above them. */
export interface MovableTokens extends Tokens {
  readonly start: number[];
  readonly end: number[];
}

const enum Char { space, letter, digit, apostrophe, hyphen, sign, other }

/** What an ASCII character is to the tokeniser. */
const ASCII: readonly Char[] = Array.from({ length: 128 }, (_, code) => {
  const char = String.fromCharCode(code);
  if (/[a-z]/i.test(char)) return Char.letter;
  if (/[0-9]/.test(char)) return Char.digit;
  if (char === "'") return Char.apostrophe;
  if (char === '-') return Char.hyphen;
  if (/\s/.test(char)) return Char.space;
  return ',:;?!()[].'.includes(char) ? Char.sign : Char.other;
});

function kindOf(code: number): Char {
  if (code < 128) return ASCII[code] ?? Char.other;
  if (code === 0x2019 || code === 0x2bc) return Char.apostrophe;
  if (code === 0x2013 || code === 0x2014 || code === 0x2026) return Char.sign;
  if (code === 0xa0 || (code >= 0x2000 && code <= 0x206f) || code === 0x3000 || code === 0xfeff) return Char.space;
  return code < 0xc0 || (code >= 0x2100 && code <= 0x2bff) || (code >= 0xd800 && code <= 0xdfff) ? Char.other : Char.letter;
}

const SIGNS: Readonly<Record<string, number>> = {
  ',': Id.comma, ':': Id.colon, ';': Id.semicolon, '?': Id.question, '!': Id.exclamation, '–': Id.dash, '—': Id.dash, '…': Id.dash, '(': Id.bracket, ')': Id.bracket, '[': Id.bracket, ']': Id.bracket, '.': Id.stop,
};

/** Reads the tokens of a sentence of a block. */
export function tokenise(text: string, block: Block, sentence: Range, vocabulary: Vocabulary): MovableTokens {
  const reader = new TokenReader(text, vocabulary);
  // By bisection, because a block may have any number of sentences, and as many spans.
  for (let i = firstAfter(block.spans, sentence.start); i < block.spans.length; i++) {
    const span = block.spans[i];
    if (!span || span.start >= sentence.end) break;
    const start = Math.max(span.start, sentence.start);
    const end = Math.min(span.end, sentence.end);
    if (start >= end) continue;
    if (joins(span, block.spans[i + 1])) i = reader.readDecoded(block.spans, i, sentence);
    else if (span.kind === 'text') reader.readText(start, end);
    else reader.add(start, end, span.kind === 'url' ? Id.url : Id.opaque);
  }
  return reader;
}

/** Whether an entity (`&rsquo;`) is part of what is written here: a word may run on across it. */
function joins(span: Span, next: Span | undefined): boolean {
  return span.kind === 'entity' || (next?.kind === 'entity' && span.kind === 'text' && span.end === next.start);
}

class TokenReader implements Tokens {
  readonly start: number[] = [];
  readonly end: number[] = [];
  readonly id: number[] = [];
  readonly forms: (WrittenForm | undefined)[] = [];

  constructor(
    readonly text: string,
    readonly vocabulary: Vocabulary,
  ) {}

  get length(): number {
    return this.id.length;
  }

  add(start: number, end: number, id: number, form?: WrittenForm): void {
    this.start.push(start);
    this.end.push(end);
    this.id.push(id);
    this.forms.push(form);
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
    const reader = new TokenReader(written, this.vocabulary);
    reader.readText(1, end);
    for (let i = 0; i < reader.length; i++) this.add(places[reader.start[i] ?? 0] ?? 0, places[reader.end[i] ?? 0] ?? 0, reader.id[i] ?? Id.unknown, reader.forms[i]);
  }

  readText(from: number, to: number): void {
    for (let at = from; at < to; ) {
      const kind = kindOf(this.text.charCodeAt(at));
      if (kind === Char.letter) at = this.#word(at, to);
      else if (kind === Char.digit) at = this.#number(at, to);
      else at = this.#sign(at, to, kind);
    }
  }

  /** A word runs on over apostrophes and hyphens that stand between letters. */
  #word(from: number, to: number): number {
    const { written } = this.vocabulary;
    written.begin(this.text.charCodeAt(from));
    let at = from + 1;
    for (; at < to; at++) {
      const code = this.text.charCodeAt(at);
      const kind = kindOf(code);
      if (kind !== Char.letter && kind !== Char.digit) {
        const joins = (kind === Char.apostrophe || kind === Char.hyphen) && at + 1 < to && kindOf(this.text.charCodeAt(at + 1)) === Char.letter;
        if (!joins) break;
      }
      written.append(code);
    }
    this.#addWord(from, at, written.find() ?? written.add(this.vocabulary.formOfWord(this.text.slice(from, at))));
    return at;
  }

  #addWord(start: number, end: number, form: WrittenForm): void {
    if (!form.second) return this.add(start, end, form.id, form);
    const cut = start + form.written.length;
    this.add(start, cut, form.id, form);
    this.add(cut, end, form.second.id, form.second);
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
    if (id === Id.unknown) this.add(start, end, Id.number);
    else this.add(start, end, id, this.vocabulary.formOf(id, written));
  }

  #sign(at: number, to: number, kind: Char): number {
    if (kind === Char.sign) this.add(at, at + 1, SIGNS[this.text.charAt(at)] ?? Id.unknown);
    else if (kind === Char.hyphen && isDash(this.text, at, to)) this.add(at, at + 1, Id.dash);
    return at + 1;
  }
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
  return (spaceBefore && spaceAfter) || (text.charCodeAt(at + 1) === 0x2d && at + 1 < to);
}

/** The classes of every token of a sentence, capitals included. */
export function classify({ id: ids, forms }: Tokens): readonly number[] {
  const shouted = areMost(forms, ({ isCapitals }) => isCapitals);
  const titled = areMost(forms, ({ isCapitalised }) => isCapitalised);
  let opening = true;
  return ids.map((id, i) => {
    const form = forms[i];
    const opens = opening;
    opening = isOpening(id, opening);
    if (id > 0 && id < Id.first) return classOfToken(id);
    return form ? form.classes | capitals(form, opens || titled, shouted) | (form.startsWithDigit ? WordClass.number : 0) : WordClass.word;
  });
}

function classOfToken(id: number): number {
  return id === Id.s ? WordClass.be | WordClass.have | WordClass.word : classOfSign(id);
}

/** After a colon, dash or bracket a capital says nothing; an opening quotation mark is no token. */
function isOpening(id: number, opening: boolean): boolean {
  if (id === Id.colon || id === Id.dash || id === Id.bracket || id === Id.stop || id === Id.question || id === Id.exclamation) return true;
  return id === Id.number ? opening : false;
}

/** What the capitals of a word say: nothing of a name where any word would have them. */
function capitals(form: WrittenForm, anyWould: boolean, shouted: boolean): number {
  const { capital, name, acronym } = WordClass;
  if (!form.isCapitalised) return 0;
  if (form.isCapitals) return shouted || !form.isAbbreviation ? capital : capital | acronym;
  return anyWould || form.written === 'I' ? capital : capital | name;
}

/** More than half of the sentence's words (three at least) are so. */
function areMost(forms: readonly (WrittenForm | undefined)[], test: (form: WrittenForm) => boolean): boolean {
  let words = 0;
  let such = 0;
  for (const form of forms) {
    if (!form || form.id === Id.s) continue;
    words++;
    if (test(form)) such++;
  }
  return words >= 3 && such * 2 > words;
}

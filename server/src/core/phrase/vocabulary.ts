import type { Words } from '../packed/words.js';
import { CONTRACTED_WORDS, contraction, SAID_AS } from './contractions.js';
import { WordClass } from './lexicon.js';
import { normalise, WordTable, WrittenForm } from './wordTable.js';

/** Ids every vocabulary starts with; real words follow. */
export const Id = { unknown: 0, number: 1, opaque: 2, comma: 3, colon: 4, semicolon: 5, question: 6, exclamation: 7, dash: 8, bracket: 9, stop: 10, s: 11, url: 12, first: 13 } as const;

/** The punctuation marks that phrases and clauses know, by their id. */
export const SIGN_IDS: Readonly<Record<string, number>> = { ',': Id.comma, ':': Id.colon, ';': Id.semicolon, '?': Id.question, '!': Id.exclamation, '-': Id.dash };

/**
 * Gives the words that phrases mention a number, so that matching compares numbers. Words that no
 * phrase mentions are 0 and have classes only.
 */
export class Vocabulary {
  /** Words that are not packed, by their place among these. */
  readonly #places = new Map<string, number>();
  readonly #others: string[] = [];
  readonly #packed: Words | undefined;
  readonly #firstPacked: number;
  #written: WordTable | undefined;

  /**
   * What contractions stand for is always known: "n't" is not written "not", and could not be looked up otherwise.
   * @param packed words that come next, which are looked up where they are packed: to give each of 15,000 words a place in
   *   memory took 20 ms of every start
   */
  constructor(packed?: Words) {
    for (const word of CONTRACTED_WORDS) this.intern(word);
    this.#firstPacked = this.#others.length;
    this.#packed = packed;
  }

  /** The id of a lower-case word, new if need be. */
  intern(word: string): number {
    const known = this.#idOf(word);
    if (known !== undefined) return known;
    this.#written = undefined;
    this.#places.set(word, this.#others.push(word) - 1);
    return this.#idOf(word) ?? Id.unknown;
  }

  #idOf(word: string): number | undefined {
    const place = this.#places.get(word);
    if (place !== undefined) return Id.first + place + (place < this.#firstPacked ? 0 : (this.#packed?.count ?? 0));
    const packed = this.#packed?.indexOf(word) ?? -1;
    return packed < 0 ? undefined : Id.first + this.#firstPacked + packed;
  }

  /** Words as they are written in texts. Texts repeat their words, and a look-up is all a repetition costs. */
  get written(): WordTable {
    return (this.#written ??= new WordTable());
  }

  /** What a word as it is written stands for; the first of two words for a contraction. */
  formOfWord(written: string): WrittenForm {
    const word = normalise(written);
    const parts = contraction(word);
    if (!parts) return this.#form(this.idOf(word), written, word);
    const second = this.formOf(parts.second === "'s" ? Id.s : this.idOf(parts.second), written.slice(parts.cut));
    const first = written.slice(0, parts.cut);
    return this.#form(this.idOf(parts.first), first, normalise(first), second);
  }

  /** A word of an id (0 when no phrase mentions it) as it is written. */
  formOf(id: number, written: string): WrittenForm {
    return this.#form(id, written, normalise(written));
  }

  #form(id: number, written: string, word: string, second?: WrittenForm): WrittenForm {
    return new WrittenForm(id, written, id >= Id.first ? this.wordOf(id) : word, second);
  }

  /** The id of a lower-case word; 0 when no phrase mentions it. */
  idOf(word: string): number {
    const id = this.#idOf(word);
    if (id !== undefined) return id;
    const said = SAID_AS.get(word);
    return said === undefined ? Id.unknown : (this.#idOf(said) ?? Id.unknown);
  }

  /** The word of an id; empty for what is no word. */
  wordOf(id: number): string {
    const place = id - Id.first;
    const packed = place - this.#firstPacked;
    return (packed < 0 ? this.#others[place] : (this.#packed?.at(packed) ?? this.#others[place - (this.#packed?.count ?? 0)])) ?? '';
  }

  /** All ids are below it. */
  get end(): number {
    return Id.first + this.#others.length + (this.#packed?.count ?? 0);
  }

  /** The words that are not packed, in the order of their ids. */
  get words(): readonly string[] {
    return this.#others;
  }
}

/** The classes of tokens that are no words. */
export function classOfSign(id: number): number {
  if (id === Id.number) return WordClass.number | WordClass.word;
  if (id === Id.url) return WordClass.url | WordClass.opaque | WordClass.word;
  if (id === Id.opaque) return WordClass.opaque | WordClass.word;
  return WordClass.punct;
}

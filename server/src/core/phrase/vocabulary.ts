import { CONTRACTED_WORDS, contraction, SAID_AS } from './contractions.js';
import { lexicon, WordClass } from './lexicon.js';

/** Ids every vocabulary starts with; real words follow. */
export const Id = { unknown: 0, number: 1, opaque: 2, comma: 3, colon: 4, semicolon: 5, question: 6, exclamation: 7, dash: 8, bracket: 9, stop: 10, s: 11, url: 12, first: 13 } as const;

/** The punctuation marks that phrases and clauses know, by their id. */
export const SIGN_IDS: Readonly<Record<string, number>> = { ',': Id.comma, ':': Id.colon, ';': Id.semicolon, '?': Id.question, '!': Id.exclamation, '-': Id.dash };

/** A written word: its id, or for a contraction its two words and where the second begins (`cut` > 0). */
export interface Entry {
  readonly first: number;
  readonly second: number;
  readonly cut: number;
}

/** Texts from strangers may have any number of different words; memory may not follow. */
const MOST_REMEMBERED = 50_000;

/** Lower case with straight apostrophes: what phrases and the lexicon are written in. */
export function normalise(word: string): string {
  const lower = word.toLowerCase();
  return lower.includes('’') || lower.includes('ʼ') ? lower.replace(/[’ʼ]/g, "'") : lower;
}

/**
 * Gives the words that phrases mention a number, so that matching compares numbers. Words that no
 * phrase mentions are 0 and have classes only.
 */
export class Vocabulary {
  readonly #ids = new Map<string, number>();
  readonly #words: string[] = [];
  readonly #classes = new Map<string, number>();
  readonly #entries = new Map<string, Entry>();

  /** What contractions stand for is always known: "n't" is not written "not", and could not be looked up otherwise. */
  constructor() {
    for (const word of CONTRACTED_WORDS) this.intern(word);
  }

  /** The id of a lower-case word, new if need be. */
  intern(word: string): number {
    const known = this.#ids.get(word);
    if (known !== undefined) return known;
    this.#entries.clear();
    const id = Id.first + this.#words.length;
    this.#ids.set(word, id);
    this.#words.push(word);
    return id;
  }

  /** What a word as it is written stands for. Texts repeat their words, and one look-up is all a repetition costs. */
  entryOf(written: string): Entry {
    const known = this.#entries.get(written);
    if (known !== undefined) return known;
    const entry = this.#makeEntry(normalise(written));
    if (this.#entries.size < MOST_REMEMBERED) this.#entries.set(written, entry);
    return entry;
  }

  #makeEntry(word: string): Entry {
    const parts = contraction(word);
    if (!parts) return { first: this.idOf(word), second: 0, cut: 0 };
    return { first: this.idOf(parts.first), second: parts.second === "'s" ? Id.s : this.idOf(parts.second), cut: parts.cut };
  }

  /** The id of a lower-case word; 0 when no phrase mentions it. */
  idOf(word: string): number {
    return this.#ids.get(word) ?? this.#ids.get(SAID_AS.get(word) ?? '') ?? Id.unknown;
  }

  /** The word of an id; empty for what is no word. */
  wordOf(id: number): string {
    return this.#words[id - Id.first] ?? '';
  }

  /** The word classes of a lower-case word, remembered. */
  classOf(word: string): number {
    const known = this.#classes.get(word);
    if (known !== undefined) return known;
    const bits = lexicon().classOf(word);
    if (this.#classes.size < MOST_REMEMBERED) this.#classes.set(word, bits);
    return bits;
  }

  /** All words, in the order of their ids. */
  get words(): readonly string[] {
    return this.#words;
  }
}

/** The classes of tokens that are no words. */
export function classOfSign(id: number): number {
  if (id === Id.number) return WordClass.number | WordClass.word;
  if (id === Id.url) return WordClass.url | WordClass.opaque | WordClass.word;
  if (id === Id.opaque) return WordClass.opaque | WordClass.word;
  return WordClass.punct;
}

import { callRow, callsWith, Column, type Call } from './callRow.js';
import type { IdSet } from './idSet.js';
import type { Matchable } from './matchable.js';
import { Marks } from './marks.js';
import { NumberPool } from './numberPool.js';
import { PairTable } from './pairTable.js';
import { Id } from './vocabulary.js';
import type { Walks } from './walks.js';
import type { IdSets } from './idSets.js';

/** Phrases by number, and the words that call for them. */
export interface Callable {
  /** The phrases of a word: each match of a phrase has one of the words that it is filed under. */
  calledBy(id: number): Iterable<number>;
  /** What the matches of a phrase contain; the first are the words it is filed under. */
  needsOf(phrase: number): readonly IdSet[];
}

/** More than this is forgotten, so that memory stays bounded: some 40,000 pairs of words. */
const MOST_NUMBERS = 1 << 20;

/**
 * Finds the phrases that could match a sentence. Each of its words calls for the phrases filed under it, where a second word
 * of theirs, the rarest, is there too. What two words call for together is looked up in one table, which costs the same
 * however many phrases there are; all else that such a phrase needs is asked for only then.
 */
export class Calls {
  /** By word: the place of its row among the rows that follow; {@link EMPTY} for a word that calls for nothing. */
  #places = new Int32Array(1 << 10);
  /** What is asked of a row for every word of every text, as {@link Column} says, row after row: objects would stand all over the memory. */
  readonly #rows = new NumberPool(EMPTY + 1);
  /** By place of a row and word: the place in the pool of what they call for together, where its length comes first. */
  #pairs = new PairTable();
  #calls = new NumberPool(NONE + 1);
  /** The phrases found so far. */
  readonly #found = new Marks();
  /** The words of the sentence that phrases know, each once: in a log that says one thing over and over, to try each with all others took 60 µs for a character. */
  readonly #words: number[] = [];
  readonly #noted = new Marks();
  /** Those of them that a sieve has let through. */
  readonly #partners: number[] = [];

  /**
   * @param walks say of a phrase that is called for whether the words around let it match
   * @param count of the phrases, which are numbered from 0
   */
  constructor(
    readonly phrases: Callable,
    readonly sets: IdSets,
    readonly walks: Walks,
    readonly count: number,
  ) {}

  /** The phrases that could match a sentence, in no order. */
  of(sentence: Matchable): number[] {
    const { ids } = sentence;
    const found: number[] = [];
    this.#found.clear(this.count);
    this.#take(ids);
    for (let at = 0; at < ids.length; at++) {
      const id = ids[at] ?? Id.unknown;
      if (id === Id.unknown) continue;
      const row = this.#places[id] || this.#file(id);
      if (row !== EMPTY) this.#follow(row, sentence, at, found);
    }
    return found;
  }

  /** Takes the words of a sentence in hand. */
  #take(ids: readonly number[]): void {
    this.#words.length = 0;
    this.#noted.clear(this.#places.length);
    for (const id of ids) if (id !== Id.unknown && this.#noted.add(id)) this.#words.push(id);
  }

  #follow(row: number, sentence: Matchable, at: number, found: number[]): void {
    const rows = this.#rows;
    const sieve = rows.at(row + Column.sieve);
    if (sieve !== 0) {
      const count = this.sets.sieves.letThrough(sieve, this.#words, this.#partners);
      for (let i = 0; i < count; i++) this.#meet(row, this.#partners[i] ?? Id.unknown, sentence, at, found);
    }
    const end = row + Column.alone + rows.at(row + Column.count);
    for (let alone = row + Column.alone; alone < end; alone++) {
      if (this.walks.mayStandBetween(rows.at(alone), sentence, at)) this.#add(rows.at(alone), sentence, at, found);
    }
  }

  /** Follows what two words call for together. */
  #meet(row: number, partner: number, sentence: Matchable, at: number, found: number[]): void {
    const place = this.#pairs.get(row, partner) || this.#pair(row, partner);
    const calls = this.#calls;
    const end = place + 1 + calls.at(place);
    for (let call = place + 1; call < end; ) {
      const phrase = calls.at(call);
      const next = call + 2 + calls.at(call + 1);
      const isWorthALook = this.walks.isLookedAt(phrase) || this.#areThere(call + 2, next);
      if (isWorthALook && this.walks.mayStandBetween(phrase, sentence, at) && this.#areThere(call + 2, next)) this.#add(phrase, sentence, at, found);
      call = next;
    }
  }

  /** Adds a phrase that a word calls for, unless the words around say that it does not match there. */
  #add(phrase: number, sentence: Matchable, at: number, found: number[]): void {
    if (this.#found.has(phrase) || !this.walks.mayStandAround(phrase, sentence, at)) return;
    this.#found.add(phrase);
    found.push(phrase);
  }

  /** Whether the sentence has all partners. @param from @param to where in the pool their sieves stand */
  #areThere(from: number, to: number): boolean {
    for (let partner = from; partner < to; partner++) if (!this.#isThere(this.#calls.at(partner))) return false;
    return true;
  }

  #isThere(sieve: number): boolean {
    return this.sets.sieves.mayHoldOneOf(sieve, this.#words);
  }

  /** Works out what a row calls for together with a word. @returns its place */
  #pair(row: number, id: number): number {
    if (this.#calls.length > MOST_NUMBERS) {
      this.#pairs = new PairTable();
      this.#calls = new NumberPool(NONE + 1);
    }
    const calls = callsWith(id, this.#rows, row, this.sets);
    return this.#pairs.set(row, id, calls.length === 0 ? NONE : this.#calls.add([calls.length, ...calls]));
  }

  /** Makes the row of a word. @returns its place */
  #file(id: number): number {
    const calls = Array.from(this.phrases.calledBy(id), (phrase): Call => ({ phrase, partners: this.phrases.needsOf(phrase).slice(1) }));
    return this.#place(id, calls.length === 0 ? EMPTY : this.#rows.add(callRow(calls, this.sets)));
  }

  /** Keeps the place of the row of a word. @returns it */
  #place(id: number, row: number): number {
    if (id >= this.#places.length) {
      const longer = new Int32Array(2 * id);
      longer.set(this.#places);
      this.#places = longer;
    }
    this.#places[id] = row;
    return row;
  }
}

/** Where the pool of calls says that two words call for nothing: no pair may have the place 0. */
const NONE = 1;
/** Where the rows say that a word calls for nothing. */
const EMPTY = 1;

import type { Alternative } from './alternatives.js';
import { callAnywhere, callAround, CallRow, type Call } from './callRow.js';
import type { IdSet } from './idSet.js';
import type { Matchable } from './machine.js';
import { Marks } from './marks.js';
import { NumberPool } from './numberPool.js';
import { PairTable } from './pairTable.js';
import { Id } from './vocabulary.js';
import type { Walks } from './walks.js';
import type { WordSets } from './wordSets.js';

/** Phrases by number, and the words that call for them. */
export interface Callable {
  /** The phrases of a word: each match of a phrase has one of the words that it is filed under. */
  calledBy(id: number): Iterable<number>;
  /** What the matches of a phrase contain; the first are the words it is filed under. */
  needsOf(phrase: number): readonly IdSet[];
  alternativesOf(phrase: number): readonly Alternative[];
}

/** The alternatives of phrases are worked out for words that have come up so often: after 12 times, a first pass over 35 replies took a quarter longer. */
export const OFTEN = 150;
/** More than this is forgotten, so that memory stays bounded: some 40,000 pairs of words. */
const MOST_NUMBERS = 1 << 20;

/**
 * Finds the phrases that could match a sentence. Each of its words calls for the phrases filed under it, where a second word
 * of theirs stands near it: the rarest, no farther than it may. What two words call for together is looked up in one table,
 * which costs the same however many phrases there are; all else that such a phrase needs is asked for only then.
 */
export class Calls {
  /** By word: the place of its row among the rows that follow; {@link EMPTY} for a word that calls for nothing. */
  #places = new Int32Array(1 << 10);
  /** What is asked of a row for every word of every text, as {@link Column} says, row after row: objects would stand all over the memory. */
  readonly #rows = poolFrom(EMPTY + 1);
  /** The same rows by number, for what is seldom asked of them. */
  readonly #rowsByNumber: CallRow[] = [];
  /** By phrase its calls: most phrases are filed under many words. */
  readonly #known: (readonly Call[] | undefined)[] = [];
  /** By number of a row and word: the place in the pool of what they call for together, where its length comes first. */
  #pairs = new PairTable();
  #calls = poolFrom(NONE + 1);
  /** The phrases found so far. */
  readonly #found = new Marks();

  /**
   * @param walks say of a phrase that is called for whether the words around let it match
   * @param count of the phrases, which are numbered from 0
   */
  constructor(
    readonly phrases: Callable,
    readonly sets: WordSets,
    readonly walks: Walks,
    readonly count: number,
  ) {}

  /** The phrases that could match a sentence, in no order. */
  of(sentence: Matchable): number[] {
    const { ids } = sentence;
    const found: number[] = [];
    this.#found.clear(this.count);
    for (let at = 0; at < ids.length; at++) {
      const id = ids[at] ?? Id.unknown;
      if (id === Id.unknown) continue;
      const row = this.#places[id] || this.#file(id);
      if (row !== EMPTY) this.#follow(this.#askedOften(row, id), sentence, at, found);
    }
    return found;
  }

  #follow(row: number, sentence: Matchable, at: number, found: number[]): void {
    const { ids } = sentence;
    const { sieves } = this.sets;
    const rows = this.#rows;
    const number = rows.at(row + Column.number);
    const sieve = rows.at(row + Column.sieve);
    const last = Math.min(ids.length - 1, at + rows.at(row + Column.to));
    for (let other = Math.max(0, at + rows.at(row + Column.from)); other <= last; other++) {
      const id = ids[other] ?? Id.unknown;
      if (sieves.mayHold(sieve, id)) this.#meet(this.#pairs.get(number, id) || this.#pair(number, id), sentence, at, found);
    }
    const end = row + Column.alone + rows.at(row + Column.count);
    for (let alone = row + Column.alone; alone < end; alone++) this.#add(rows.at(alone), sentence, at, found);
  }

  /** Follows what two words call for together. */
  #meet(place: number, sentence: Matchable, at: number, found: number[]): void {
    const { ids } = sentence;
    const calls = this.#calls;
    const end = place + 1 + calls.at(place);
    for (let call = place + 1; call < end; ) {
      const phrase = calls.at(call);
      const next = call + 2 + 3 * calls.at(call + 1);
      if (this.#standAll(call + 2, next, ids, at)) this.#add(phrase, sentence, at, found);
      call = next;
    }
  }

  /** Adds a phrase that a word calls for, unless the words around say that it does not match there. */
  #add(phrase: number, sentence: Matchable, at: number, found: number[]): void {
    if (this.#found.has(phrase) || !this.walks.mayStandAround(phrase, sentence, at)) return;
    this.#found.add(phrase);
    found.push(phrase);
  }

  /** Whether all partners of the word at a place stand where they may. @param from @param to where in the pool they are listed */
  #standAll(from: number, to: number, ids: readonly number[], at: number): boolean {
    const calls = this.#calls;
    for (let partner = from; partner < to; partner += 3) {
      if (!this.#stands(calls.at(partner), Math.max(0, at + calls.at(partner + 1)), Math.min(ids.length - 1, at + calls.at(partner + 2)), ids)) return false;
    }
    return true;
  }

  #stands(sieve: number, first: number, last: number, ids: readonly number[]): boolean {
    const { sieves } = this.sets;
    for (let at = first; at <= last; at++) if (sieves.mayHold(sieve, ids[at] ?? Id.unknown)) return true;
    return false;
  }

  /** Works out what a row calls for together with a word. @returns its place */
  #pair(row: number, id: number): number {
    if (this.#calls.length > MOST_NUMBERS) {
      this.#pairs = new PairTable();
      this.#calls = poolFrom(NONE + 1);
    }
    const calls = this.#rowsByNumber[row]?.callsWith(id) ?? [];
    return this.#pairs.set(row, id, calls.length === 0 ? NONE : this.#calls.add([calls.length, ...calls]));
  }

  /** Makes the row of a word by what its phrases need. @returns its place */
  #file(id: number): number {
    const calls = this.#calledBy(id).map((phrase) => this.#needs(phrase));
    return this.#place(id, calls.length === 0 ? EMPTY : this.#addRow(calls, OFTEN));
  }

  /** Counts how often a row is asked for, and makes it anew by the alternatives of its phrases when it was often. @returns its place */
  #askedOften(row: number, id: number): number {
    const left = this.#rows.at(row + Column.left);
    if (left === 0) return row;
    this.#rows.put(row + Column.left, left - 1);
    if (left > 1) return row;
    return this.#place(id, this.#addRow(this.#calledBy(id).flatMap((phrase) => this.#alternatives(phrase).filter(({ callers }) => callers?.has(id) !== false)), 0));
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

  #calledBy(id: number): readonly number[] {
    return [...this.phrases.calledBy(id)];
  }

  /** @param left how often it may be asked for before it is made anew; @returns its place */
  #addRow(calls: readonly Call[], left: number): number {
    const row = new CallRow(calls, this.sets);
    const number = this.#rowsByNumber.push(row) - 1;
    return this.#rows.add([number, left, row.from, row.to, row.sieve, row.alone.length, ...row.alone]);
  }

  #needs(phrase: number): Call {
    return callAnywhere(phrase, this.phrases.needsOf(phrase).slice(1));
  }

  /** Calls for the alternatives of a phrase, each by its rarest words among those that the phrase is filed under. */
  #alternatives(phrase: number): readonly Call[] {
    return (this.#known[phrase] ??= this.phrases.alternativesOf(phrase).map(({ parts }) => {
      const [filed] = this.phrases.needsOf(phrase);
      const [key] = parts.filter(({ ids }) => filed !== undefined && ids.list.every((one) => filed.has(one))).sort((a, b) => a.cost - b.cost);
      return key ? callAround(phrase, parts, key) : this.#needs(phrase);
    }));
  }
}

/** Where the pool of calls says that two words call for nothing: no pair may have the place 0. */
const NONE = 1;
/** Where the rows say that a word calls for nothing. */
const EMPTY = 1;

/** What stands in a row: its number, how often it may yet be asked for before it is made anew, how far the first partners stand, their sieve, and the phrases that are called for whatever stands around. */
const enum Column { number, left, from, to, sieve, count, alone }

function poolFrom(place: number): NumberPool {
  const pool = new NumberPool();
  pool.add(new Int32Array(place));
  return pool;
}

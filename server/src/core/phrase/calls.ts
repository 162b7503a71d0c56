import type { Alternative } from './alternatives.js';
import { callAnywhere, callAround, CallRow, type Call } from './callRow.js';
import type { IdSet } from './idSet.js';
import { Marks } from './marks.js';
import { NumberPool } from './numberPool.js';
import { PairTable } from './pairTable.js';
import { Id } from './vocabulary.js';
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
  /** By word: how often it has come up, as far as it matters. */
  readonly #asked: number[] = [];
  readonly #rows: (CallRow | undefined)[] = [];
  #rowCount = 0;
  /** By phrase its calls: most phrases are filed under many words. */
  readonly #known: (readonly Call[] | undefined)[] = [];
  /** By number of a row and word: the place in the pool of what they call for together, where its length comes first. */
  #pairs = new PairTable();
  #calls = poolOfCalls();
  /** The phrases found so far. */
  readonly #found = new Marks();

  /** @param count of the phrases, which are numbered from 0 */
  constructor(
    readonly phrases: Callable,
    readonly sets: WordSets,
    readonly count: number,
  ) {}

  /** The phrases that could match a sentence of these words, in no order. */
  of(ids: readonly number[]): number[] {
    const found: number[] = [];
    this.#found.clear(this.count);
    for (let at = 0; at < ids.length; at++) {
      const id = ids[at] ?? Id.unknown;
      if (id !== Id.unknown) this.#follow(this.#rowOf(id), ids, at, found);
    }
    return found;
  }

  #follow(row: CallRow, ids: readonly number[], at: number, found: number[]): void {
    const { sieves } = this.sets;
    for (const phrase of row.alone) this.#add(phrase, found);
    const last = Math.min(ids.length - 1, at + row.to);
    for (let other = Math.max(0, at + row.from); other <= last; other++) {
      const id = ids[other] ?? Id.unknown;
      if (sieves.mayHold(row.sieve, id)) this.#meet(this.#pairs.get(row.number, id) || this.#pair(row, id), ids, at, found);
    }
  }

  /** Follows what two words call for together. */
  #meet(place: number, ids: readonly number[], at: number, found: number[]): void {
    const calls = this.#calls;
    const end = place + 1 + calls.at(place);
    for (let call = place + 1; call < end; ) {
      const phrase = calls.at(call);
      const next = call + 2 + 3 * calls.at(call + 1);
      if (!this.#found.has(phrase) && this.#standAll(call + 2, next, ids, at)) this.#add(phrase, found);
      call = next;
    }
  }

  #add(phrase: number, found: number[]): void {
    if (this.#found.add(phrase)) found.push(phrase);
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
  #pair(row: CallRow, id: number): number {
    if (this.#calls.length > MOST_NUMBERS) {
      this.#pairs = new PairTable();
      this.#calls = poolOfCalls();
    }
    const calls = row.callsWith(id);
    return this.#pairs.set(row.number, id, calls.length === 0 ? NONE : this.#calls.add([calls.length, ...calls]));
  }

  #rowOf(id: number): CallRow {
    const asked = this.#asked[id] ?? 0;
    if (asked < OFTEN) this.#asked[id] = asked + 1;
    if (asked === OFTEN - 1) this.#rows[id] = this.#row(this.#calledBy(id).flatMap((phrase) => this.#alternatives(phrase).filter(({ callers }) => callers?.has(id) !== false)));
    return (this.#rows[id] ??= this.#row(this.#calledBy(id).map((phrase) => this.#needs(phrase))));
  }

  #calledBy(id: number): readonly number[] {
    return [...this.phrases.calledBy(id)];
  }

  #row(calls: readonly Call[]): CallRow {
    return new CallRow(this.#rowCount++, calls, this.sets);
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

/** Where the pool says that two words call for nothing: no pair may have the place 0. */
const NONE = 1;

function poolOfCalls(): NumberPool {
  const pool = new NumberPool();
  pool.add([0, 0]);
  return pool;
}

import type { Alternative } from './alternatives.js';
import type { IdSet } from './idSet.js';
import { Marks } from './marks.js';
import { afterFirst, type WordSets } from './wordSets.js';

/** Phrases by number, and the words that call for them. */
export interface Callable {
  /** The phrases of a word: each match of a phrase has one of the words that it is filed under. */
  calledBy(id: number): Iterable<number>;
  /** What the matches of a phrase contain; the first are the words it is filed under. */
  needsOf(phrase: number): readonly IdSet[];
  alternativesOf(phrase: number): readonly Alternative[];
}

/** The alternatives of phrases are worked out for words that have come up so often: a short text had rather not wait. */
const OFTEN = 12;

/**
 * Finds the phrases that could match a sentence. Each of its words calls for the phrases filed under it, and those whose
 * other words are not there, or in no such order, are left out: of thirteen that have all they need in a sentence of a
 * reply, three. What is asked of them stands in one row for each word, because a sentence calls for dozens, and what costs
 * time is to fetch them from all over the memory.
 */
export class Calls {
  /** By word: how often it has come up, as far as it matters. */
  readonly #asked: number[] = [];
  /** By word: of each phrase it calls for its number, how many sets of words to look for, doubled (and one more where their order counts), and these sets. */
  readonly #rows: (Int32Array | undefined)[] = [];
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
    this.sets.load(ids);
    for (const id of ids) this.#follow(this.#rowOf(id), found);
    return found;
  }

  #rowOf(id: number): Int32Array {
    const asked = this.#asked[id] ?? 0;
    if (asked < OFTEN) this.#asked[id] = asked + 1;
    if (asked === OFTEN - 1) this.#rows[id] = Int32Array.from([...this.phrases.calledBy(id)].flatMap((phrase) => this.#alternatives(phrase, id)));
    return (this.#rows[id] ??= Int32Array.from([...this.phrases.calledBy(id)].flatMap((phrase) => this.#needs(phrase))));
  }

  #needs(phrase: number): readonly number[] {
    const sets = this.phrases.needsOf(phrase).slice(1).map((ids) => this.sets.numberOf(ids));
    return [phrase, 2 * sets.length, ...sets];
  }

  /** The alternatives that have a word among those which the phrase is filed under. */
  #alternatives(phrase: number, id: number): readonly number[] {
    const [filed] = this.phrases.needsOf(phrase);
    const isFiled = ({ ids }: Alternative[number]): boolean => filed !== undefined && ids.list.every((one) => filed.has(one));
    return this.phrases.alternativesOf(phrase).flatMap((alternative) => {
      const [key] = alternative.filter(isFiled).sort((a, b) => a.cost - b.cost);
      if (key && !key.ids.has(id)) return [];
      return [phrase, 2 * alternative.length + 1, ...alternative.map(({ ids }) => this.sets.numberOf(ids))];
    });
  }

  #follow(row: Int32Array, found: number[]): void {
    for (let at = 0; at < row.length; ) {
      const phrase = row[at] ?? 0;
      const head = row[at + 1] ?? 0;
      const end = at + 2 + (head >>> 1);
      if (!this.#found.has(phrase) && this.#hasAll(row, at + 2, end, (head & 1) === 1)) {
        this.#found.add(phrase);
        found.push(phrase);
      }
      at = end;
    }
  }

  #hasAll(row: Int32Array, from: number, to: number, inOrder: boolean): boolean {
    let open = -1;
    for (let at = from; at < to; at++) {
      const places = this.sets.placesOf(row[at] ?? 0) & open;
      if (places === 0) return false;
      if (inOrder) open = afterFirst(places);
    }
    return true;
  }
}

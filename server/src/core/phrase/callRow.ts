import type { IdSet } from './idSet.js';
import type { WordSets } from './wordSets.js';

/** A phrase, and the sets of words of which its matches have one each beside the word that calls for it: its partners, the rarest first. */
export interface Call {
  readonly phrase: number;
  readonly partners: readonly IdSet[];
}

/** All that a word calls for. */
export class CallRow {
  /** Phrases that the word calls for without partners. */
  readonly alone: readonly number[];
  /** Lets the words through that may be a first partner: most are none. 0 where there are no partners. */
  readonly sieve: number;
  /** The others, as numbers, by the set of their first partner. */
  readonly #bySet = new Map<number, number[]>();

  constructor(
    calls: readonly Call[],
    readonly sets: WordSets,
  ) {
    this.alone = calls.flatMap(({ phrase, partners }) => (partners.length === 0 ? [phrase] : []));
    const firsts: (readonly number[])[] = [];
    for (const call of calls) {
      const [first] = call.partners;
      if (first && this.#file(call, first)) firsts.push(first.list);
    }
    this.sieve = firsts.length === 0 ? 0 : sets.sieves.add(firsts);
  }

  /** @returns whether no call had these first partners before */
  #file({ phrase, partners }: Call, first: IdSet): boolean {
    const set = this.sets.numberOf(first);
    const filed = this.#bySet.get(set);
    const calls = filed ?? [];
    if (!filed) this.#bySet.set(set, calls);
    calls.push(phrase, partners.length, ...partners.map((partner) => this.sets.sieveOf(partner)));
    return !filed;
  }

  /** The calls whose first partner a word may be, as numbers: of each its phrase, how many partners it has, and the sieves of these. */
  callsWith(id: number): readonly number[] {
    const found: number[] = [];
    for (const set of this.sets.setsOf(id)) for (const number of this.#bySet.get(set) ?? NONE) found.push(number);
    return found;
  }
}

const NONE: readonly number[] = [];

import type { Part } from './alternatives.js';
import type { IdSet } from './idSet.js';
import type { WordSets } from './wordSets.js';

/** A phrase that some words call for where other words, its partners, stand around them. */
export interface Call {
  readonly phrase: number;
  /** The words that call; undefined for any that the phrase is filed under. */
  readonly callers: IdSet | undefined;
  /** One of each set must stand in a range of places, counted in tokens from the caller. The first is the rarest where it may stand. */
  readonly partners: readonly Partner[];
}

interface Partner {
  readonly ids: IdSet;
  readonly from: number;
  readonly to: number;
}

/** As far as a partner may stand whose place is not known. */
const ANYWHERE = 1 << 20;

/** Calls for a phrase whose matches have some words, one of each set, wherever they stand. */
export function callAnywhere(phrase: number, sets: readonly IdSet[]): Call {
  return { phrase, callers: undefined, partners: sets.map((ids) => ({ ids, from: -ANYWHERE, to: ANYWHERE })) };
}

/** Calls for a phrase whose matches have some parts, one of which is the callers. */
export function callAround(phrase: number, parts: readonly Part[], callers: Part): Call {
  const key = parts.indexOf(callers);
  const rated = parts.flatMap(({ ids, cost }, i) => {
    if (i === key) return [];
    const between = parts.slice(Math.min(i, key) + 1, Math.max(i, key) + 1);
    const [near, far] = [between.length, between.reduce((sum, { gap }) => sum + gap + 1, 0)];
    return [{ partner: { ids, from: i < key ? -far : near, to: i < key ? -near : far }, share: cost * (far - near + 1) }];
  });
  return { phrase, callers: callers.ids, partners: rated.sort((a, b) => a.share - b.share).map(({ partner }) => partner) };
}

/** All that a word calls for. */
export class CallRow {
  /** Phrases that the word calls for whatever stands around it. */
  readonly alone: readonly number[];
  /** How far the first partners may stand. */
  readonly from: number;
  readonly to: number;
  /** Lets the words through that may be a first partner: most are none. */
  readonly sieve: number;
  /** The others, as numbers, by the set of their first partner. */
  readonly #bySet = new Map<number, number[]>();

  constructor(
    calls: readonly Call[],
    readonly sets: WordSets,
  ) {
    this.alone = calls.flatMap(({ phrase, partners }) => (partners.length === 0 ? [phrase] : []));
    let [from, to] = [0, 0];
    const firsts: (readonly number[])[] = [];
    for (const call of calls) {
      const [first] = call.partners;
      if (!first) continue;
      if (this.#file(call, first.ids)) firsts.push(first.ids.list);
      [from, to] = [Math.min(from, first.from), Math.max(to, first.to)];
    }
    [this.from, this.to] = [from, to];
    this.sieve = sets.sieves.add(firsts);
  }

  /** @returns whether no call had these first partners before */
  #file({ phrase, partners }: Call, first: IdSet): boolean {
    const set = this.sets.numberOf(first);
    const filed = this.#bySet.get(set);
    const calls = filed ?? [];
    if (!filed) this.#bySet.set(set, calls);
    calls.push(phrase, partners.length, ...partners.flatMap((partner) => [this.sets.sieveOf(partner.ids), partner.from, partner.to]));
    return !filed;
  }

  /** The calls whose first partner a word may be, as numbers: of each its phrase, how many partners it has, and of these the sieve and the range. */
  callsWith(id: number): readonly number[] {
    const found: number[] = [];
    for (const set of this.sets.setsOf(id)) for (const number of this.#bySet.get(set) ?? NONE) found.push(number);
    return found;
  }
}

const NONE: readonly number[] = [];

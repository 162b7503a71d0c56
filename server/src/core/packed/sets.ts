import { packNumbers, unpackNumbers } from './digits.js';

/**
 * Packs sets of whole numbers, each in rising order, and themselves in the order of {@link bySets}. A set is a row of runs:
 * the forms of a word stand beside each other in the vocabulary, and cost little more than one of them.
 */
export function packSets(sets: readonly (readonly number[])[]): string {
  let first = 0;
  return packNumbers(sets.flatMap((set) => {
    const runs = runsOf(set, first);
    first = set[0] ?? first;
    return [runs.length, ...runs];
  }));
}

/** The order of sets: by their first number, then the second … */
export function bySets(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((number, i) => number !== b[i]);
  return at < 0 ? a.length - b.length : (a[at] ?? 0) - (b[at] ?? -1);
}

/** Of each run how far it begins behind the end of the one before, doubled, and one more where its length less two follows. */
function runsOf(set: readonly number[], from: number): readonly number[] {
  const runs: number[] = [];
  for (let i = 0, end = from; i < set.length; ) {
    const start = set[i] ?? 0;
    let length = 1;
    while (set[i + length] === start + length) length++;
    runs.push(2 * (start - end) + (length > 1 ? 1 : 0), ...(length > 1 ? [length - 2] : []));
    end = start + length;
    i += length;
  }
  return runs;
}

/** What {@link packSets} packed. */
export class Sets {
  readonly #numbers: Uint32Array;
  /** Where the runs of a set begin in `numbers`, and what its first run counts from. */
  readonly #starts: number[] = [];
  readonly #firsts: number[] = [];

  constructor(packed: string) {
    const numbers = (this.#numbers = unpackNumbers(packed));
    for (let at = 0, first = 0; at < numbers.length; at += (numbers[at] ?? 0) + 1) {
      this.#starts.push(at + 1);
      this.#firsts.push(first);
      if (numbers[at]) first += (numbers[at + 1] ?? 0) >>> 1;
    }
  }

  /** How many there are. */
  get count(): number {
    return this.#starts.length;
  }

  /** A set; empty where there is none. */
  at(index: number): readonly number[] {
    const set: number[] = [];
    const start = this.#starts[index] ?? 0;
    const end = start + (this.#numbers[start - 1] ?? 0);
    for (let at = start, number = this.#firsts[index] ?? 0; at < end; at++) {
      const run = this.#numbers[at] ?? 0;
      number += run >>> 1;
      let length = run & 1 ? (this.#numbers[++at] ?? 0) + 2 : 1;
      while (length-- > 0) set.push(number++);
    }
    return set;
  }
}

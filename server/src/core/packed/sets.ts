import type { NumberReader } from './digits.js';
import { BLOCK, packRecords, Records } from './records.js';

/**
 * Packs sets of whole numbers, each in rising order, and themselves in the order of {@link bySets}. A set is a row of runs:
 * the forms of a word stand beside each other in the vocabulary, and cost little more than one of them. Its first run counts
 * from the beginning of the set before, but for the first set of a block.
 */
export function packSets(sets: readonly (readonly number[])[]): string {
  let first = 0;
  return packRecords(sets.map((set, i) => {
    const runs = runsOf(set, i % BLOCK === 0 ? 0 : first);
    first = set[0] ?? 0;
    return runs;
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

/** The set that is being read: a list that grows with each of them takes memory over and over. */
const READ: number[] = [];

/** What {@link packSets} packed. A set is read when it is asked for: a short text asks for a few hundred of thousands. */
export class Sets {
  readonly #records: Records;

  constructor(packed: string) {
    this.#records = new Records(packed);
  }

  /** How many there are. */
  get count(): number {
    return this.#records.count;
  }

  /** A set; empty where there is none. */
  at(index: number): readonly number[] {
    const count = this.#read(index);
    return READ.slice(0, count);
  }

  /** Reads a set into {@link READ}. @returns how many numbers it has */
  #read(index: number): number {
    if (index >= this.count) return 0;
    const reader = this.#records.block(Math.floor(index / BLOCK));
    let number = 0;
    for (let skipped = index % BLOCK; skipped > 0; skipped--) number = skipSet(reader, number);
    const length = reader.next();
    let count = 0;
    for (const end = reader.at + length; reader.at < end; ) {
      const run = reader.next();
      number += run >>> 1;
      for (let more = run & 1 ? reader.next() + 2 : 1; more > 0; more--) READ[count++] = number++;
    }
    return count;
  }
}

/** @param from what the first run of the set counts from; @returns what that of the next set does */
function skipSet(reader: NumberReader, from: number): number {
  const length = reader.next();
  const end = reader.at + length;
  const first = length === 0 ? 0 : from + (reader.next() >>> 1);
  reader.at = end;
  return first;
}

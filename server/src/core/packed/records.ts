import { packNumbers, unpackNumbers } from './digits.js';

/** Packs lists of whole numbers from 0 up. */
export function packRecords(records: readonly (readonly number[])[]): string {
  return packNumbers(records.flatMap((record) => [record.length, ...record]));
}

/** What {@link packRecords} packed: read when it is first asked for. */
export class Records {
  #numbers: Uint32Array | undefined;
  #starts: Uint32Array = new Uint32Array(0);
  #count = 0;

  constructor(readonly packed: string) {}

  /** How many there are. */
  get count(): number {
    this.#open();
    return this.#count;
  }

  /** A record, to be looked at only; empty where there is none. */
  at(index: number): Uint32Array {
    const numbers = this.#open();
    const start = this.#starts[index] ?? 0;
    return index < this.#count ? numbers.subarray(start, start + (numbers[start - 1] ?? 0)) : numbers.subarray(0, 0);
  }

  #open(): Uint32Array {
    if (this.#numbers) return this.#numbers;
    const numbers = unpackNumbers(this.packed);
    const starts = new Uint32Array(numbers.length);
    for (let at = 0; at < numbers.length; at += (numbers[at] ?? 0) + 1) starts[this.#count++] = at + 1;
    this.#starts = starts;
    return (this.#numbers = numbers);
  }
}

/** A rising list as what each number is more than the one before. */
export function differences(rising: readonly number[]): readonly number[] {
  return rising.map((number, i) => number - (rising[i - 1] ?? 0));
}

/** The list that {@link differences} were made of. */
export function sums(differences: Iterable<number>): number[] {
  let sum = 0;
  return Array.from(differences, (difference) => (sum += difference));
}

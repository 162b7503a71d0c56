import { packNumbers, readNumber, unpackNumbers } from './digits.js';

/** Packs lists of whole numbers from 0 up. */
export function packRecords(records: readonly (readonly number[])[]): string {
  return records.map(packNumbers).map((digits) => packNumbers([digits.length]) + digits).join('');
}

/** What {@link packRecords} packed. Opening leaps from list to list; a list is read when it is asked for. */
export class Records {
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];

  constructor(readonly packed: string) {
    for (let at = 0; at < packed.length; ) {
      const { number: length, end: start } = readNumber(packed, at);
      this.#starts.push(start);
      this.#ends.push((at = start + length));
    }
  }

  /** How many there are. */
  get count(): number {
    return this.#starts.length;
  }

  /** A list; empty where there is none. */
  at(index: number): Uint32Array {
    return unpackNumbers(this.packed, this.#starts[index] ?? 0, this.#ends[index] ?? 0);
  }
  /** The first numbers of a list, at most so many: of a long list, reading the rest would cost the most. */
  firstOf(index: number, count: number): readonly number[] {
    const numbers: number[] = [];
    const stop = this.#ends[index] ?? 0;
    for (let at = this.#starts[index] ?? 0; at < stop && numbers.length < count; ) {
      const { number, end } = readNumber(this.packed, at);
      numbers.push(number);
      at = end;
    }
    return numbers;
  }
}

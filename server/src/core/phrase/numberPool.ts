const FEWEST = 1 << 10;

/** Lists of whole numbers one after the other in one array, which grows as they come. */
export class NumberPool {
  #numbers: Int32Array;
  #length: number;

  /**
   * @param first the place of the first number: what is kept of the pool may have other uses for those below it
   * @param room so many numbers are made room for at once, of which only those that come take memory
   */
  constructor(first = 0, room = FEWEST) {
    this.#numbers = new Int32Array(room);
    this.#length = first;
  }

  /** Adds numbers. @returns the place of the first */
  add(numbers: ArrayLike<number>): number {
    const place = this.#length;
    this.#length += numbers.length;
    if (this.#length > this.#numbers.length) {
      const longer = new Int32Array(2 * this.#length);
      longer.set(this.#numbers);
      this.#numbers = longer;
    }
    this.#numbers.set(numbers, place);
    return place;
  }

  /** The number at a place. */
  at(place: number): number {
    return this.#numbers[place] ?? 0;
  }

  /** All of them, until some are added. */
  get numbers(): Int32Array {
    return this.#numbers;
  }

  /** So many numbers from a place on. */
  slice(place: number, count: number): Int32Array {
    return this.#numbers.slice(place, place + count);
  }

  /** How many numbers there are. */
  get length(): number {
    return this.#length;
  }
}

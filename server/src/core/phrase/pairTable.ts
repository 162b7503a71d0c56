/** Numbers from 1 by pairs of numbers, which a `Map` would want made into one key. */
export class PairTable {
  /** First, second and value of each place; a free one has the value 0. */
  #places = new Int32Array(3 * 16);
  #last = 15;
  #count = 0;

  /** The value of a pair; 0 where there is none. */
  get(first: number, second: number): number {
    return this.#places[this.#placeOf(first, second) + 2] ?? 0;
  }

  /** Gives a pair that has none its value, from 1. @returns the value */
  set(first: number, second: number, value: number): number {
    if (2 * ++this.#count > this.#last) this.#grow();
    this.#places.set([first, second, value], this.#placeOf(first, second));
    return value;
  }

  #placeOf(first: number, second: number): number {
    const hash = Math.imul(first ^ Math.imul(second, 0x9e3779b1), 0x85ebca6b);
    for (let slot = hash ^ (hash >>> 15); ; slot++) {
      const place = 3 * (slot & this.#last);
      if (this.#places[place + 2] === 0 || (this.#places[place] === first && this.#places[place + 1] === second)) return place;
    }
  }

  #grow(): void {
    const old = this.#places;
    this.#last = 2 * this.#last + 1;
    this.#places = new Int32Array(3 * (this.#last + 1));
    for (let at = 0; at < old.length; at += 3) {
      if (old[at + 2]) this.#places.set(old.subarray(at, at + 3), this.#placeOf(old[at] ?? 0, old[at + 1] ?? 0));
    }
  }
}

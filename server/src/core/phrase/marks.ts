/** Notes what has been entered. Made once and never cleared, because a set for every token takes longer than all the rest. */
export class Marks {
  #rounds = new Int32Array(256);
  #round = 0;

  /** Forgets all notes. @param size all numbers to come are below it */
  clear(size: number): void {
    if (this.#rounds.length < size) this.#rounds = new Int32Array(2 * size);
    this.#round++;
  }

  /** Whether a number has been noted. */
  has(number: number): boolean {
    return this.#rounds[number] === this.#round;
  }

  /** Notes a number. @returns whether it is new */
  add(number: number): boolean {
    if (this.has(number)) return false;
    this.#rounds[number] = this.#round;
    return true;
  }
}

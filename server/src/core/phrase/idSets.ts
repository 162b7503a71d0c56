import type { IdSet } from './idSet.js';
import { Sieves } from './sieves.js';

/** Sets of word ids by number, and their sieves. */
export class IdSets {
  readonly sieves = new Sieves();
  readonly #sets: IdSet[] = [];
  /** By number of a set. */
  readonly #sieves: number[] = [];
  readonly #numbers = new WeakMap<IdSet, number>();

  /** The number of a set. */
  numberOf(set: IdSet): number {
    return this.#numbers.get(set) ?? this.#add(set);
  }

  #add(set: IdSet): number {
    const number = this.#sets.push(set) - 1;
    this.#sieves.push(this.sieves.add([set.list]));
    this.#numbers.set(set, number);
    return number;
  }

  /** The sieve of a set. */
  sieveOf(set: IdSet): number {
    return this.#sieves[this.numberOf(set)] ?? 0;
  }

  /** Whether a word is in the set of a number. */
  isIn(id: number, number: number): boolean {
    return this.sieves.mayHold(this.#sieves[number] ?? 0, id) && this.#sets[number]?.has(id) === true;
  }
}

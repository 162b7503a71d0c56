import type { IdSet } from './idSet.js';
import { Sieves } from './sieves.js';

/** Sets of word ids by number, which of them a word is in, and their sieves. */
export class WordSets {
  readonly sieves = new Sieves();
  readonly #sieveOf = new WeakMap<IdSet, number>();
  /** By id of a word: the sets it is in. */
  readonly #setsOf: (number[] | undefined)[] = [];
  readonly #numbers = new Map<string, number>();
  /** The same by object: to write out what is in a set takes longer than all the rest. */
  readonly #known = new WeakMap<IdSet, number>();

  /** The number of a set; sets of the same words have the same. */
  numberOf(set: IdSet): number {
    const known = this.#known.get(set);
    if (known !== undefined) return known;
    const key = set.list.join(' ');
    const number = this.#numbers.get(key) ?? this.#add(key, set.list);
    this.#known.set(set, number);
    return number;
  }

  #add(key: string, list: readonly number[]): number {
    const number = this.#numbers.size;
    this.#numbers.set(key, number);
    for (const id of list) (this.#setsOf[id] ??= []).push(number);
    return number;
  }

  /** The sets that a word is in, of those that have a number. */
  setsOf(id: number): readonly number[] {
    return this.#setsOf[id] ?? NONE;
  }

  /** The sieve of a set. */
  sieveOf(set: IdSet): number {
    const known = this.#sieveOf.get(set);
    if (known !== undefined) return known;
    const sieve = this.sieves.add([set.list]);
    this.#sieveOf.set(set, sieve);
    return sieve;
  }
}

const NONE: readonly number[] = [];

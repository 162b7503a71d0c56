import type { IdSet } from './idSet.js';

/** So many tokens have a bit of their own; the ones after them share the last. */
const LAST = 31;

/**
 * Sets of words by number, and where the sentence in hand has them: bit `i` of a mask is token `i`. Each word of a sentence
 * marks the sets it is in, so that whoever asks for one looks into a table; to work a set out when it is asked for took
 * twice as long. What stands in the table counts for the round it was written in.
 */
export class WordSets {
  /** By id of a word: the sets it is in. */
  readonly #setsOf: (number[] | undefined)[] = [];
  readonly #numbers = new Map<string, number>();
  #rounds = new Int32Array(1 << 10);
  #places = new Int32Array(1 << 10);
  #round = 0;
  #ids: readonly number[] = [];

  /** The number of a set. */
  numberOf({ list }: IdSet): number {
    const key = list.join(' ');
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(key, number);
    if (number >= this.#rounds.length) [this.#rounds, this.#places] = [twiceAsLong(this.#rounds), twiceAsLong(this.#places)];
    for (const id of list) (this.#setsOf[id] ??= []).push(number);
    this.#ids.forEach((id, token) => {
      if (list.includes(id)) this.#mark([number], bitOf(token));
    });
    return number;
  }

  /** Takes the words of a sentence in hand; the same again cost nothing. */
  load(ids: readonly number[]): void {
    if (this.#ids === ids) return;
    this.#ids = ids;
    this.#round++;
    for (let i = 0; i < ids.length; i++) {
      const sets = this.#setsOf[ids[i] ?? 0];
      if (sets) this.#mark(sets, bitOf(i));
    }
  }

  #mark(sets: readonly number[], bit: number): void {
    for (const set of sets) {
      this.#places[set] = bit | (this.#rounds[set] === this.#round ? (this.#places[set] ?? 0) : 0);
      this.#rounds[set] = this.#round;
    }
  }

  /** Where words of a set stand; 0 where there is none. */
  placesOf(set: number): number {
    return this.#rounds[set] === this.#round ? (this.#places[set] ?? 0) : 0;
  }
}

function bitOf(token: number): number {
  return 1 << (token < LAST ? token : LAST);
}

function twiceAsLong(table: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const copy = new Int32Array(2 * table.length);
  copy.set(table);
  return copy;
}

/** The places after the first of some. The last bit stands for several tokens, and stays. */
export function afterFirst(places: number): number {
  return -((places & -places) << 1) | (1 << LAST);
}

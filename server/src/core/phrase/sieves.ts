import { NumberPool } from './numberPool.js';

/** So many bits at least for each word of a sieve: one word in thirty is let through that should not be. */
const BITS_A_WORD = 8;
const LONGEST = 9;
/** In numbers of so many bits. */
const ROOM = 1 << 19;

/**
 * Sets of word ids in little room: two bits of one number stand for a word, and each for other words too, so that a sieve holds
 * more words than its set (a Bloom filter whose bits lie in one number, so that a look is one fetch: Putze, Sanders, Singler,
 * "Cache-, Hash- and Space-Efficient Bloom Filters"). All of them stand side by side in one array, for what costs time is to
 * fetch them from all over the memory.
 */
export class Sieves {
  readonly #bits = new NumberPool(0, ROOM);

  /** The sieve of all words. */
  readonly all = (this.#bits.add([-1, -1]) << 4) | 1;

  /** Makes the sieve of what is in some lists of ids. @returns its place in the array, and in the last four bits how long it is: this power of two */
  add(lists: readonly (readonly number[] | Int32Array)[]): number {
    const count = lists.reduce((sum, { length }) => sum + length, 0);
    let size = 1;
    while (size < LONGEST && 32 << size < BITS_A_WORD * count) size++;
    const bits = new Int32Array(1 << size);
    const last = bits.length - 1;
    const add = (id: number): void => {
      bits[(id >>> 5) & last] = (bits[(id >>> 5) & last] ?? 0) | bitsOf(id);
    };
    // In a loop over numbers of an array of 32 bits, V8 would make an object for each until it knows better
    for (const ids of lists) ids.forEach(add);
    return (this.#bits.add(bits) << 4) | size;
  }

  /** Whether a word may be in the set of a sieve. */
  mayHold(sieve: number, id: number): boolean {
    const bits = bitsOf(id);
    return (this.#bits.at((sieve >>> 4) + ((id >>> 5) & ((1 << (sieve & 15)) - 1))) & bits) === bits;
  }

  /** The words of a list that may be in the set of a sieve. @param into where they are written, from its beginning; @returns how many they are */
  letThrough(sieve: number, ids: readonly number[], into: number[]): number {
    const { numbers } = this.#bits;
    const first = sieve >>> 4;
    const last = (1 << (sieve & 15)) - 1;
    let count = 0;
    for (const id of ids) {
      const bits = bitsOf(id);
      if (((numbers[first + ((id >>> 5) & last)] ?? 0) & bits) === bits) into[count++] = id;
    }
    return count;
  }

  /** Whether one of some words may be in the set of a sieve. */
  mayHoldOneOf(sieve: number, ids: readonly number[]): boolean {
    for (const id of ids) if (this.mayHold(sieve, id)) return true;
    return false;
  }
}

/** The two bits of a number that stand for a word. With one, 1.6 times as many pairs of words were looked up, most of them for nothing. */
function bitsOf(id: number): number {
  return (1 << id) | (1 << (Math.imul(id, 0x9e3779b1) >>> 27));
}

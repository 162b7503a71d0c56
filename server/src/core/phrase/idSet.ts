import type { Sets } from '../packed/sets.js';

/** So few ids are looked through: bits of their own would only crowd others out of the processor's cache. */
const FEW = 8;
/** A set that is asked no more often is looked through, too: in a short text most are asked once, and in 200 texts few more often. */
const SELDOM = 64;

/** A set of word ids that is asked often: made of a list, and of a bit for each id once it is asked for many. */
export class IdSet {
  #list: readonly number[] | undefined;
  #bits: Uint32Array | undefined;
  #asked = 0;

  /**
   * @param list without repetitions, in any order
   * @param packed where it is read, when it is first asked for, if it is not given: a short text asks for one set in three
   * @param index its place there
   */
  constructor(
    list: readonly number[] | undefined,
    readonly packed?: Sets,
    readonly index = 0,
  ) {
    this.#list = list;
  }

  get list(): readonly number[] {
    return (this.#list ??= this.packed?.at(this.index) ?? NONE);
  }

  has(id: number): boolean {
    const { list } = this;
    if (list.length <= FEW) return list.includes(id);
    if (!this.#bits && ++this.#asked <= SELDOM) return list.includes(id);
    const bits = (this.#bits ??= bitsOf(list));
    return ((bits[id >>> 5] ?? 0) & (1 << (id & 31))) !== 0;
  }

  /** Whether one of some words is in it. */
  hasOneOf(ids: Iterable<number>): boolean {
    for (const id of ids) if (this.has(id)) return true;
    return false;
  }
}

const NONE: readonly number[] = [];

function bitsOf(ids: readonly number[]): Uint32Array {
  const bits = new Uint32Array((Math.max(0, ...ids) >>> 5) + 1);
  for (const id of ids) bits[id >>> 5] = (bits[id >>> 5] ?? 0) | (1 << (id & 31));
  return bits;
}

import { NumberPool } from './numberPool.js';

/** Of a state: the automaton whose state it is, with all else that tells it from others; how many places it has; and which. */
const enum Column { owner, count, places }

const FEWEST_SLOTS = 1 << 10;

/** In numbers. */
export const ROOM = 1 << 20;

/**
 * The places of automata at which matches may stand together, each set of them once and by number. They are all in one
 * array: those of 2,000 phrases are 40,000 numbers, which took 12 MB as objects and arrays of their own.
 */
export class States {
  readonly #numbers = new NumberPool(1, ROOM);
  /** The states by what is in them; a full slot moves on to the next. */
  #slots = new Int32Array(FEWEST_SLOTS);
  #count = 0;

  /** How many numbers all states take. */
  get size(): number {
    return this.#numbers.length;
  }

  /** Whose state it is. */
  ownerOf(state: number): number {
    return this.#numbers.at(state + Column.owner);
  }

  /** Adds the places of a state to a list. */
  addPlaces(state: number, to: number[]): void {
    const end = state + Column.places + this.#numbers.at(state + Column.count);
    for (let at = state + Column.places; at < end; at++) to.push(this.#numbers.at(at));
  }

  /** The number of the state that has some places, which are put in order. */
  numberOf(owner: number, places: number[]): number {
    sort(places);
    for (let slot = hashOf(owner, places); ; slot++) {
      const at = slot & (this.#slots.length - 1);
      const state = this.#slots[at] ?? 0;
      if (state === 0) return this.#add(at, owner, places);
      if (this.#is(state, owner, places)) return state;
    }
  }

  #is(state: number, owner: number, places: readonly number[]): boolean {
    const numbers = this.#numbers;
    if (numbers.at(state + Column.owner) !== owner || numbers.at(state + Column.count) !== places.length) return false;
    for (let i = 0; i < places.length; i++) if (numbers.at(state + Column.places + i) !== places[i]) return false;
    return true;
  }

  #add(slot: number, owner: number, places: readonly number[]): number {
    const state = this.#numbers.add([owner, places.length]);
    this.#numbers.add(places);
    this.#slots[slot] = state;
    if (2 * ++this.#count > this.#slots.length) this.#makeSlots();
    return state;
  }

  #makeSlots(): void {
    const old = this.#slots;
    this.#slots = new Int32Array(2 * old.length);
    const last = this.#slots.length - 1;
    for (const state of old) {
      if (state === 0) continue;
      const places: number[] = [];
      this.addPlaces(state, places);
      let slot = hashOf(this.ownerOf(state), places);
      while (this.#slots[slot & last] !== 0) slot++;
      this.#slots[slot & last] = state;
    }
  }
}

/** So few numbers are put in order where they stand; V8 would copy them first. */
const FEW = 16;

function sort(numbers: number[]): void {
  if (numbers.length > FEW) numbers.sort((a, b) => a - b);
  else sortFew(numbers);
}

function sortFew(numbers: number[]): void {
  for (let i = 1; i < numbers.length; i++) {
    const number = numbers[i] ?? 0;
    let at = i;
    for (; at > 0 && (numbers[at - 1] ?? 0) > number; at--) numbers[at] = numbers[at - 1] ?? 0;
    numbers[at] = number;
  }
}

function hashOf(owner: number, places: readonly number[]): number {
  const hash = places.reduce((sum, place) => Math.imul(sum ^ place, 0x85ebca6b), Math.imul(owner, 0x9e3779b1));
  return hash ^ (hash >>> 15);
}

import { Op, type Automaton } from './automaton.js';
import { WordClass } from './lexicon.js';
import { Marks } from './marks.js';
import { NumberPool } from './numberPool.js';
import type { TokenTest } from './tokenTest.js';

/** Instead of a state: the end was met. */
export const MET = -1;
/** The same: it cannot be met any more. */
export const LOST = -2;
/** In place of the id of a token: there is none. */
export const NOTHING = -1;

/** A step in one number: what it does, where it leads, and its second way or its test. No automaton has so many steps, in either direction. */
const BITS = 14;
const LOW = (1 << BITS) - 1;
/** Of an automaton: where its tests begin, how many steps it has, and these. */
const enum Header { tests, steps, count }
/** Of a state: its automaton doubled, and one more where nothing but signs has been read; how many places it has; and which. */
const enum Column { automaton, count, places }

/** In numbers. */
const ROOM = 1 << 20;
const FEWEST_SLOTS = 1 << 10;

/** One for all: a state is followed to its end at once. */
const entered = new Marks();
const reached = new Marks();

/**
 * Where in their phrases matches may stand after some tokens. The automata of all phrases are in one array and so are all
 * states: those of 2,000 phrases are 40,000 numbers, which took 12 MB as objects and arrays of their own.
 * Places are steps of an automaton doubled, and one more where only signs may come up to the end.
 */
export class Paths {
  #automata = new NumberPool(1, ROOM);
  #tests: TokenTest[] = [];
  #states = new NumberPool(1, ROOM);
  /** The states by what is in them; a full slot moves on to the next. */
  #slots = new Int32Array(FEWEST_SLOTS);
  #count = 0;
  readonly #open: number[] = [];
  #found: number[] = [];

  /** Adds an automaton. It does not ask where clauses begin. @param entries the steps to begin with; @returns the state before the first token */
  add({ ops, next, other, tests }: Automaton, entries: readonly number[]): number {
    // Steps lead to lower ones: what comes before the entries is never met
    const steps = Math.max(0, ...entries) + 1;
    const numbers = [this.#tests.length, steps];
    for (let step = 0; step < steps; step++) numbers.push(((ops[step] ?? 0) << (2 * BITS)) | ((next[step] ?? 0) << BITS) | (other[step] ?? 0));
    for (const test of tests) this.#tests.push(test);
    this.#found = entries.map((step) => 2 * step);
    return this.#numberOf(this.#automata.add(numbers), true);
  }

  /** How many numbers all automata and states take. */
  get size(): number {
    return this.#automata.length + this.#states.length;
  }

  /** Begins anew: what was told of states holds no longer. */
  clear(): void {
    this.#automata = new NumberPool(1, ROOM);
    this.#tests = [];
    this.#states = new NumberPool(1, ROOM);
    this.#slots = new Int32Array(FEWEST_SLOTS);
    this.#count = 0;
  }

  /** The state after a state where a token follows; {@link MET} or {@link LOST} where there is none. @param word its id, or {@link NOTHING} */
  follow(state: number, word: number, classes: number): number {
    const states = this.#states;
    const automaton = states.at(state + Column.automaton);
    const end = state + Column.places + states.at(state + Column.count);
    const isSign = (classes & WordClass.punct) !== 0;
    this.#found = [];
    for (let at = state + Column.places; at < end; at++) this.#open.push(states.at(at));
    const places = 2 * this.#automata.at((automaton >>> 1) + Header.steps);
    entered.clear(places);
    reached.clear(places);
    if (this.#isMet(automaton >>> 1, (automaton & 1) === 1, word, classes, isSign)) return MET;
    return this.#numberOf(automaton >>> 1, (automaton & 1) === 1 && isSign);
  }

  /** Follows all open places past a token, to those that it finds. @returns whether they have met the end */
  #isMet(automaton: number, atStart: boolean, word: number, classes: number, isSign: boolean): boolean {
    const open = this.#open;
    for (let place = open.pop(); place !== undefined; place = open.pop()) {
      if (!entered.add(place)) continue;
      const step = this.#automata.at(automaton + Header.count + (place >>> 1));
      const isLast = place & 1;
      const target = 2 * ((step >>> BITS) & LOW) + isLast;
      switch (step >>> (2 * BITS)) {
        case Op.match:
          if (!isLast || word === NOTHING) {
            open.length = 0;
            return true;
          }
          if (isSign) this.#reach(place);
          break;
        case Op.token:
          if ((!isLast || isSign) && this.#passes(automaton, step & LOW, word, classes)) this.#reach(target);
          break;
        case Op.not:
          if (!this.#passes(automaton, step & LOW, word, classes)) open.push(target);
          break;
        case Op.split:
          open.push(target, 2 * (step & LOW) + isLast);
          break;
        case Op.start:
          if (atStart) open.push(target);
          break;
        case Op.end:
          open.push(target | 1);
          break;
        default:
          open.push(target);
      }
    }
    return false;
  }

  #reach(place: number): void {
    if (reached.add(place)) this.#found.push(place);
  }

  #passes(automaton: number, test: number, word: number, classes: number): boolean {
    return word !== NOTHING && this.#tests[this.#automata.at(automaton + Header.tests) + test]?.passes(word, classes) === true;
  }

  /** The number of the state that has the places found. */
  #numberOf(automaton: number, atStart: boolean): number {
    const found = this.#found;
    if (found.length === 0) return LOST;
    if (found.length > 1) found.sort((a, b) => a - b);
    const first = 2 * automaton + (atStart ? 1 : 0);
    for (let slot = hashOf(first, found); ; slot++) {
      const at = slot & (this.#slots.length - 1);
      const state = this.#slots[at] ?? 0;
      if (state === 0) return this.#add(at, first);
      if (this.#isAt(state, first)) return state;
    }
  }

  #isAt(state: number, first: number): boolean {
    const found = this.#found;
    const states = this.#states;
    if (states.at(state + Column.automaton) !== first || states.at(state + Column.count) !== found.length) return false;
    for (let i = 0; i < found.length; i++) if (states.at(state + Column.places + i) !== found[i]) return false;
    return true;
  }

  #add(slot: number, first: number): number {
    const state = this.#states.add([first, this.#found.length, ...this.#found]);
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
      let slot = this.#hashAt(state);
      while (this.#slots[slot & last] !== 0) slot++;
      this.#slots[slot & last] = state;
    }
  }

  #hashAt(state: number): number {
    const places = Array.from({ length: this.#states.at(state + Column.count) }, (_, i) => this.#states.at(state + Column.places + i));
    return hashOf(this.#states.at(state + Column.automaton), places);
  }
}

function hashOf(first: number, places: readonly number[]): number {
  let hash = Math.imul(first, 0x9e3779b1);
  for (const place of places) hash = Math.imul(hash ^ place, 0x85ebca6b);
  return hash ^ (hash >>> 15);
}

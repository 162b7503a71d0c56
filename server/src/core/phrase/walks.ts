import { CAPITALS } from './columns.js';
import { MATCH, type Machine, type Matchable } from './machine.js';
import type { Machines } from './machines.js';
import type { Sieves } from './sieves.js';

/** Of each phrase the number of its machine that goes forwards, the sieve of the words it mentions, the classes it asks for, and the state to begin with. */
const enum Column { after, sieve, asked, start, count }

/** A power of two: so many steps are remembered. Half as many took a tenth longer over 1,000 replies. */
const CELLS = 1 << 17;
const NUMBERS_A_CELL = 4;
/** Steps from so many states of a machine are remembered; its key would be another's from there on. */
const MOST_STATES = 1 << 12;
/** In place of the id of a token: there is none. */
const NOTHING = -1;

/**
 * Follows phrases from one of their rarest words, forwards and then backwards, until the words around say that no match is
 * there: mostly the next word does. Of 30 phrases that were called for by some of their words, one matched; of those that
 * come through here, two in three. The machines of 2,000 phrases stand all over the memory, and to fetch them took most of
 * the time: here the steps of all stand in one table, and the look at a token costs two look-ups.
 */
export class Walks {
  readonly #phrases: Int32Array;
  /** Two of each phrase that was asked for, forwards and backwards, and which round of numbers each was in. No machine has the number 0. */
  readonly #machines: (Machine | undefined)[] = [undefined, undefined];
  readonly #rounds: number[] = [0, 0];
  /** Machine and state, what the phrase sees of the token, and the state that follows. A later step takes the place of an earlier one. */
  readonly #cells = new Int32Array(NUMBERS_A_CELL * CELLS);

  /**
   * @param sieves those of the machines
   * @param count of the phrases, which are numbered from 0
   */
  constructor(
    readonly machinesOf: (phrase: number) => Machines | undefined,
    readonly sieves: Sieves,
    count: number,
  ) {
    this.#phrases = new Int32Array(Column.count * count);
  }

  /** Whether a match of a phrase may have one of its rarest words at a token. Where it says no, there is none. */
  mayStandAround(phrase: number, sentence: Matchable, token: number): boolean {
    const row = Column.count * phrase;
    const after = this.#phrases[row + Column.after] || this.#open(phrase, row);
    return this.#leads(row, after, sentence, token, 1) && this.#leads(row, this.#backwards(phrase, after), sentence, token, -1);
  }

  /** Numbers the machines of a phrase. @returns the number of the first */
  #open(phrase: number, row: number): number {
    const machines = this.machinesOf(phrase);
    if (!machines) return 0;
    const { after, columns } = machines;
    this.#rounds.push(after.round, 0);
    const number = this.#machines.push(after, undefined) - 2;
    this.#phrases.set([number, columns.sieve, columns.asked, after.start], row);
    return number;
  }

  /** The machine that goes backwards, made when the first way forwards leads on: most never do. @param after the number of the one that goes forwards; @returns its number */
  #backwards(phrase: number, after: number): number {
    const number = after + 1;
    if (!this.#machines[number]) {
      const before = this.machinesOf(phrase)?.before;
      this.#machines[number] = before;
      this.#rounds[number] = before?.round ?? 0;
    }
    return number;
  }

  /** Whether a machine lets a match be where it goes from a token in a direction. */
  #leads(row: number, machine: number, { ids, classes }: Matchable, token: number, direction: 1 | -1): boolean {
    const sieve = this.#phrases[row + Column.sieve] ?? 0;
    const asked = this.#phrases[row + Column.asked] ?? 0;
    let state = this.#phrases[row + Column.start] ?? 0;
    for (let at = token; state >= 0; at += direction) {
      const id = ids[at];
      if (id === undefined) return this.#step(row, machine, state, NOTHING, 0) === MATCH;
      const isMentioned = this.sieves.mayHold(sieve, id);
      state = this.#step(row, machine, state, isMentioned ? id : 0, (classes[at] ?? 0) & (isMentioned ? asked | CAPITALS : asked));
    }
    return state === MATCH;
  }

  /** The state that follows a state of a machine where a word of some classes comes next. */
  #step(row: number, machine: number, state: number, word: number, classes: number): number {
    if (state >= MOST_STATES) return this.#workOut(row, machine, state, word, classes);
    const cells = this.#cells;
    const key = MOST_STATES * machine + state;
    const hash = Math.imul(key ^ Math.imul(word, 0x9e3779b1) ^ Math.imul(classes, 0x27d4eb2f), 0x85ebca6b);
    const cell = NUMBERS_A_CELL * ((hash ^ (hash >>> 15)) & (CELLS - 1));
    if (cells[cell] === key && cells[cell + 1] === word && cells[cell + 2] === classes) return cells[cell + 3] ?? 0;
    const next = this.#workOut(row, machine, state, word, classes);
    cells[cell] = key;
    cells[cell + 1] = word;
    cells[cell + 2] = classes;
    cells[cell + 3] = next;
    return next;
  }

  /** A machine whose states have other numbers now gets another one itself; how its walk would have ended is not known. */
  #workOut(row: number, number: number, state: number, word: number, classes: number): number {
    const machine = this.#machines[number];
    if (!machine) return MATCH;
    const next = word === NOTHING ? machine.end(state) : machine.step(state, word, classes);
    if (machine.round === this.#rounds[number]) return next;
    this.#phrases[row + Column.after] = 0;
    return MATCH;
  }
}

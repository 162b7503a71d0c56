import { Op, type Automaton } from './automaton.js';
import { WordClass } from './lexicon.js';
import { PairTable } from './pairTable.js';
import type { Sieves } from './sieves.js';
import type { TokenTest } from './tokenTest.js';

const { name, acronym, capital, punct } = WordClass;
/** What decides whether a word that a phrase mentions is meant. */
export const CAPITALS = name | acronym | capital;

/** The column of the end of what is searched: no token stands there. */
export const END = 0;

/**
 * Tokens as one phrase sees them: all that pass the same of its tests are one column. A phrase mentions few words of
 * thousands, so that nearly all tokens of a text are in the same two or three.
 */
export class Columns {
  readonly #tests: readonly TokenTest[];
  /** The words of all tests, one test after the other, and the number of the test that each stands in. */
  readonly #words: Int32Array;
  readonly #owners: Uint16Array;
  /** The tests that ask for classes: any other passes its own words alone. */
  readonly #ofClasses: readonly number[];
  /**
   * Lets the words through that the phrase mentions, and a few others. A bit for every word there is would take two kilobytes
   * of each of thousands of phrases, and every token of a sentence would fetch another piece of them.
   */
  readonly sieve: number;
  /** The classes that any test asks for. */
  readonly asked: number;
  readonly #known = new PairTable();
  readonly #numbers = new Map<string, number>();
  /** A bit by column and test: whether its tokens pass. One array for all, in rows of `width`: an array takes more than most rows do. */
  #passed: Uint32Array;
  readonly #width: number;
  readonly #isSign: boolean[] = [false];

  /** @param sieves takes the words that the phrase mentions */
  constructor(
    { tests, ops }: Automaton,
    readonly sieves: Sieves,
  ) {
    this.#tests = tests;
    this.#width = (tests.length + 31) >>> 5;
    this.#passed = new Uint32Array(4 * this.#width);
    this.#ofClasses = tests.flatMap(({ classes }, number) => (classes === 0 ? [] : [number]));
    [this.#words, this.#owners] = wordsOf(tests);
    this.sieve = sieves.add([this.#words]);
    const looksAtSigns = ops.includes(Op.start) || ops.includes(Op.end);
    this.asked = this.#ofClasses.reduce((bits, number) => bits | (tests[number]?.classes ?? 0), looksAtSigns ? punct : 0);
  }

  /** The column of a token. */
  of(id: number, classes: number): number {
    const isMentioned = this.sieves.mayHold(this.sieve, id);
    const word = isMentioned ? id : 0;
    const bits = classes & (isMentioned ? this.asked | CAPITALS : this.asked);
    return this.#known.get(word, bits) || this.#known.set(word, bits, this.#columnOf(word, bits));
  }

  #columnOf(id: number, classes: number): number {
    const passed: number[] = [];
    const isSign = (classes & this.asked & punct) !== 0;
    // Most words pass few of many tests, so that these are what tells columns apart.
    let key = isSign ? '!' : '';
    for (const i of this.#mayPass(id)) {
      if (this.#tests[i]?.passes(id, classes) !== true) continue;
      passed.push(i);
      key += `${String(i)} `;
    }
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const column = this.#isSign.push(isSign) - 1;
    this.#keep(column, passed);
    this.#numbers.set(key, column);
    return column;
  }

  /** The tests that a word may pass, in rising order. To ask each of hundreds took most of a phrase's first sentence. */
  #mayPass(id: number): readonly number[] {
    if (id === 0) return this.#ofClasses;
    const found = new Set(this.#ofClasses);
    for (let at = this.#words.indexOf(id); at >= 0; at = this.#words.indexOf(id, at + 1)) found.add(this.#owners[at] ?? 0);
    return [...found].sort((a, b) => a - b);
  }

  #keep(column: number, tests: readonly number[]): void {
    const row = column * this.#width;
    if (row + this.#width > this.#passed.length) {
      const longer = new Uint32Array(2 * (row + this.#width));
      longer.set(this.#passed);
      this.#passed = longer;
    }
    for (const test of tests) this.#passed[row + (test >>> 5)] = (this.#passed[row + (test >>> 5)] ?? 0) | (1 << (test & 31));
  }

  /** Whether the tokens of a column pass a test of the phrase. */
  passes(column: number, test: number): boolean {
    return ((this.#passed[column * this.#width + (test >>> 5)] ?? 0) & (1 << (test & 31))) !== 0;
  }

  /** Whether the tokens of a column are signs, for a phrase that looks at its sentence's edges. */
  isSign(column: number): boolean {
    return this.#isSign[column] === true;
  }
}

/** The words of tests, one test after the other, and of each word the number of its test. */
function wordsOf(tests: readonly TokenTest[]): [words: Int32Array, owners: Uint16Array] {
  const lists = tests.map(({ words }) => words);
  const count = lists.reduce((sum, { length }) => sum + length, 0);
  const words = new Int32Array(count);
  const owners = new Uint16Array(count);
  let at = 0;
  lists.forEach((list, test) => {
    words.set(list, at);
    owners.fill(test, at, (at += list.length));
  });
  return [words, owners];
}

import { Op, type Automaton } from './automaton.js';
import { WordClass } from './lexicon.js';
import { PairTable } from './pairTable.js';
import type { TokenTest } from './tokenTest.js';

const { name, acronym, capital, punct } = WordClass;
/** What decides whether a word that a phrase mentions is meant. */
const CAPITALS = name | acronym | capital;

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
  /** Of every step the number of its test. */
  readonly #testOf: Int32Array;
  /**
   * The words that the phrase mentions, by their hash; a full slot moves on to the next. A bit for every word there is would
   * take two kilobytes of each of thousands of phrases, and every token of a sentence would fetch another piece of them.
   */
  readonly #mentioned: Int32Array;
  /** The classes that any test asks for. */
  readonly #asked: number;
  readonly #known = new PairTable();
  readonly #numbers = new Map<string, number>();
  /** By column, and then by test: whether its tokens pass. */
  readonly #passed: Uint8Array[] = [];
  readonly #isSign: boolean[] = [false];

  constructor({ tests, ops }: Automaton) {
    const numbers = new Map<TokenTest, number>();
    this.#testOf = new Int32Array(tests.length).fill(-1);
    tests.forEach((test, step) => {
      if (!test) return;
      const number = numbers.get(test) ?? numbers.size;
      numbers.set(test, number);
      this.#testOf[step] = number;
    });
    this.#tests = [...numbers.keys()];
    this.#ofClasses = [...numbers.values()].filter((number) => this.#tests[number]?.classes !== 0);
    [this.#words, this.#owners] = wordsOf(this.#tests);
    this.#mentioned = slotsOf(this.#words);
    const looksAtSigns = ops.includes(Op.start) || ops.includes(Op.end);
    this.#asked = this.#ofClasses.reduce((bits, number) => bits | (this.#tests[number]?.classes ?? 0), looksAtSigns ? punct : 0);
    this.#passed.push(new Uint8Array(this.#tests.length));
  }

  /** The column of a token. */
  of(id: number, classes: number): number {
    const isMentioned = this.#mentions(id);
    const word = isMentioned ? id : 0;
    const bits = classes & (isMentioned ? this.#asked | CAPITALS : this.#asked);
    return this.#known.get(word, bits) || this.#known.set(word, bits, this.#columnOf(word, bits));
  }

  #mentions(id: number): boolean {
    const slots = this.#mentioned;
    const last = slots.length - 1;
    for (let slot = id & last; ; slot = (slot + 1) & last) {
      const word = slots[slot];
      if (word === id) return id !== 0;
      if (word === 0) return false;
    }
  }

  #columnOf(id: number, classes: number): number {
    const passed = new Uint8Array(this.#tests.length);
    const isSign = (classes & this.#asked & punct) !== 0;
    // Most words pass few of many tests, so that these are what tells columns apart.
    let key = isSign ? '!' : '';
    for (const i of this.#mayPass(id)) {
      if (this.#tests[i]?.passes(id, classes) !== true) continue;
      passed[i] = 1;
      key += `${String(i)} `;
    }
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#isSign.push(isSign);
    const column = this.#passed.push(passed) - 1;
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

  /** Whether the tokens of a column pass the test of a step. */
  passes(column: number, step: number): boolean {
    return this.#passed[column]?.[this.#testOf[step] ?? -1] === 1;
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

/** Room for twice the words, so that most slots asked for are free. No word has the id 0. */
function slotsOf(words: Int32Array): Int32Array {
  let size = 4;
  while (size < 2 * words.length) size *= 2;
  const slots = new Int32Array(size);
  for (const word of words) {
    let slot = word & (size - 1);
    while (slots[slot] !== 0 && slots[slot] !== word) slot = (slot + 1) & (size - 1);
    slots[slot] = word;
  }
  return slots;
}

import { Op, type Automaton } from './automaton.js';
import { CAPITALS } from './columns.js';
import type { Phrase } from './compile.js';
import type { IdSet } from './idSet.js';
import { OPEN, WordClass } from './lexicon.js';
import type { Matchable } from './machine.js';
import { MET, NOTHING, Paths } from './paths.js';
import { reversed } from './reversed.js';
import type { Sieves } from './sieves.js';
import { StepTable } from './stepTable.js';
import type { TokenTest } from './tokenTest.js';

/** Of each phrase the sieve of the words it mentions, the classes it asks for, and the states to begin with, forwards and backwards: 0 for what is not made yet. */
const enum Column { sieve, asked, after, before, count }

/** What is remembered of phrases takes no more numbers: a hostile phrase has more states than anybody has room for. */
const MOST_NUMBERS = 1 << 21;

/**
 * Follows phrases from one of their rarest words, forwards and then backwards, until the words around say that no match is
 * there: mostly the next word does. Of 30 phrases that were called for by some of their words, one matched; of those that
 * come through here, two in three. The steps of all phrases stand in one table, and the look at a token costs two look-ups:
 * to fetch a table of each of thousands from all over the memory took most of the time.
 */
export class Walks {
  readonly #phrases: Int32Array;
  readonly #paths = new Paths();
  /** By state and what its phrase sees of a token, a word and classes, the state that follows. */
  readonly #steps = new StepTable();
  #round = 0;
  /** The phrase unpacked last. */
  #inHand: { readonly number: number; readonly phrase: Pick<Phrase, 'automaton' | 'needs'> | undefined } | undefined;

  /**
   * @param phraseOf a phrase, which is not kept
   * @param count of the phrases, which are numbered from 0
   * @param most so many numbers are remembered of all phrases
   */
  constructor(
    readonly phraseOf: (phrase: number) => Pick<Phrase, 'automaton' | 'needs'> | undefined,
    readonly sieves: Sieves,
    count: number,
    readonly most = MOST_NUMBERS,
  ) {
    this.#phrases = new Int32Array(Column.count * count);
  }

  /** How often all steps were forgotten. */
  get round(): number {
    return this.#round;
  }

  /** Whether a match of a phrase may have one of its rarest words at a token. Where it says no, there is none. */
  mayStandAround(phrase: number, sentence: Matchable, token: number): boolean {
    const row = Column.count * phrase;
    const after = this.#phrases[row + Column.after] || this.#open(phrase, row, Column.after);
    if (!this.#leads(row, after, sentence, token, 1)) return false;
    // Made when the first way forwards leads on: most never do
    const before = this.#phrases[row + Column.before] || this.#open(phrase, row, Column.before);
    return this.#leads(row, before, sentence, token, -1);
  }

  /** Works out where a phrase begins in one direction. @returns the state */
  #open(phrase: number, row: number, direction: Column.after | Column.before): number {
    const { automaton, needs } = this.#unpacked(phrase) ?? {};
    if (!automaton) return MET;
    if (this.#phrases[row + Column.sieve] === 0) this.#note(automaton, row);
    const keys = keySteps(automaton, needs?.[0]?.ids);
    const start = direction === Column.after ? this.#paths.add(automaton, keys) : this.#addReversed(automaton, keys);
    this.#phrases[row + direction] = start;
    return start;
  }

  /** Its way backwards is mostly asked for right after the one forwards, and to unpack it is half of the work. */
  #unpacked(number: number): Pick<Phrase, 'automaton' | 'needs'> | undefined {
    if (this.#inHand?.number !== number) this.#inHand = { number, phrase: this.phraseOf(number) };
    return this.#inHand.phrase;
  }

  #note({ ops, tests }: Automaton, row: number): void {
    const looksAtSigns = ops.includes(Op.start) || ops.includes(Op.end);
    this.#phrases[row + Column.sieve] = this.sieves.add(tests.map(({ words }) => words));
    this.#phrases[row + Column.asked] = tests.reduce((bits, { classes }) => bits | classes, looksAtSigns ? WordClass.punct : 0);
  }

  #addReversed(automaton: Automaton, keys: readonly number[]): number {
    const back = reversed(automaton);
    return this.#paths.add(back.automaton, keys.flatMap((step) => back.stepOf.get(step) ?? []));
  }

  /** Whether a phrase may match where it goes from a token in a direction. */
  #leads(row: number, start: number, { ids, classes }: Matchable, token: number, direction: 1 | -1): boolean {
    const sieve = this.#phrases[row + Column.sieve] ?? 0;
    const asked = this.#phrases[row + Column.asked] ?? 0;
    let state = start;
    for (let at = token; state >= 0; at += direction) {
      const id = ids[at];
      if (id === undefined) return this.#step(state, NOTHING, 0) === MET;
      const isMentioned = this.sieves.mayHold(sieve, id);
      state = this.#step(state, isMentioned ? id : 0, (classes[at] ?? 0) & (isMentioned ? asked | CAPITALS : asked));
    }
    return state === MET;
  }

  /** The state that follows a state where a word of some classes comes next. */
  #step(state: number, word: number, classes: number): number {
    return this.#steps.get(state, word, classes) || this.#workOut(state, word, classes);
  }

  #workOut(state: number, word: number, classes: number): number {
    if (this.#paths.size > this.most) return this.#forget();
    return this.#steps.set(state, word, classes, this.#paths.follow(state, word, classes));
  }

  /** Forgets all steps. @returns that the end may have been met: how the walk in hand would have ended is not known */
  #forget(): number {
    this.#paths.clear();
    this.#steps.clear();
    this.#round++;
    for (let row = 0; row < this.#phrases.length; row += Column.count) this.#phrases.fill(0, row + Column.after, row + Column.count);
    return MET;
  }
}

/** The steps that look for a word of the key, of which each match has one. */
function keySteps({ ops, other, tests }: Automaton, key: IdSet | undefined): readonly number[] {
  const words = new Set(key?.list);
  const areKeys = tests.map((test) => mayBeKey(test, words));
  const steps: number[] = [];
  ops.forEach((op, step) => {
    if (op === Op.token && areKeys[other[step] ?? 0]) steps.push(step);
  });
  return steps;
}

/** What a match must have is never a word of an open class; of a closed class all words are known. */
function mayBeKey({ classes, words }: TokenTest, key: ReadonlySet<number>): boolean {
  return (classes & OPEN) === 0 && (classes !== 0 || words.some((id) => key.has(id)));
}

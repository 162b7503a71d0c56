import { Op, type Automaton } from './automaton.js';
import type { Phrase } from './compile.js';
import { WordClass } from './lexicon.js';
import type { Matchable } from './matchable.js';
import { ANYTHING, mayBe, Side } from './neighbours.js';
import { classesFor, SELDOM, type Paths } from './paths.js';
import { NO_STEP, reversed } from './reversed.js';
import { keySteps } from './surroundings.js';

/** Of each phrase the sieve of the words it mentions, or how often it was followed without one, below 0; the classes it asks for; and the states to begin with, forwards and backwards: 0 for what is not made yet. */
const enum Column { sieve, asked, after, before, count }
type Direction = Column.after | Column.before;

/** What is asked of a phrase. */
type Walked = Pick<Phrase, 'automaton' | 'surroundings'>;

/**
 * Follows phrases from one of their rarest words, forwards and then backwards, until the words around say that no match is
 * there: mostly the next word does. Of 30 phrases that were called for by some of their words, one matched; of those that
 * come through here, two in three.
 */
export class Walks {
  readonly #phrases: Int32Array;
  /** Of each phrase what may stand right after its key, and right before it. They are looked at most of all, and by themselves. */
  readonly #beside: Int32Array;
  /** The states to begin with hold for one round of the paths. */
  #round = 0;
  /** The phrase unpacked last. */
  #inHand: { readonly number: number; readonly phrase: Walked | undefined } | undefined;

  /**
   * @param phraseOf a phrase, which is not kept
   * @param count of the phrases, which are numbered from 0
   */
  constructor(
    readonly phraseOf: (phrase: number) => Walked | undefined,
    readonly paths: Paths,
    count: number,
  ) {
    this.#phrases = new Int32Array(Column.count * count);
    this.#beside = new Int32Array(2 * Side.count * count);
  }

  /** Whether a match of a phrase may have one of its rarest words at a token. Where it says no, there is none. */
  mayStandAround(phrase: number, sentence: Matchable, token: number): boolean {
    const row = Column.count * phrase;
    // Its way backwards is made when the first way forwards leads on: most never do
    return this.#leads(phrase, row, Column.after, sentence, token, sentence.ids.length) && this.#leads(phrase, row, Column.before, sentence, token, -1);
  }

  /**
   * The same, as far as the two tokens beside it tell, which takes three numbers of each side and no steps: with ten times
   * our rules it leaves one walk in three to begin, and what calls for phrases took 0.59 of the time.
   */
  mayStandBetween(phrase: number, sentence: Matchable, token: number): boolean {
    const next = 2 * Side.count * phrase;
    if (this.#beside[next + Side.classes] === 0) this.#lookBeside(phrase, next);
    return mayBe(this.#beside, next, sentence, token + 1) && mayBe(this.#beside, next + Side.count, sentence, token - 1);
  }

  /** Whether {@link mayStandBetween} costs next to nothing: when it is first asked of a phrase, it is read, or worked out of one that is not packed. */
  isLookedAt(phrase: number): boolean {
    return this.#beside[2 * Side.count * phrase + Side.classes] !== 0;
  }

  #lookBeside(phrase: number, place: number): void {
    const surroundings = this.#unpacked(phrase)?.surroundings;
    if (!surroundings) return void this.#beside.fill(ANYTHING, place, place + 2 * Side.count);
    this.#beside.set(surroundings.after, place);
    this.#beside.set(surroundings.before, place + Side.count);
  }

  /** Whether a phrase may match where it goes from a token up to an end of the sentence. */
  #leads(phrase: number, row: number, direction: Direction, sentence: Matchable, token: number, end: number): boolean {
    if (this.#round !== this.paths.round) this.#beginAnew();
    const start = this.#phrases[row + direction] || this.#open(phrase, row, direction);
    if (start === 0) return true;
    const sieve = this.#phrases[row + Column.sieve] ?? 0;
    return this.paths.leads(start, sentence, token, end, sieve > 0 ? sieve : this.#sieveOf(row, start), this.#phrases[row + Column.asked] ?? 0);
  }

  /** The sieve of a phrase that has none yet. @param start a state of it */
  #sieveOf(row: number, start: number): number {
    const followed = -(this.#phrases[row + Column.sieve] ?? 0);
    if (followed < SELDOM) {
      this.#phrases[row + Column.sieve] = -followed - 1;
      return this.paths.sieves.all;
    }
    const { sieve, asked } = this.paths.viewOf(start);
    this.#phrases[row + Column.sieve] = sieve;
    this.#phrases[row + Column.asked] = asked | ((this.#phrases[row + Column.asked] ?? 0) & WordClass.punct);
    return sieve;
  }

  #beginAnew(): void {
    this.#round = this.paths.round;
    for (let row = 0; row < this.#phrases.length; row += Column.count) this.#phrases.fill(0, row + Column.after, row + Column.count);
  }

  /** Works out where a phrase begins in one direction. @returns the state; 0 where there is no phrase */
  #open(phrase: number, row: number, direction: Direction): number {
    const unpacked = this.#unpacked(phrase);
    if (!unpacked) return 0;
    const { automaton, surroundings } = unpacked;
    const keys = keySteps(automaton, surroundings.keys);
    if (this.#phrases[row + Column.asked] === 0) this.#phrases[row + Column.asked] = classesFor(automaton);
    const start = direction === Column.after ? this.#begin(withoutClauses(automaton), keys) : this.#beginBackwards(automaton, keys);
    this.#phrases[row + direction] = start;
    return start;
  }

  /** What may stand beside it, its way forwards and its way backwards are mostly asked for one right after the other, and to unpack it is half of the work. */
  #unpacked(number: number): Walked | undefined {
    if (this.#inHand?.number !== number) this.#inHand = { number, phrase: this.phraseOf(number) };
    return this.#inHand.phrase;
  }

  #begin(automaton: Automaton, steps: readonly number[]): number {
    return this.paths.first(this.paths.add(automaton, Math.max(0, ...steps)), steps, { atStart: true });
  }

  #beginBackwards(automaton: Automaton, steps: readonly number[]): number {
    const back = reversed(automaton);
    return this.#begin(back.automaton, steps.map((step) => back.stepOf[step] ?? NO_STEP).filter((step) => step !== NO_STEP));
  }
}

/** Where clauses begin is dear to tell: a walk goes on as if one began. */
function withoutClauses(automaton: Automaton): Automaton {
  const { ops } = automaton;
  return ops.includes(Op.clause) ? { ...automaton, ops: ops.map((op) => (op === Op.clause ? Op.save : op)) } : automaton;
}

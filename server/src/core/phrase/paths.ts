import { Op, type Automaton } from './automaton.js';
import { WordClass } from './lexicon.js';
import { Marks } from './marks.js';
import type { Matchable } from './matchable.js';
import { NumberPool } from './numberPool.js';
import type { Sieves } from './sieves.js';
import { ROOM, States } from './states.js';
import { StepTable } from './stepTable.js';
import type { TokenTest } from './tokenTest.js';

/** Instead of a state: the end was met. */
const MET = -1;
/** The same: it cannot be met any more. Below it, the state depends on whether a clause begins. */
const LOST = -2;
/** In place of the id of a token: there is none. */
const NOTHING = -1;

/** A step in one number: what it does, where it leads, and its second way or its test. No automaton has so many steps, in either direction. */
const BITS = 14;
const LOW = (1 << BITS) - 1;
/** Of an automaton: where its tests begin, how many they are, how many steps it has, and these. */
const enum Header { tests, testCount, steps, count }

/** Beside the automaton, what tells states with the same places apart: nothing but signs has been read; a match may begin with any token. */
const AT_START = 1;
const ANYWHERE = 2;
const MODES = 2;

/** All that is remembered takes no more numbers: a hostile phrase has more states than anybody has room for. */
const MOST_NUMBERS = 1 << 21;

const { name, acronym, capital, punct } = WordClass;
/** What decides whether a word that a phrase mentions is meant. */
const CAPITALS = name | acronym | capital;

/** What a phrase sees of tokens: nearly all tokens of a text are the same to it. */
export interface View {
  /** Lets the words through that it mentions, and a few others. */
  readonly sieve: number;
  /** The classes that it asks for. */
  readonly asked: number;
}

/** How often a phrase is followed before its view is worked out: most of a short text's are followed twice. */
export const SELDOM = 6;

/** The classes that a phrase may ask for, as far as a short look tells: that of signs where it asks for it, or for an edge of the sentence. */
export function classesFor({ ops, tests }: Automaton): number {
  return ops.includes(Op.start) || ops.includes(Op.end) || tests.some(({ classes }) => (classes & punct) !== 0) ? -1 : ~punct;
}

/** Where a match may begin. */
export interface Mode {
  /** Nothing stands before the first token. */
  readonly atStart: boolean;
  /** With any token, not with the first alone. */
  readonly isAnywhere?: boolean;
}

/** One for all: a state is followed to its end at once. */
const entered = new Marks();
const reached = new Marks();

/**
 * Follows automata of phrases from token to token, all ways at once, forwards or backwards. Where matches may stand after some
 * tokens is a state, and which state follows is worked out once and looked up from then on: the automata are made deterministic
 * as texts call for it (Cox, "Regular Expression Matching in the Wild"). The steps of all phrases stand in one table, and the look
 * at a token costs two look-ups: to fetch a table of each of thousands from all over the memory took most of the time.
 */
export class Paths {
  #automata = new NumberPool(1, ROOM);
  #tests: TokenTest[] = [];
  /** The tests of the automaton added last: its own way back comes next and has the same, and to keep them twice took .5 MB. */
  #lastTests: readonly TokenTest[] = [];
  /** Their places are steps of an automaton doubled, and one more where only signs may come up to the end. */
  #states = new States();
  /** Pairs of states: where no clause begins, and where one does. */
  #forks = new NumberPool(1);
  /** By state and what its phrase sees of a token, a word and classes, the state that follows. */
  readonly #steps = new StepTable();
  #round = 0;
  readonly #open: number[] = [];
  #found: number[] = [];
  /** Whether it mattered to the last step if a clause begins. */
  #asksForClause = false;

  /**
   * @param sieves of the words that phrases mention
   * @param most so many numbers are remembered
   */
  constructor(
    readonly sieves: Sieves,
    readonly most = MOST_NUMBERS,
  ) {}

  /** How often all was forgotten: automata and states have other numbers in every round. */
  get round(): number {
    return this.#round;
  }

  /** What the phrase of a state sees of tokens, but for signs. Until it has been followed often, let it see all: to make its sieve takes as long as a hundred steps. */
  viewOf(state: number): View {
    const automaton = this.#states.ownerOf(state) >>> MODES;
    const from = this.#automata.at(automaton + Header.tests);
    const tests = this.#tests.slice(from, from + this.#automata.at(automaton + Header.testCount));
    return { sieve: this.sieves.add(tests.map(({ words }) => words)), asked: tests.reduce((bits, { classes }) => bits | classes, 0) };
  }

  /** Adds an automaton. @param last the highest of its steps that is followed: steps lead to lower ones; @returns its number */
  add({ ops, next, other, tests }: Automaton, last: number): number {
    if (tests !== this.#lastTests) this.#tests.push(...tests);
    this.#lastTests = tests;
    const numbers = new Int32Array(Header.count + last + 1);
    numbers.set([this.#tests.length - tests.length, tests.length, last + 1]);
    for (let step = 0; step <= last; step++) numbers[Header.count + step] = ((ops[step] ?? 0) << (2 * BITS)) | ((next[step] ?? 0) << BITS) | (other[step] ?? 0);
    return this.#automata.add(numbers);
  }

  /** The state before the first token. @param entries the steps to begin with; @param automaton its number */
  first(automaton: number, entries: readonly number[], { atStart, isAnywhere = false }: Mode): number {
    const owner = (automaton << MODES) | (atStart ? AT_START : 0) | (isAnywhere ? ANYWHERE : 0);
    return this.#states.numberOf(owner, entries.map((step) => 2 * step));
  }

  /**
   * Whether the way from a state meets its end.
   * @param from @param end the tokens to go through, without the last; backwards where it is the lower one
   * @param sieve @param asked the phrase's view
   */
  leads(start: number, sentence: Matchable, from: number, end: number, sieve: number, asked: number): boolean {
    const { ids, classes } = sentence;
    const direction = from <= end ? 1 : -1;
    let state = start;
    for (let at = from; at !== end; at += direction) {
      const id = ids[at] ?? 0;
      const isMentioned = this.sieves.mayHold(sieve, id);
      state = this.#next(state, isMentioned ? id : 0, (classes[at] ?? 0) & (isMentioned ? asked | CAPITALS : asked), sentence, at);
      if (state < 0) return state === MET;
    }
    return this.#next(state, NOTHING, 0, sentence, end) === MET;
  }

  /** The state that follows a state where a word of some classes comes next. */
  #next(state: number, word: number, classes: number, sentence: Matchable, at: number): number {
    const next = this.#steps.get(state, word, classes) || this.#workOut(state, word, classes);
    return next >= LOST ? next : this.#forks.at(LOST - next + (sentence.isClauseStart(at) ? 1 : 0));
  }

  #workOut(known: number, word: number, classes: number): number {
    const isFull = this.#automata.length + this.#states.size + this.#forks.length > this.most;
    const state = isFull ? this.#forgetAllBut(known) : known;
    const inside = this.#follow(state, word, classes, false);
    const opening = this.#asksForClause ? this.#follow(state, word, classes, true) : inside;
    return this.#steps.set(state, word, classes, opening === inside ? inside : LOST - this.#forks.add([inside, opening]));
  }

  /** Begins anew with a state: to go on from it. @returns its new number */
  #forgetAllBut(state: number): number {
    const owner = this.#states.ownerOf(state);
    const places: number[] = [];
    this.#states.addPlaces(state, places);
    const automaton = owner >>> MODES;
    const from = this.#automata.at(automaton + Header.tests);
    this.#tests = this.#tests.slice(from, from + this.#automata.at(automaton + Header.testCount));
    this.#lastTests = [];
    const numbers = this.#automata.slice(automaton, Header.count + this.#automata.at(automaton + Header.steps));
    numbers[Header.tests] = 0;
    this.#automata = new NumberPool(1, ROOM);
    this.#states = new States();
    this.#forks = new NumberPool(1);
    this.#steps.clear();
    this.#round++;
    return this.#states.numberOf((this.#automata.add(numbers) << MODES) | (owner & (AT_START | ANYWHERE)), places);
  }

  /** The state after a state where a token follows; {@link MET} or {@link LOST} where there is none. @param word its id, or {@link NOTHING} */
  #follow(state: number, word: number, classes: number, opensClause: boolean): number {
    const owner = this.#states.ownerOf(state);
    const automaton = owner >>> MODES;
    const atStart = (owner & AT_START) !== 0;
    const isSign = (classes & punct) !== 0;
    const entry = 2 * (this.#automata.at(automaton + Header.steps) - 1);
    entered.clear(entry + 2);
    reached.clear(entry + 2);
    this.#found = [];
    this.#asksForClause = false;
    if ((owner & ANYWHERE) !== 0) this.#reach(entry);
    this.#states.addPlaces(state, this.#open);
    // No match begins where there is nothing left to read, but for `^ $`, which asks for just that
    if (word === NOTHING && !atStart) entered.add(entry);
    if (this.#isMet(automaton, { word, classes, atStart, isSign, opensClause })) return MET;
    return this.#found.length === 0 ? LOST : this.#states.numberOf(atStart && !isSign ? owner ^ AT_START : owner, this.#found);
  }

  /** Follows all open places past a token, to those that it finds. @returns whether they have met the end */
  #isMet(automaton: number, token: Token): boolean {
    const open = this.#open;
    for (let place = open.pop(); place !== undefined; place = open.pop()) {
      if (!entered.add(place)) continue;
      const step = this.#automata.at(automaton + Header.count + (place >>> 1));
      const isLast = place & 1;
      const target = 2 * ((step >>> BITS) & LOW) + isLast;
      switch (step >>> (2 * BITS)) {
        case Op.match:
          if (!isLast || token.word === NOTHING) {
            open.length = 0;
            return true;
          }
          if (token.isSign) this.#reach(place);
          break;
        case Op.token:
          if ((!isLast || token.isSign) && this.#passes(automaton, step & LOW, token)) this.#reach(target);
          break;
        case Op.not:
          if (!this.#passes(automaton, step & LOW, token)) open.push(target);
          break;
        case Op.split:
          open.push(target, 2 * (step & LOW) + isLast);
          break;
        case Op.start:
          if (token.atStart) open.push(target);
          break;
        case Op.end:
          open.push(target | 1);
          break;
        case Op.clause:
          this.#asksForClause = true;
          if (token.opensClause) open.push(target);
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

  #passes(automaton: number, test: number, { word, classes }: Token): boolean {
    return word !== NOTHING && this.#tests[this.#automata.at(automaton + Header.tests) + test]?.passes(word, classes) === true;
  }
}

/** A token that is read, or that there is none, and where it stands. */
interface Token {
  readonly word: number;
  readonly classes: number;
  /** Nothing but signs stands before it. */
  readonly atStart: boolean;
  readonly isSign: boolean;
  readonly opensClause: boolean;
}

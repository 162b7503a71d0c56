import { Op, type Automaton, type Fan } from './automaton.js';
import type { Phrase } from './compile.js';
import { WordClass } from './lexicon.js';
import { masks, span, type Matchable } from './masks.js';
import type { TokenTest } from './tokenTest.js';

export type { Matchable } from './masks.js';

/** Where a phrase matched: `[start, end)` in tokens, and the same for its captures (-1 where one took no part). */
export interface Match {
  readonly start: number;
  readonly end: number;
  readonly slots: readonly number[];
}

/**
 * All matches of a phrase that do not overlap, leftmost first. A phrase has no unbounded repetition, so that the work
 * is at most tokens × steps × length of the phrase: linear in the text, whatever the phrase. Most sentences have no
 * match, which one walk over the steps tells for all places at once; where one begins, Thompson's simulation with
 * captures tells which of several ways is meant (Pike's VM; Cox, "Regular Expression Matching: the Virtual Machine
 * Approach").
 */
export function findAll(phrase: Phrase, sentence: Matchable, from = 0, to = sentence.ids.length): readonly Match[] {
  if (!matches(phrase, sentence, from, to)) return NONE;
  const found: Match[] = [];
  let free = from;
  for (const at of startsOf(phrase.automaton, from, to)) {
    const match = at < free ? undefined : new Run(phrase.automaton, sentence, at, to, from).match();
    if (!match || match.end === match.start) continue;
    found.push(match);
    free = match.end;
  }
  return found;
}

const NONE: readonly Match[] = [];

/** Whether a sentence has everything that a phrase needs. Where it does not, there is no match. */
export function hasNeeds(phrase: Phrase, sentence: Matchable): boolean {
  masks.load(sentence);
  return phrase.needs.every(({ ids }) => masks.hasAny(ids));
}

/**
 * For every step the places of the page in hand that it is reached at, and whether it is reached at the first place of
 * the next page; a bit for every step that is reached at all. All zero between walks.
 */
let reached = new Int32Array(256);
let carried = new Int32Array(256);
let live = new Int32Array(8);

function reach(step: number, places: number): void {
  reached[step] = (reached[step] ?? 0) | places;
  live[step >>> 5] = (live[step >>> 5] ?? 0) | (1 << step);
}

/** Whether a phrase matches anywhere between two tokens, whose edges `^` and `$` stand for. */
export function matches({ automaton }: Phrase, sentence: Matchable, from = 0, to = sentence.ids.length): boolean {
  masks.load(sentence);
  if (reached.length <= automaton.entry) [reached, carried, live] = [64, 64, 2].map((size) => new Int32Array(size * (automaton.entry >>> 5) + size)) as [Int32Array<ArrayBuffer>, Int32Array<ArrayBuffer>, Int32Array<ArrayBuffer>];
  let found = false;
  for (let page = from >>> 5; page <= to >>> 5 && !found; page++) {
    if (page > from >>> 5) takeOver(automaton.entry);
    reach(automaton.entry, span(from, to, page));
    found = walk(automaton, page, from, to);
  }
  if (to >>> 5 > from >>> 5) carried.fill(0, 0, automaton.entry + 1);
  return found;
}

function takeOver(entry: number): void {
  for (let step = 0; step <= entry; step++) {
    if (carried[step]) reach(step, 1);
    carried[step] = 0;
  }
}

/**
 * Follows all ways through a page at once, from the first step of the phrase to the match: what a step has reached, it
 * hands on as a mask. Only steps that something reaches are looked at, a few of hundreds.
 */
function walk(automaton: Automaton, page: number, from: number, to: number): boolean {
  for (let word = automaton.entry >>> 5; word >= 0; word--) {
    for (let bits = live[word] ?? 0; bits !== 0; bits = live[word] ?? 0) {
      const bit = 31 - Math.clz32(bits);
      live[word] = bits & ~(1 << bit);
      const step = 32 * word + bit;
      const at = reached[step] ?? 0;
      reached[step] = 0;
      if (step === 0) return at !== 0;
      const fan = automaton.fans[step];
      if (fan) spread(fan, at, page, to);
      else follow(automaton, step, at, page, from, to);
    }
  }
  return false;
}

/** Hands each place on to the options that the token there can begin. */
function spread(fan: Fan, at: number, page: number, to: number): void {
  for (const step of fan.others) reach(step, at);
  for (let rest = at; rest !== 0; rest &= rest - 1) {
    const bit = 31 - Math.clz32(rest & -rest);
    const token = 32 * page + bit;
    if (token < to) for (const step of fan.ofWord(masks.idAt(token))) reach(step, 1 << bit);
  }
}

/** Hands the places of a step on to those it leads to. */
function follow({ ops, next, other, tests }: Automaton, step: number, at: number, page: number, from: number, to: number): void {
  const target = next[step] ?? 0;
  switch (ops[step]) {
    case Op.token:
      at = passing(tests[step], at & span(from, to, page), page);
      if (at < 0) carried[target] = 1;
      at <<= 1;
      break;
    case Op.not:
      at &= ~passing(tests[step], at & span(from, to, page), page);
      break;
    case Op.split:
      reach(other[step] ?? 0, at);
      break;
    case Op.start:
      at &= masks.edgeAfter(from, page);
      break;
    case Op.end:
      at &= masks.edgeBefore(to, page);
      break;
    case Op.clause:
      at &= masks.clauseStarts(page);
      break;
  }
  if (at !== 0) reach(target, at);
}

function passing(test: TokenTest | undefined, at: number, page: number): number {
  return test && at !== 0 ? masks.passing(test, at, page) : 0;
}

/** For every step the places of the page in hand from which it leads to a match, and whether the first place of the next page does. */
let leading = new Int32Array(256);
let later = new Int32Array(256);

/** The places of the part `[from, to)` of the sentence in hand at which a match begins: the walk the other way round. */
function startsOf(automaton: Automaton, from: number, to: number): readonly number[] {
  const { entry } = automaton;
  if (leading.length <= entry) [leading, later] = [new Int32Array(2 * entry), new Int32Array(2 * entry)];
  later.fill(0, 0, entry + 1);
  const starts: number[] = [];
  for (let page = to >>> 5; page >= from >>> 5; page--) {
    walkBack(automaton, page, from, to);
    const mask = (leading[entry] ?? 0) & span(from, to, page);
    for (let bit = 31; bit >= 0; bit--) if (mask & (1 << bit)) starts.push(32 * page + bit);
    for (let step = 0; step <= entry; step++) later[step] = (leading[step] ?? 0) & 1;
  }
  return starts.reverse();
}

function walkBack({ ops, next, other, tests, entry }: Automaton, page: number, from: number, to: number): void {
  const inside = span(from, to, page);
  leading[0] = span(from, to + 1, page);
  for (let step = 1; step <= entry; step++) {
    const target = next[step] ?? 0;
    const test = tests[step];
    const ways = leading[target] ?? 0;
    switch (ops[step]) {
      case Op.token:
        leading[step] = passing(test, ((ways >>> 1) | ((later[target] ?? 0) << 31)) & inside, page);
        break;
      case Op.not:
        leading[step] = ways & ~passing(test, ways & inside, page);
        break;
      case Op.split:
        leading[step] = ways | (leading[other[step] ?? 0] ?? 0);
        break;
      case Op.start:
        leading[step] = ways && ways & masks.edgeAfter(from, page);
        break;
      case Op.end:
        leading[step] = ways && ways & masks.edgeBefore(to, page);
        break;
      case Op.clause:
        leading[step] = ways && ways & masks.clauseStarts(page);
        break;
      default:
        leading[step] = ways;
    }
  }
}

interface Thread {
  readonly step: number;
  readonly slots: readonly number[];
}

/**
 * When each step was last entered. One array for all runs, never cleared: a run counts on from where the last
 * one stopped. A set for every token took a third of all matching time.
 */
let marks = new Int32Array(256);
let round = 0;

/** Finds the match of highest priority that begins at a token of the part `[begin, to)`. */
class Run {
  #threads: Thread[] = [];
  #found: Match | undefined;

  constructor(
    readonly automaton: Automaton,
    readonly sentence: Matchable,
    readonly from: number,
    readonly to: number,
    readonly begin: number,
  ) {
    if (marks.length <= automaton.entry) marks = new Int32Array(2 * automaton.entry);
  }

  match(): Match | undefined {
    round++;
    this.#follow(this.automaton.entry, [], this.from, this.#threads);
    for (let at = this.from + 1; this.#threads.length > 0; at++) this.#advance(at);
    return this.#found;
  }

  /** Follows every thread from token `at` on, the ones of lower priority only while nothing better has matched. */
  #advance(at: number): void {
    const next: Thread[] = [];
    round++;
    for (const { step, slots } of this.#threads) if (this.#follow(step, slots, at, next)) break;
    this.#threads = next;
  }

  /** Follows the steps up to those past token `at`; true when they lead to a match, which beats all threads behind. */
  #follow(step: number, slots: readonly number[], at: number, into: Thread[]): boolean {
    if (marks[step] === round) return false;
    marks[step] = round;
    const next = this.automaton.next[step] ?? 0;
    const other = this.automaton.other[step] ?? 0;
    switch (this.automaton.ops[step]) {
      case Op.token:
        if (this.#passes(step, at)) into.push({ step: next, slots });
        return false;
      case Op.split:
        return this.#follow(next, slots, at, into) || this.#follow(other, slots, at, into);
      case Op.save:
        return this.#follow(next, withSlot(slots, other, at), at, into);
      case Op.match:
        this.#found = { start: this.from, end: at, slots };
        return true;
      case Op.not:
        return !this.#passes(step, at) && this.#follow(next, slots, at, into);
      case Op.start:
        return this.#areSigns(this.begin, at) && this.#follow(next, slots, at, into);
      case Op.end:
        return this.#areSigns(at, this.to) && this.#follow(next, slots, at, into);
      default:
        return this.sentence.isClauseStart(at) && this.#follow(next, slots, at, into);
    }
  }

  #passes(step: number, at: number): boolean {
    const { ids, classes } = this.sentence;
    return at < this.to && this.automaton.tests[step]?.passes(ids[at] ?? 0, classes[at] ?? 0) === true;
  }

  #areSigns(from: number, to: number): boolean {
    for (let i = from; i < to; i++) if (!((this.sentence.classes[i] ?? 0) & WordClass.punct)) return false;
    return true;
  }
}

function withSlot(slots: readonly number[], slot: number, at: number): readonly number[] {
  const copy = slots.slice();
  while (copy.length <= slot) copy.push(-1);
  copy[slot] = at;
  return copy;
}

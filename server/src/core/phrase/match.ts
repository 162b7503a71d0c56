import { Op, type Automaton } from './automaton.js';
import type { Phrase } from './compile.js';
import { WordClass } from './lexicon.js';
import type { Matchable } from './matchable.js';
import { Marks } from './marks.js';
import { present } from './present.js';

/** Where a phrase matched: `[start, end)` in tokens, and the same for its captures (-1 where one took no part). */
export interface Match {
  readonly start: number;
  readonly end: number;
  readonly slots: readonly number[];
}

/**
 * All matches of a phrase that do not overlap, leftmost first. A phrase has no unbounded repetition, so that the work
 * is at most tokens × steps × length of the phrase: linear in the text, whatever the phrase. Most tokens are
 * none that a match may begin with; whether one begins with another, the phrase's route tells by one look into a table for each
 * token; where one begins, Thompson's simulation with captures tells which of several ways is meant (Pike's VM; Cox, "Regular Expression Matching: the Virtual Machine
 * Approach").
 */
export function findAll(phrase: Phrase, sentence: Matchable, from = 0, to = sentence.ids.length): readonly Match[] {
  const { route } = phrase;
  let found: Match[] | undefined;
  for (let at = from; at < to; at++) {
    if (!route.mayBeginWith(sentence, at) || !route.beginsAt(sentence, at, to, areSigns(sentence, from, at))) continue;
    const match = new Run(phrase.automaton, sentence, at, to, from).match();
    if (!match || match.end === match.start) continue;
    (found ??= []).push(match);
    at = match.end - 1;
  }
  return found ?? NONE;
}

const NONE: readonly Match[] = [];

/** Whether a sentence has the words that a phrase needs. Where it does not, there is no match. */
export function mayMatch({ needs }: Phrase, { ids }: Matchable): boolean {
  present.load(ids);
  for (const need of needs) if (!present.hasOneOf(need.ids)) return false;
  return true;
}

/** Whether a phrase matches anywhere between two tokens, whose edges `^` and `$` stand for. */
export function matches({ route }: Phrase, sentence: Matchable, from = 0, to = sentence.ids.length): boolean {
  return route.isIn(sentence, from, to);
}

/** Whether there is nothing but signs in `[from, to)`. */
function areSigns({ classes }: Matchable, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (((classes[i] ?? 0) & WordClass.punct) === 0) return false;
  return true;
}

interface Thread {
  readonly step: number;
  readonly slots: readonly number[];
}

/** One for all runs. */
const entered = new Marks();

/**
 * Finds the match of highest priority that begins at a token of the part `[begin, to)`. It stands beside `paths.ts`, whose
 * states are sets of places: which way has led to a place, what it has caught on it and whether another is preferred is just what
 * they leave out, so that few states say all. Of the sentences that a phrase is tried on, only those with a match come here.
 */
class Run {
  #threads: Thread[] = [];
  #found: Match | undefined;

  constructor(
    readonly automaton: Automaton,
    readonly sentence: Matchable,
    readonly from: number,
    readonly to: number,
    readonly begin: number,
  ) {}

  match(): Match | undefined {
    entered.clear(this.automaton.entry + 1);
    this.#follow(this.automaton.entry, [], this.from, this.#threads);
    for (let at = this.from + 1; this.#threads.length > 0; at++) this.#advance(at);
    return this.#found;
  }

  /** Follows every thread from token `at` on, the ones of lower priority only while nothing better has matched. */
  #advance(at: number): void {
    const next: Thread[] = [];
    entered.clear(this.automaton.entry + 1);
    for (const { step, slots } of this.#threads) if (this.#follow(step, slots, at, next)) break;
    this.#threads = next;
  }

  /** Follows the steps up to those past token `at`; true when they lead to a match, which beats all threads behind. */
  #follow(step: number, slots: readonly number[], at: number, into: Thread[]): boolean {
    if (!entered.add(step)) return false;
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
        return areSigns(this.sentence, this.begin, at) && this.#follow(next, slots, at, into);
      case Op.end:
        return areSigns(this.sentence, at, this.to) && this.#follow(next, slots, at, into);
      default:
        return this.sentence.isClauseStart(at) && this.#follow(next, slots, at, into);
    }
  }

  #passes(step: number, at: number): boolean {
    const { ids, classes } = this.sentence;
    return at < this.to && this.automaton.tests[this.automaton.other[step] ?? 0]?.passes(ids[at] ?? 0, classes[at] ?? 0) === true;
  }
}

function withSlot(slots: readonly number[], slot: number, at: number): readonly number[] {
  const copy = slots.slice();
  while (copy.length <= slot) copy.push(-1);
  copy[slot] = at;
  return copy;
}

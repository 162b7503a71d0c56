import type { Automaton } from './automaton.js';
import type { Phrase } from './compile.js';
import { WordClass } from './lexicon.js';
import type { TokenTest } from './tokenTest.js';

/** What matching sees of a sentence. */
export interface Matchable {
  readonly ids: readonly number[];
  readonly classes: readonly number[];
  /** Whether a clause begins at the token. */
  isClauseStart(token: number): boolean;
}

/** Where a phrase matched: `[start, end)` in tokens, and the same for its captures (-1 where one took no part). */
export interface Match {
  readonly start: number;
  readonly end: number;
  readonly slots: readonly number[];
}

interface Thread {
  readonly step: number;
  readonly slots: readonly number[];
}

/**
 * All matches of a phrase that do not overlap, leftmost first. A phrase has no unbounded repetition, so
 * that the work is at most tokens × steps × length of the phrase: linear in the text, whatever the phrase.
 * Method: Thompson's simulation with captures (Pike's VM; Cox, "Regular Expression Matching: the Virtual
 * Machine Approach").
 */
export function findAll(phrase: Phrase, sentence: Matchable, from = 0, to = sentence.ids.length): readonly Match[] {
  const found: Match[] = [];
  for (let at = from; at < to; at++) {
    const match = matchAt(phrase, sentence, at, to, from);
    if (!match || match.end === match.start) continue;
    found.push(match);
    at = match.end - 1;
  }
  return found;
}

/** Whether a sentence has everything that a phrase needs. Where it does not, there is no match. */
export function hasNeeds(phrase: Phrase, { ids }: Pick<Matchable, 'ids'>): boolean {
  return phrase.needs.every(({ ids: needed }) => ids.some((id) => needed.has(id)));
}

/** Whether a phrase matches anywhere between two tokens. */
export function matches(phrase: Phrase, sentence: Matchable, from = 0, to = sentence.ids.length): boolean {
  for (let at = from; at < to; at++) if (matchAt(phrase, sentence, at, to, from)) return true;
  return false;
}

/** The match of highest priority that begins at a token of the part `[begin, to)`, whose edges `^` and `$` stand for. */
export function matchAt(phrase: Phrase, sentence: Matchable, at: number, to: number, begin = 0): Match | undefined {
  const { automaton } = phrase;
  if (automaton.first && !passes(automaton.first, sentence, at)) return undefined;
  return new Run(automaton, sentence, at, to, begin).match();
}

/**
 * When each step was last entered. One array for all runs, never cleared: a run counts on from where the last
 * one stopped. A set for every token took a third of all matching time.
 */
let marks = new Int32Array(256);
let round = 0;

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
    if (marks.length < automaton.steps.length) marks = new Int32Array(2 * automaton.steps.length);
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
    const current = this.automaton.steps[step];
    if (!current) return false;
    switch (current.op) {
      case 'token':
        if (at < this.to && passes(current.test, this.sentence, at)) into.push({ step: current.next, slots });
        return false;
      case 'split':
        return this.#follow(current.first, slots, at, into) || this.#follow(current.second, slots, at, into);
      case 'save':
        return this.#follow(current.next, withSlot(slots, current.slot, at), at, into);
      case 'match':
        this.#found = { start: this.from, end: at, slots };
        return true;
      case 'not':
        return (at >= this.to || !passes(current.test, this.sentence, at)) && this.#follow(current.next, slots, at, into);
      default:
        return this.#holds(current.op, at) && this.#follow(current.next, slots, at, into);
    }
  }

  #holds(edge: 'start' | 'end' | 'clause', at: number): boolean {
    if (edge === 'clause') return this.sentence.isClauseStart(at);
    return edge === 'start' ? this.#allPunctuation(this.begin, at) : this.#allPunctuation(at, this.to);
  }

  #allPunctuation(from: number, to: number): boolean {
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

/** A word written small in a phrase is no name; one written with a capital needs one, and one in capitals throughout is an acronym. */
function passes(test: TokenTest, sentence: Matchable, at: number): boolean {
  const id = sentence.ids[at] ?? 0;
  const classes = sentence.classes[at] ?? 0;
  if ((classes & test.classes) !== 0) return true;
  if (id === 0) return false;
  if (test.ids.has(id) && (classes & (WordClass.name | WordClass.acronym)) === 0) return true;
  return ((test.proper.get(id) ?? 0) & classes) !== 0;
}

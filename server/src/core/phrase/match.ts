import type { Phrase, TokenTest } from './compile.js';
import { WordClass } from './lexicon.js';

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

/** Whether a phrase matches anywhere between two tokens. */
export function matches(phrase: Phrase, sentence: Matchable, from = 0, to = sentence.ids.length): boolean {
  for (let at = from; at < to; at++) if (matchAt(phrase, sentence, at, to, from)) return true;
  return false;
}

/** The match of highest priority that begins at a token of the part `[begin, to)`, whose edges `^` and `$` stand for. */
export function matchAt(phrase: Phrase, sentence: Matchable, at: number, to: number, begin = 0): Match | undefined {
  const run = new Run(phrase, sentence, at, to, begin);
  return run.match();
}

class Run {
  #threads: Thread[] = [];
  #found: Match | undefined;
  #seen = new Set<number>();

  constructor(
    readonly phrase: Phrase,
    readonly sentence: Matchable,
    readonly from: number,
    readonly to: number,
    readonly begin: number,
  ) {}

  match(): Match | undefined {
    this.#follow({ step: this.phrase.entry, slots: [] }, this.from, this.#threads);
    for (let at = this.from; at < this.to && this.#threads.length > 0; at++) this.#advance(at);
    return this.#found;
  }

  /** Moves every thread over token `at`, the ones of lower priority only while nothing better has matched. */
  #advance(at: number): void {
    const next: Thread[] = [];
    const threads = this.#threads;
    this.#seen = new Set();
    for (const { step, slots } of threads) {
      const current = this.phrase.steps[step];
      if (current?.op !== 'token' || !passes(current.test, this.sentence, at)) continue;
      if (this.#follow({ step: current.next, slots }, at + 1, next)) break;
    }
    this.#threads = next;
  }

  /** Follows steps that take no token; true when they lead to a match, which beats all threads behind. */
  #follow({ step, slots }: Thread, at: number, into: Thread[]): boolean {
    if (this.#seen.has(step)) return false;
    this.#seen.add(step);
    const current = this.phrase.steps[step];
    if (!current) return false;
    switch (current.op) {
      case 'token':
        into.push({ step, slots });
        return false;
      case 'split':
        return this.#follow({ step: current.first, slots }, at, into) || this.#follow({ step: current.second, slots }, at, into);
      case 'save':
        return this.#follow({ step: current.next, slots: withSlot(slots, current.slot, at) }, at, into);
      case 'match':
        this.#found = { start: this.from, end: at, slots };
        return true;
      case 'not':
        return (at >= this.to || !passes(current.test, this.sentence, at)) && this.#follow({ step: current.next, slots }, at, into);
      default:
        return this.#holds(current.op, at) && this.#follow({ step: current.next, slots }, at, into);
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

/** A word written small in a phrase is no name; one written with a capital needs one. */
function passes(test: TokenTest, sentence: Matchable, at: number): boolean {
  const id = sentence.ids[at] ?? 0;
  const classes = sentence.classes[at] ?? 0;
  if ((classes & test.classes) !== 0) return true;
  if (id === 0) return false;
  if (test.ids.has(id) && (classes & (WordClass.name | WordClass.acronym)) === 0) return true;
  return test.proper.has(id) && (classes & WordClass.capital) !== 0;
}

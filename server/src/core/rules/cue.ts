import type { Phrase } from '../phrase/compile.js';
import { IdSet } from '../phrase/idSet.js';
import { findAll, hasNeeds } from '../phrase/match.js';
import type { Range } from '../types.js';
import type { Probe, Test } from './conditions.js';
import type { Sentence } from './reading.js';

/** A phrase of a cue and when it counts. */
export interface CuePhrase {
  readonly phrase: Phrase;
  readonly holds: Test;
}

/** Where a cue was found, and what its phrase caught by name; counted in tokens. */
export interface CueMatch extends Range {
  readonly caught: ReadonlyMap<string, Range>;
}

/** A cue, compiled: asks one question of a sentence. */
export class Cue {
  // Many rules ask the same of a sentence: whether it offers something, names a time …
  readonly #known = new WeakMap<Sentence, boolean>();
  /** Words of which every sentence with the cue has one, as nearly none has; undefined where some phrase goes without. */
  #words: IdSet | undefined;
  #isReady = false;

  constructor(readonly phrases: readonly CuePhrase[]) {}

  /** Whether a sentence, or a part of it, has the cue. */
  readonly holds: Probe = (sentence, from, to) => {
    if (!this.#hasWords(sentence)) return false;
    if (from !== undefined || to !== undefined) return this.#isIn(sentence, from, to);
    const answer = this.#known.get(sentence) ?? this.#isIn(sentence);
    this.#known.set(sentence, answer);
    return answer;
  };

  #hasWords({ ids }: Sentence): boolean {
    if (!this.#isReady) this.#words = rarestWords(this.phrases);
    this.#isReady = true;
    return this.#words?.hasOneOf(ids) ?? true;
  }

  #isIn(sentence: Sentence, from?: number, to?: number): boolean {
    return this.phrases.some(({ phrase, holds }) => hasNeeds(phrase, sentence) && findAll(phrase, sentence, from, to).some((match) => holds({ sentence, match })));
  }

  /** Every place of a sentence, in the order of the phrases. */
  find(sentence: Sentence): readonly CueMatch[] {
    return this.phrases.filter(({ phrase }) => hasNeeds(phrase, sentence)).flatMap(({ phrase, holds }) =>
      findAll(phrase, sentence).filter((match) => holds({ sentence, match })).map(({ start, end, slots }) => ({ start, end, caught: caughtBy(phrase, slots) })));
  }
}

/** The rarest words of each of some phrases together. */
function rarestWords(phrases: readonly CuePhrase[]): IdSet | undefined {
  const needs = phrases.map(({ phrase }) => phrase.needs[0]);
  return needs.includes(undefined) ? undefined : new IdSet([...new Set(needs.flatMap((need) => need?.ids.list ?? []))]);
}

function caughtBy({ captures }: Phrase, slots: readonly number[]): ReadonlyMap<string, Range> {
  return new Map(captures.flatMap((name, i) => {
    const [start = -1, end = -1] = [slots[2 * i], slots[2 * i + 1]];
    return start < 0 || end < 0 ? [] : [[name, { start, end }] as const];
  }));
}

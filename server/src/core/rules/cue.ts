import type { Phrase } from '../phrase/compile.js';
import { findAll, matches, mayMatch } from '../phrase/match.js';
import { remembered } from '../remembered.js';
import type { Range } from '../types.js';
import type { Probe, Test } from './conditions.js';
import type { Sentence } from '../reading/reading.js';

/** A phrase of a cue and when it counts. */
export interface CuePhrase {
  readonly phrase: Phrase;
  /** Undefined for wherever it stands. */
  readonly holds: Test | undefined;
}

/** Where a cue was found, and what its phrase caught by name; counted in tokens. */
export interface CueMatch extends Range {
  readonly caught: ReadonlyMap<string, Range>;
}

/** So many bits tell the words that call for a cue from others; of most cues, one word in a hundred is mistaken. */
const SIEVE = 2048;

/** A compiled cue: asks one question of a sentence. The phrases of a single condition make a cue without a name. */
export class Cue {
  // Many rules ask the same of a sentence: whether it offers something, names a time …
  readonly #isInAll = remembered((sentence: Sentence): boolean => this.#isIn(sentence));
  /** By the rarest words that their matches have: the phrases, by number. Most sentences call for none. */
  readonly #called = new Map<number, readonly number[]>();
  /** The phrases that no word tells of. */
  readonly #always: number[] = [];
  /** By number of a phrase: the round it was tried in last. */
  readonly #tried: Int32Array;
  #round = 0;
  /** A bit for the last bits of every word that calls for a phrase: nearly all sentences end here, at a tenth of a look-up for each word. */
  readonly #sieve = new Int32Array(SIEVE / 32);

  constructor(readonly phrases: readonly CuePhrase[]) {
    phrases.forEach(({ phrase }, number) => this.#file(phrase.needs[0]?.ids.list, number));
    this.#tried = new Int32Array(phrases.length);
  }

  #file(words: readonly number[] | undefined, number: number): void {
    if (!words) return void this.#always.push(number);
    const alone = [number]; // for all words that call for nothing else
    // No `for … of`: V8 makes an object for each of its turns until it optimises, and a start files thousands of words
    words.forEach((id) => {
      const filed = this.#called.get(id);
      this.#called.set(id, filed ? [...filed, number] : alone);
      this.#sieve[placeOf(id)] = (this.#sieve[placeOf(id)] ?? 0) | (1 << id);
    });
  }

  /** Whether a sentence, or a part of it, has the cue. */
  readonly holds: Probe = (sentence, from, to) => {
    // What calls for nothing is not worth remembering.
    if (this.#always.length === 0 && !this.#isCalledBy(sentence.ids)) return false;
    return from === undefined && to === undefined ? this.#isInAll(sentence) : this.#isIn(sentence, from, to);
  };

  #isCalledBy(ids: readonly number[]): boolean {
    for (const id of ids) if (this.#mayCall(id)) return true;
    return false;
  }

  #mayCall(id: number): boolean {
    return (((this.#sieve[placeOf(id)] ?? 0) >>> id) & 1) === 1;
  }

  /** In whatever order: one is enough, and what tells that a phrase was tried costs no list of them. */
  #isIn(sentence: Sentence, from?: number, to?: number): boolean {
    const round = ++this.#round;
    for (const number of this.#always) if (this.#isFound(number, sentence, from, to)) return true;
    for (const id of sentence.ids) {
      if (!this.#mayCall(id)) continue;
      for (const number of this.#called.get(id) ?? NONE) {
        if (this.#tried[number] === round) continue;
        this.#tried[number] = round;
        if (this.#isFound(number, sentence, from, to)) return true;
      }
    }
    return false;
  }

  #isFound(number: number, sentence: Sentence, from?: number, to?: number): boolean {
    const one = this.phrases[number];
    if (!one || !mayMatch(one.phrase, sentence)) return false;
    const { phrase, holds } = one;
    return holds ? findAll(phrase, sentence, from, to).some((match) => holds({ sentence, match })) : matches(phrase, sentence, from, to);
  }

  /** The phrases that could match a sentence, in their order. */
  #candidates(sentence: Sentence): readonly CuePhrase[] {
    const numbers = [...this.#always];
    for (const id of sentence.ids) {
      for (const number of this.#called.get(id) ?? NONE) if (!numbers.includes(number)) numbers.push(number);
    }
    if (numbers.length === 0) return NOTHING;
    return numbers.sort((a, b) => a - b).flatMap((number) => this.phrases[number] ?? []).filter(({ phrase }) => mayMatch(phrase, sentence));
  }

  /** Every place of a sentence, in the order of the phrases. */
  find(sentence: Sentence): readonly CueMatch[] {
    return this.#candidates(sentence).flatMap(({ phrase, holds }) =>
      findAll(phrase, sentence).filter((match) => holds?.({ sentence, match }) ?? true).map(({ start, end, slots }) => ({ start, end, caught: caughtBy(phrase, slots) })));
  }
}

/** Where in the sieve the bit of a word stands; which bit, its last five tell. */
function placeOf(id: number): number {
  return (id & (SIEVE - 1)) >>> 5;
}

const NONE: readonly number[] = [];
const NOTHING: readonly CuePhrase[] = [];

function caughtBy({ captures }: Phrase, slots: readonly number[]): ReadonlyMap<string, Range> {
  return new Map(captures.flatMap((name, i) => {
    const [start = -1, end = -1] = [slots[2 * i], slots[2 * i + 1]];
    return start < 0 || end < 0 ? [] : [[name, { start, end }] as const];
  }));
}

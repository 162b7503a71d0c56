import { Marks } from '../phrase/marks.js';

/**
 * Which cues the words of a sentence call for: told for all cues at once, because most sentences are asked for a dozen of
 * them one after the other, and nearly all of these are not there.
 */
export class CueCalls {
  /** By the id of a word: the cues that it calls for. */
  readonly #byWord: (number[] | undefined)[] = [];
  #count = 0;
  /** What the sentence in hand calls for. */
  readonly #called = new Marks();
  #ids: readonly number[] | undefined;

  /** Files a cue by the words that call for it. @returns its number */
  add(words: Iterable<number>): number {
    const cue = this.#count++;
    for (const id of words) (this.#byWord[id] ??= []).push(cue);
    this.#ids = undefined;
    return cue;
  }

  /** Whether one of some words calls for a cue; asked again of the same words it costs next to nothing. */
  areCalling(ids: readonly number[], cue: number): boolean {
    if (ids !== this.#ids) this.#load(ids);
    return this.#called.has(cue);
  }

  #load(ids: readonly number[]): void {
    this.#ids = ids;
    this.#called.clear(this.#count);
    for (const id of ids) for (const cue of this.#byWord[id] ?? NONE) this.#called.add(cue);
  }
}

const NONE: readonly number[] = [];

import { NO_CALLER, type PhraseTable } from '../phrase/packedPhrases.js';

/**
 * For every word the patterns that it may belong to. Which packed phrases a word calls for is packed with them, and of
 * these only their patterns are noted here: to file all patterns by their words took 15 ms of every start.
 */
export class Triggers {
  readonly #table: PhraseTable | undefined;
  /** By phrase its last pattern, and by pattern the one before it of the same phrase; 0 for none, else one more. */
  readonly #last: Uint32Array;
  readonly #before: Uint32Array;
  /** By word the patterns whose phrases are not packed. */
  readonly #others = new Map<number, number[]>();

  /** @param patterns how many there may be */
  constructor(patterns: number, table: PhraseTable | undefined) {
    this.#table = table;
    this.#last = new Uint32Array(table?.count ?? 0);
    this.#before = new Uint32Array(patterns);
  }

  /** Files a pattern by its packed phrase. */
  addPacked(pattern: number, phrase: number): void {
    this.#before[pattern] = this.#last[phrase] ?? 0;
    this.#last[phrase] = pattern + 1;
  }

  /** Files a pattern. @param words one of which each of its matches contains; undefined where there are none */
  add(pattern: number, words: readonly number[] = [NO_CALLER]): void {
    for (const id of words) {
      const patterns = this.#others.get(id);
      if (patterns) patterns.push(pattern);
      else this.#others.set(id, [pattern]);
    }
  }

  /** The patterns that no word tells of. */
  get always(): readonly number[] {
    return this.of(NO_CALLER);
  }

  /** The patterns of a word, in no order. */
  of(id: number): readonly number[] {
    const patterns = [...(this.#others.get(id) ?? [])];
    for (const phrase of this.#table?.calledBy(id) ?? []) {
      for (let next = this.#last[phrase] ?? 0; next !== 0; next = this.#before[next - 1] ?? 0) patterns.push(next - 1);
    }
    return patterns;
  }
}

import type { IdSet } from './idSet.js';

/**
 * The words of the sentence in hand. Whether a word is among them costs one look-up however long the sentence is: what
 * stands in the table counts for the round it was written in, and is never cleared.
 */
class PresentWords {
  #rounds = new Int32Array(1 << 14);
  #round = 0;
  #ids: readonly number[] = [];

  /** Takes the words of a sentence in hand; the same again costs nothing. */
  load(ids: readonly number[]): void {
    if (this.#ids === ids) return;
    this.#ids = ids;
    this.#round++;
    for (const id of ids) {
      if (id >= this.#rounds.length) this.#grow(id);
      this.#rounds[id] = this.#round;
    }
  }

  #grow(id: number): void {
    const rounds = new Int32Array(2 * id);
    rounds.set(this.#rounds);
    this.#rounds = rounds;
  }

  /** Whether one of some words is there. */
  hasOneOf(words: IdSet): boolean {
    const { list } = words;
    if (list.length > this.#ids.length) return words.hasOneOf(this.#ids);
    for (const id of list) if (this.#rounds[id] === this.#round) return true;
    return false;
  }
}

/** The words of the sentence in hand. */
export const present = new PresentWords();

import type { Sentence } from './reading.js';

/** The words of the message that is answered, with the sentence in which each first stands. Most words that are asked for do not stand there at all. */
export class QuotedWords {
  readonly #first = new Map<number, number>();
  readonly #words = new Set<string>();
  #count = 0;

  /** Takes in the next sentence of the message. */
  add({ ids, words }: Sentence): void {
    for (const id of ids) if (!this.#first.has(id)) this.#first.set(id, this.#count);
    for (const word of words) this.#words.add(word);
    this.#count++;
  }

  /** Whether a word stands there, in small letters. */
  has(word: string): boolean {
    return this.#words.has(word);
  }

  /** The index of the first sentence that has one of some words, by their numbers in the vocabulary; Infinity where none has. */
  firstWith(ids: Iterable<number>): number {
    let first = Infinity;
    for (const id of ids) first = Math.min(first, this.#first.get(id) ?? Infinity);
    return first;
  }
}

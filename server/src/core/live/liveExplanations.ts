import type { Phrase } from '../phrase/compile.js';
import { firstExplained, startOf, type Explanation, type Explanations } from '../rules/explained.js';
import type { Reading, Sentence } from '../rules/reading.js';
import type { Section } from './section.js';

/** Where a text that is being written explains its terms, and which sections have asked. */
export class LiveExplanations implements Explanations {
  readonly #first = new Map<Phrase, Explanation | undefined>();
  #reading: Reading | undefined;
  /** The section that is judged, and so asks. */
  asking: Section | undefined;

  haveBefore(offset: number, phrase: Phrase): boolean {
    this.asking?.terms.add(phrase);
    if (!this.#first.has(phrase)) this.#first.set(phrase, firstExplained(phrase, this.#reading?.sentences ?? []));
    return startOf(this.#first.get(phrase)) < offset;
  }

  /**
   * Takes up the text as it is now.
   * @param fresh its sentences that are new or stand among others, in order
   * @returns the terms that are explained elsewhere now, or nowhere any more
   */
  follow(reading: Reading, fresh: readonly Sentence[]): readonly Phrase[] {
    this.#reading = reading;
    return [...this.#first].flatMap(([phrase, before]) => {
      const now = this.#isGone(before) || (before && fresh.includes(before.sentence)) ? firstExplained(phrase, reading.sentences) : earlier(phrase, before, fresh);
      this.#first.set(phrase, now);
      return now === before ? [] : [phrase];
    });
  }

  #isGone(explanation: Explanation | undefined): boolean {
    return explanation !== undefined && this.#reading?.sentences[explanation.sentence.index] !== explanation.sentence;
  }
}

/** The first explanation, where some sentences are new. */
function earlier(phrase: Phrase, before: Explanation | undefined, fresh: readonly Sentence[]): Explanation | undefined {
  return firstExplained(phrase, fresh.filter(({ index }) => index < (before?.sentence.index ?? Infinity))) ?? before;
}

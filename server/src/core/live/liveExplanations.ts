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
    if (this.#first.size === 0) return [];
    const news = { sentences: new Set(fresh), ids: new Set(fresh.flatMap(({ ids }) => ids)) };
    return [...this.#first].flatMap(([phrase, before]) => {
      const now = this.#isGone(before) || (before && news.sentences.has(before.sentence)) ? firstExplained(phrase, reading.sentences) : earlier(phrase, before, news);
      if (now === before) return [];
      this.#first.set(phrase, now);
      return [phrase];
    });
  }

  #isGone(explanation: Explanation | undefined): boolean {
    return explanation !== undefined && this.#reading?.sentences[explanation.sentence.index] !== explanation.sentence;
  }
}

/** Sentences that are new, and the words in them. */
interface News {
  readonly sentences: ReadonlySet<Sentence>;
  readonly ids: ReadonlySet<number>;
}

/** The first explanation, where some sentences are new. */
function earlier(phrase: Phrase, before: Explanation | undefined, { sentences, ids }: News): Explanation | undefined {
  // Few terms have a word in what is typed: to look for all of them took a tenth of a key.
  const words = phrase.needs[0]?.ids.list ?? [];
  if (words.length > 0 && !words.some((id) => ids.has(id))) return before;
  return firstExplained(phrase, [...sentences].filter(({ index }) => index < (before?.sentence.index ?? Infinity))) ?? before;
}

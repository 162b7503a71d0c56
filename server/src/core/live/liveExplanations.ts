import type { Phrase } from '../phrase/compile.js';
import { firstFrom } from '../ranges.js';
import { firstExplained, startOf, type Explanation, type Explanations } from '../rules/explained.js';
import type { Reading, Sentence } from '../rules/reading.js';
import type { Section } from './section.js';

/** Sentences that were put in the place of others. */
export interface Replacement {
  /** The index of the first of them. */
  readonly first: number;
  /** How many are gone. */
  readonly gone: number;
  readonly fresh: readonly Sentence[];
}

/** How far a text was searched for the explanation of a term, and what was found. */
interface Search {
  /** No sentence before the one of this index explains it. */
  next: number;
  found: Explanation | undefined;
}

/**
 * Where a text that is being written explains its terms, and which sections have asked. It is searched no further than
 * somebody asks: for a term of a text of 5 MB, that would take longer than a slice of work may.
 */
export class LiveExplanations implements Explanations {
  readonly #searches = new Map<Phrase, Search>();
  #reading: Reading | undefined;
  /** The section that is judged, and so asks. */
  asking: Section | undefined;

  haveBefore(offset: number, phrase: Phrase): boolean {
    this.asking?.terms.add(phrase);
    const search = this.#searches.get(phrase) ?? { next: 0, found: undefined };
    this.#searches.set(phrase, search);
    if (!search.found) this.#searchUpTo(offset, phrase, search);
    return startOf(search.found) < offset;
  }

  #searchUpTo(offset: number, phrase: Phrase, search: Search): void {
    const { sentences } = this.#reading ?? { sentences: [] };
    const end = firstFrom(sentences, offset);
    if (end <= search.next) return;
    search.found = firstExplained(phrase, sentences.slice(search.next, end));
    search.next = search.found?.sentence.index ?? end;
  }

  /**
   * Takes up the text as it is now.
   * @returns the terms of which those who have asked may get another answer now
   */
  follow(reading: Reading, replacement: Replacement): readonly Phrase[] {
    this.#reading = reading;
    const ids = new Set(this.#searches.size > 0 ? replacement.fresh.flatMap((sentence) => sentence.ids) : []);
    const changed: Phrase[] = [];
    for (const [phrase, search] of this.#searches) if (this.#isOther(phrase, search, replacement, ids)) changed.push(phrase);
    return changed;
  }

  /** Whether a term may be explained elsewhere than before. @param ids the words of what is fresh */
  #isOther(phrase: Phrase, search: Search, { first, gone, fresh }: Replacement, ids: ReadonlySet<number>): boolean {
    if (search.next < first) return false;
    if (search.next < first + gone) {
      [search.next, search.found] = [first, undefined];
      return true;
    }
    search.next += fresh.length - gone;
    const earlier = mayStandAmong(ids, phrase) ? firstExplained(phrase, fresh) : undefined;
    if (!earlier) return false;
    [search.next, search.found] = [earlier.sentence.index, earlier];
    return true;
  }
}

/** Whether one of some words is the rarest of a term. Few terms have a word in what is typed: to look for all of them took a tenth of a key. */
function mayStandAmong(ids: ReadonlySet<number>, { needs: [need] }: Phrase): boolean {
  const words = need?.ids.list ?? [];
  return words.length === 0 || words.some((id) => ids.has(id));
}

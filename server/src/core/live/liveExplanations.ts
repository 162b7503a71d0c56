import type { Phrase } from '../phrase/compile.js';
import { Marks } from '../phrase/marks.js';
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

/** The words of what is fresh; one for all texts, as they are looked at at once. */
const freshWords = new Marks();

/**
 * Where a text that is being written explains its terms, and which sections have asked. It is searched no further than
 * somebody asks, and only where it is known that the term stands: to look through a text of 5 MB took 30 ms a term.
 */
export class LiveExplanations implements Explanations {
  readonly #searches = new Map<Phrase, Search>();
  /** The sections that were judged so far in which a phrase matches. */
  readonly #matched = new Map<Phrase, Set<Section>>();
  #reading: Reading | undefined;
  /** The section that is judged, and so asks. Those above it have been judged. */
  #asking: Section | undefined;

  /** Takes note that a phrase matches in a section. */
  note(phrase: Phrase, section: Section): void {
    const sections = this.#matched.get(phrase) ?? new Set();
    this.#matched.set(phrase, sections.add(section));
  }

  /** Others stand in the place of a section. */
  forget(section: Section): void {
    for (const sections of this.#matched.values()) sections.delete(section);
  }

  /** Judges a section, which asks meanwhile. */
  askedBy<T>(section: Section, judge: () => T): T {
    this.#asking = section;
    try {
      return judge();
    } finally {
      this.#asking = undefined;
    }
  }

  haveBefore(offset: number, phrase: Phrase): boolean {
    this.#asking?.terms.add(phrase);
    const search = this.#searches.get(phrase) ?? { next: 0, found: undefined };
    this.#searches.set(phrase, search);
    if (!search.found) this.#searchUpTo(offset, phrase, search);
    return startOf(search.found) < offset;
  }

  #searchUpTo(offset: number, phrase: Phrase, search: Search): void {
    const { sentences } = this.#reading ?? { sentences: [] };
    const end = firstFrom(sentences, offset);
    if (end <= search.next) return;
    search.found = firstExplained(phrase, this.#asking ? this.#among(phrase, search.next, end) : sentences.slice(search.next, end));
    search.next = search.found?.sentence.index ?? end;
  }

  /** Those of the sentences `[from, to)` that stand in a section in which a phrase matches. */
  *#among(phrase: Phrase, from: number, to: number): Iterable<Sentence> {
    const sections = this.#matched.get(phrase) ?? new Set();
    for (const { first, sentences = [] } of [...sections].sort((a, b) => a.start - b.start)) {
      if (first >= to) return;
      if (first + sentences.length > from) yield* sentences.slice(Math.max(0, from - first), to - first);
    }
  }

  /**
   * Takes up the text as it is now.
   * @returns the terms of which those who have asked may get another answer now
   */
  follow(reading: Reading, replacement: Replacement): readonly Phrase[] {
    this.#reading = reading;
    const changed: Phrase[] = [];
    if (this.#searches.size === 0) return changed;
    freshWords.clear(reading.vocabulary.end);
    for (const { ids } of replacement.fresh) for (const id of ids) freshWords.add(id);
    for (const [phrase, search] of this.#searches) if (this.#isOther(phrase, search, replacement)) changed.push(phrase);
    return changed;
  }

  /** Whether a term may be explained elsewhere than before. */
  #isOther(phrase: Phrase, search: Search, { first, gone, fresh }: Replacement): boolean {
    if (search.next < first) return false;
    if (search.next < first + gone) {
      [search.next, search.found] = [first, undefined];
      return true;
    }
    search.next += fresh.length - gone;
    const earlier = mayBeFresh(phrase) ? firstExplained(phrase, fresh) : undefined;
    if (!earlier) return false;
    [search.next, search.found] = [earlier.sentence.index, earlier];
    return true;
  }
}

/** Whether the rarest word of a term is fresh. Few terms have a word in what is typed: to look for all of them took a tenth of a key. */
function mayBeFresh({ needs: [need] }: Phrase): boolean {
  const words = need?.ids.list ?? [];
  return words.length === 0 || words.some((id) => freshWords.has(id));
}

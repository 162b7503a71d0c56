import type { Phrase } from '../phrase/compile.js';
import { Marks } from '../phrase/marks.js';
import { firstFrom } from '../ranges.js';
import { firstExplained, startOf, type Explanation, type Explanations } from '../reading/explained.js';
import type { Reading, Sentence } from '../reading/reading.js';
import type { Section } from './section.js';
import { SectionIndex } from './sectionIndex.js';

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
  /** The sections that were judged so far, by the phrases that match in them, and by the terms of which their rules have asked. */
  readonly #matched = new SectionIndex<Phrase>();
  readonly #asked = new SectionIndex<Phrase>();
  #reading: Reading | undefined;
  /** The section that is judged, and so asks. Those above it have been judged. */
  #asking: Section | undefined;

  /** Takes note that a phrase matches in a section. */
  noteIn(phrase: Phrase, section: Section): void {
    this.#matched.add(phrase, section);
  }

  /** Others stand in the place of a section. */
  forget(section: Section): void {
    this.#matched.forget(section);
    this.#asked.forget(section);
  }

  /** Judges a section, which asks meanwhile. */
  askedBy<T>(section: Section, judge: () => T): T {
    this.#asked.forget(section);
    this.#asking = section;
    try {
      return judge();
    } finally {
      this.#asking = undefined;
    }
  }

  haveBefore(offset: number, phrase: Phrase): boolean {
    if (this.#asking) this.#asked.add(phrase, this.#asking);
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
    for (const { first, sentences = [] } of [...this.#matched.of(phrase)].sort((a, b) => a.start - b.start)) {
      if (first >= to) return;
      if (first + sentences.length > from) yield* sentences.slice(Math.max(0, from - first), to - first);
    }
  }

  /**
   * Takes up the text as it is now.
   * @returns the sections that have asked and may get another answer now
   */
  follow(reading: Reading, replacement: Replacement): ReadonlySet<Section> {
    this.#reading = reading;
    const changed = new Set<Section>();
    if (this.#searches.size === 0) return changed;
    freshWords.clear(reading.vocabulary.end);
    for (const { ids } of replacement.fresh) for (const id of ids) freshWords.add(id);
    for (const [phrase, search] of this.#searches) for (const section of this.#toldOtherwise(phrase, search, replacement)) changed.add(section);
    return changed;
  }

  #toldOtherwise(phrase: Phrase, search: Search, replacement: Replacement): Iterable<Section> {
    const who = this.#searchAgain(phrase, search, replacement);
    if (who === 'none') return [];
    const asked = this.#asked.of(phrase);
    const end = replacement.first + replacement.fresh.length;
    return who === 'all' ? asked : [...asked].filter((section) => section.first >= replacement.first && section.first < end);
  }

  /** Looks where a term is explained now. @returns whom that tells something else: all who have asked, those of the fresh sentences, or none */
  #searchAgain(phrase: Phrase, search: Search, { first, gone, fresh }: Replacement): 'all' | 'fresh' | 'none' {
    if (search.next < first) return 'none';
    const found = mayBeFresh(phrase) ? firstExplained(phrase, fresh) : undefined;
    if (search.next >= first + gone) {
      search.next += fresh.length - gone;
      if (found) [search.next, search.found] = [found.sentence.index, found];
      return found ? 'all' : 'none';
    }
    const hadFound = search.found !== undefined;
    [search.next, search.found] = [found?.sentence.index ?? first + fresh.length, found];
    // Where it stood among those that are gone, and stands among the fresh ones, all others have been told the same.
    if (found) return 'fresh';
    return hadFound ? 'all' : 'none';
  }
}

/** Whether the rarest word of a term is fresh. Few terms have a word in what is typed: to look for all of them took a tenth of a key. */
function mayBeFresh({ needs: [need] }: Phrase): boolean {
  const words = need?.ids.list ?? [];
  return words.length === 0 || words.some((id) => freshWords.has(id));
}

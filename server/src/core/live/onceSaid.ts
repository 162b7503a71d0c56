import type { Section } from './section.js';
import { SectionIndex } from './sectionIndex.js';

/** Which section is the first to say what is said once in a text. Few keys change that: to have all asked again who say such things took 2 ms of a key in 5 MB. */
export class OnceSaid {
  readonly #saying = new SectionIndex<string>();
  readonly #first = new Map<string, Section>();
  /** What others may be the first to say now. */
  readonly #open = new Set<string>();

  /** Takes note of all that a section says of the kind. */
  note(section: Section, said: Iterable<string>): void {
    this.forget(section);
    for (const one of said) {
      this.#saying.add(one, section);
      const first = this.#first.get(one);
      if (!first || section.start < first.start) this.#open.add(one);
    }
  }

  /** Others stand in the place of a section, or it says other things. */
  forget(section: Section): void {
    for (const one of this.#saying.in(section)) if (this.#first.get(one) === section) this.#open.add(one);
    this.#saying.forget(section);
  }

  isFirst(said: string, section: Section): boolean {
    return this.#first.get(said) === section;
  }

  /** Finds who is the first now. @returns the sections that have become the first to say something, or are so no longer */
  settle(): ReadonlySet<Section> {
    const changed = new Set<Section>();
    for (const one of this.#open) {
      const before = this.#first.get(one);
      const first = firstOf(this.#saying.of(one));
      if (first) this.#first.set(one, first);
      else this.#first.delete(one);
      if (first === before) continue;
      for (const section of [before, first]) if (section?.isGone === false) changed.add(section);
    }
    this.#open.clear();
    return changed;
  }
}

function firstOf(sections: Iterable<Section>): Section | undefined {
  let first: Section | undefined;
  for (const section of sections) if (!first || section.start < first.start) first = section;
  return first;
}

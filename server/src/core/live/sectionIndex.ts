import type { Section } from './section.js';

const NONE: ReadonlySet<Section> = new Set();

/** Sections by what stands in them, found from both sides: an edit costs what is in the sections that it touches. */
export class SectionIndex<Key> {
  readonly #sections = new Map<Key, Set<Section>>();
  readonly #keys = new Map<Section, Set<Key>>();

  /** The sections with something, in no order. */
  of(key: Key): ReadonlySet<Section> {
    return this.#sections.get(key) ?? NONE;
  }

  /** What stands in a section. */
  in(section: Section): Iterable<Key> {
    return this.#keys.get(section) ?? [];
  }

  add(key: Key, section: Section): void {
    const sections = this.#sections.get(key) ?? new Set();
    this.#sections.set(key, sections.add(section));
    const keys = this.#keys.get(section) ?? new Set();
    this.#keys.set(section, keys.add(key));
  }

  /** Takes out all that stands in a section. */
  forget(section: Section): void {
    for (const key of this.in(section)) {
      const sections = this.#sections.get(key);
      sections?.delete(section);
      if (sections?.size === 0) this.#sections.delete(key);
    }
    this.#keys.delete(section);
  }
}

import type { Section } from './section.js';

/** Those sections of an article that have something: few, and found without a look at the others. Whoever fills it takes out those that are gone. */
export class SectionSet {
  readonly #sections = new Set<Section>();
  #inOrder: readonly Section[] | undefined;

  /** Takes note whether a section has it. */
  note(section: Section, has: boolean): void {
    if (has === this.#sections.has(section)) return;
    if (has) this.#sections.add(section);
    else this.#sections.delete(section);
    this.#inOrder = undefined;
  }

  has(section: Section): boolean {
    return this.#sections.has(section);
  }

  /** In the order of the text: the same list for as long as it holds the same. */
  get inOrder(): readonly Section[] {
    return (this.#inOrder ??= [...this.#sections].sort((a, b) => a.start - b.start));
  }
}

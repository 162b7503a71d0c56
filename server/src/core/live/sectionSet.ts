import type { Section } from './section.js';

/** Those sections of an article that have something: few, and found without a look at the others. */
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

  /** In the order of the text, without those that are gone. */
  get inOrder(): readonly Section[] {
    if (!this.#inOrder || this.#inOrder.some(({ isGone }) => isGone)) this.#inOrder = this.#sort();
    return this.#inOrder;
  }

  #sort(): readonly Section[] {
    for (const section of this.#sections) if (section.isGone) this.#sections.delete(section);
    return [...this.#sections].sort((a, b) => a.start - b.start);
  }
}

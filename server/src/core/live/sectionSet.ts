import { firstFrom } from '../ranges.js';
import type { Section } from './section.js';

/** Those sections of an article that have something: few, and found without a look at the others. Whoever fills it takes out those that are gone. */
export class SectionSet {
  readonly #sections = new Set<Section>();
  #inOrder: Section[] = [];
  /** Somebody holds the list: it is copied before it changes. */
  #isShown = false;

  /** Takes note whether a section has it. */
  note(section: Section, has: boolean): void {
    if (has === this.#sections.has(section)) return;
    if (this.#isShown) [this.#inOrder, this.#isShown] = [[...this.#inOrder], false];
    if (has) this.#add(section);
    else this.#remove(section);
  }

  #add(section: Section): void {
    this.#sections.add(section);
    const last = this.#inOrder.at(-1);
    if (!last || last.start < section.start) this.#inOrder.push(section);
    else this.#inOrder.splice(firstFrom(this.#inOrder, section.start), 0, section);
  }

  #remove(section: Section): void {
    this.#sections.delete(section);
    this.#inOrder.splice(this.#inOrder.indexOf(section), 1);
  }

  has(section: Section): boolean {
    return this.#sections.has(section);
  }

  get size(): number {
    return this.#sections.size;
  }

  /** In the order of the text: the same list for as long as it holds the same. */
  get inOrder(): readonly Section[] {
    this.#isShown = true;
    return this.#inOrder;
  }
}

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
    if (has) this.#add(section);
    else this.#sections.delete(section);
  }

  #add(section: Section): void {
    this.#takeOut();
    if (this.#isShown) [this.#inOrder, this.#isShown] = [[...this.#inOrder], false];
    this.#sections.add(section);
    const last = this.#inOrder.at(-1);
    if (!last || last.start < section.start) this.#inOrder.push(section);
    else this.#inOrder.splice(firstFrom(this.#inOrder, section.start), 0, section);
  }

  /** Takes those out of the list that have it no longer, all at once: one by one, 20,000 sections took 0.4 s. */
  #takeOut(): void {
    if (this.#inOrder.length === this.#sections.size) return;
    [this.#inOrder, this.#isShown] = [this.#inOrder.filter((section) => this.#sections.has(section)), false];
  }

  has(section: Section): boolean {
    return this.#sections.has(section);
  }

  /** In the order of the text: the same list for as long as it holds the same. */
  get inOrder(): readonly Section[] {
    this.#takeOut();
    this.#isShown = true;
    return this.#inOrder;
  }
}

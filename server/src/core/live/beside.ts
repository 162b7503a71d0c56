import { NEIGHBOURS } from '../rules/reach.js';
import type { Reading, Sentence } from '../rules/reading.js';
import type { Section } from './section.js';

/** The sentences on both sides of a section that its rules may look at. */
export function besideIn({ sentences }: Reading, { sentences: own = [] }: Section): readonly (Sentence | undefined)[] {
  const [first] = own;
  if (!first) return [];
  const last = first.index + own.length - 1;
  return Array.from({ length: NEIGHBOURS }, (_, i) => [sentences[first.index - 1 - i], sentences[last + 1 + i]]).flat();
}

/** Where the sections on both sides of one stand whose rules may look at it. */
export function around(sections: readonly Section[], at: number): readonly number[] {
  return [-1, 1].flatMap((step) => {
    const near: number[] = [];
    for (let i = at + step, sentences = 0; sentences < NEIGHBOURS; i += step) {
      const section = sections[i];
      if (!section) break;
      near.push(i);
      sentences += section.sentences?.length ?? 0;
    }
    return near;
  });
}

/** Whether two lists hold the same things. */
export function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((one, i) => one === b[i]);
}


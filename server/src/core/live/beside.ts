import { NEIGHBOURS } from '../rules/reach.js';
import type { Reading, Sentence } from '../reading/reading.js';
import type { Section } from './section.js';
import type { Window } from './unseen.js';

/** The sentences on both sides of a section that its rules may look at. */
export function besideIn({ sentences }: Reading, { sentences: own = [] }: Section): readonly (Sentence | undefined)[] {
  const [first] = own;
  if (!first) return [];
  const last = first.index + own.length - 1;
  return Array.from({ length: NEIGHBOURS }, (_, i) => [sentences[first.index - 1 - i], sentences[last + 1 + i]]).flat();
}

/** Some sections and those on both sides whose rules may look at them. */
export function withNeighbours(sections: readonly Section[], { from, to }: Window): Window {
  return { from: beyond(sections, from - 1, -1) + 1, to: beyond(sections, to, 1) };
}

/** Where the sections end from which so many sentences are seen. */
function beyond(sections: readonly Section[], start: number, step: 1 | -1): number {
  let at = start;
  for (let seen = 0; seen < NEIGHBOURS && sections[at]; at += step) seen += sections[at]?.sentences?.length ?? 0;
  return at;
}

/** Whether two lists hold the same things. */
export function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((one, i) => one === b[i]);
}


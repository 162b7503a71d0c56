import type { Pack, Snippet } from './pack.js';

/** The snippets of some packs, in their order, without those that a pack which extends theirs has an own one for. */
export function snippetsOf(packs: readonly Pack[]): readonly Snippet[] {
  const replaced = new Set<string>();
  for (const { name, extends: bases = [], snippets } of packs) {
    for (const base of bases) for (const { id } of snippets) replaced.add(`${base}${id.slice(name.length)}`);
  }
  return packs.flatMap(({ snippets }) => (replaced.size === 0 ? snippets : snippets.filter(({ id }) => !replaced.has(id))));
}

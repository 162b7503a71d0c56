import { fieldsOf, fillFields } from './fields.js';
import type { Pack, Snippet } from './pack.js';
import { createSnippetIndex, type SnippetIndex } from './search.js';

/** The snippets of some packs, in their order, without those that a pack which extends theirs has an own one for. */
export function snippetsOf(packs: readonly Pack[]): readonly Snippet[] {
  const replaced = new Set<string>();
  for (const { name, extends: bases = [], snippets } of packs) {
    for (const base of bases) for (const { id } of snippets) replaced.add(`${base}${id.slice(name.length)}`);
  }
  return packs.flatMap(({ snippets }) => (replaced.size === 0 ? snippets : snippets.filter(({ id }) => !replaced.has(id))));
}

/** Packs, ready to be searched and to have their snippets' fields filled in. */
export interface SnippetLibrary extends SnippetIndex {
  /** A snippet's text: the known fields filled in, the others as tab stops. @param values by field */
  fill(snippet: Snippet, values: ReadonlyMap<string, string>): string;
}

/** Makes a library of packs. */
export function createSnippetLibrary(packs: readonly Pack[]): SnippetLibrary {
  const index = createSnippetIndex(snippetsOf(packs));
  const fields = new Map(packs.map((pack) => [pack.name, fieldsOf(pack)]));
  return {
    search: (query) => index.search(query),
    fill: ({ id, body }, values) => fillFields(body, values, fields.get(packOf(id)) ?? fieldsOf({})),
  };
}

/** `pack/path` → `pack`. */
export function packOf(snippet: string): string {
  return snippet.split('/')[0] ?? snippet;
}

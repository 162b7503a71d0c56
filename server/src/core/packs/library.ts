import { builtinPacks } from './builtin.js';
import { Closeness } from './closeness.js';
import { fieldsIn, fieldsOf, fillFields } from './fields.js';
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

/** The snippets of other packs that stand beside a pack's own, by each of their prefixes. */
export function prefixesBeside(pack: Pack, others: readonly Pack[]): ReadonlyMap<string, Snippet> {
  const beside = snippetsOf([pack, ...others]).filter(({ id }) => packOf(id) !== pack.name);
  return new Map(beside.flatMap((snippet) => snippet.prefix.map((prefix) => [prefix, snippet] as const)));
}

/** Packs, ready to be searched and to have their snippets' fields filled in. */
export interface SnippetLibrary extends SnippetIndex {
  /** A snippet's text: the known fields filled in, the others as tab stops. @param values by field */
  fill(snippet: Snippet, values: ReadonlyMap<string, string>): string;
  /** How near its snippets are to texts. */
  readonly closeness: Closeness;
  /** Whether a snippet comes with Deskside, and is not a team's own. */
  isShipped(snippet: Snippet): boolean;
}

/** Makes a library of packs. */
export function createSnippetLibrary(packs: readonly Pack[]): SnippetLibrary {
  const snippets = snippetsOf(packs);
  const index = createSnippetIndex(snippets);
  const fields = new Map(packs.map((pack) => [pack.name, fieldsOf(pack)]));
  const filled = new Map<Snippet, Filled>();
  const shipped = new Set(builtinPacks().map(({ name }) => name));
  return {
    search: (query) => index.search(query),
    closeness: new Closeness(snippets),
    isShipped: ({ id }) => shipped.has(packOf(id)),
    fill: (snippet, values) => {
      const { names, written } = filled.get(snippet) ?? { names: [...new Set(fieldsIn(snippet.body).map(({ name }) => name))], written: undefined };
      const given = names.map((name) => values.get(name));
      const text = written && names.every((_, i) => written.given[i] === given[i]) ? written.text : fillFields(snippet.body, values, fields.get(packOf(snippet.id)) ?? fieldsOf({}));
      filled.set(snippet, { names, written: { given, text } });
      return text;
    },
  };
}

/** A snippet's text as it was filled in last: most drafts of a folder know as little as the one before. */
interface Filled {
  /** The fields that it names. */
  readonly names: readonly string[];
  readonly written: { readonly given: readonly (string | undefined)[]; readonly text: string } | undefined;
}

/** `pack/path` → `pack`. */
export function packOf(snippet: string): string {
  return snippet.split('/')[0] ?? snippet;
}

import { meant } from '../nearest.js';
import { PhraseError, withForm, type Node, type WordForm } from './syntax.js';

/** Word lists by name; an entry is a parsed phrase. */
export type Lists = ReadonlyMap<string, readonly Node[]>;

/** Lists within lists: more than anybody can follow, and far from where the stack ends. */
const MAX_DEPTH = 20;

/** Lists already resolved, by their entries and form: shared lists are big, and every rule uses them. */
const resolved = new WeakMap<readonly Node[], Map<WordForm, Node>>();

/** Puts the entries of word lists where a phrase names the lists. @throws PhraseError for unknown or circular ones */
export function resolveLists(node: Node, lists: Lists, inside: readonly string[] = []): Node {
  switch (node.type) {
    case 'list':
      return resolveList(node, lists, inside);
    case 'choice':
      return { ...node, options: node.options.map((option) => resolveLists(option, lists, inside)) };
    case 'sequence':
      return { ...node, items: node.items.map((item) => resolveLists(item, lists, inside)) };
    case 'not':
    case 'optional':
    case 'capture':
      return { ...node, node: resolveLists(node.node, lists, inside) };
    default:
      return node;
  }
}

function resolveList({ name, form, at }: Extract<Node, { type: 'list' }>, lists: Lists, inside: readonly string[]): Node {
  const options = lists.get(name);
  if (!options) throw new PhraseError(`no word list @${name}`, at, meant(name, [...lists.keys()], (one) => `@${one}`));
  if (inside.includes(name)) throw new PhraseError(`the word list @${name} contains itself`, at, `The circle is ${[...inside, name].join(' → ')}.`);
  if (inside.length >= MAX_DEPTH) throw new PhraseError(`word lists within word lists, deeper than ${MAX_DEPTH}`, at, 'Write the words of the inner lists out.');
  const known = resolved.get(options) ?? new Map<WordForm, Node>();
  resolved.set(options, known);
  const node = known.get(form) ?? { type: 'choice' as const, options: options.map((option) => resolveLists(form === 'exact' ? option : withForm(option, form), lists, [...inside, name])) };
  known.set(form, node);
  return node;
}

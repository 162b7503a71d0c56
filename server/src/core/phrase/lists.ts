import { PhraseError, type Node } from './syntax.js';

/** Word lists by name; an entry is a parsed phrase. */
export type Lists = ReadonlyMap<string, readonly Node[]>;

/** Lists already resolved, by their entries: shared lists are big, and every rule uses them. */
const resolved = new WeakMap<readonly Node[], Node>();

/** Puts the entries of word lists where a phrase names the lists. @throws PhraseError for unknown or circular ones */
export function resolveLists(node: Node, lists: Lists, inside: readonly string[] = []): Node {
  switch (node.type) {
    case 'list':
      return resolveList(node.name, node.at, lists, inside);
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

function resolveList(name: string, at: number, lists: Lists, inside: readonly string[]): Node {
  const options = lists.get(name);
  if (!options) throw new PhraseError(`no word list @${name}`, at, `There are ${[...lists.keys()].map((one) => `@${one}`).join(' ') || 'none'}.`);
  if (inside.includes(name)) throw new PhraseError(`the word list @${name} contains itself`, at, `The circle is ${[...inside, name].join(' → ')}.`);
  const node = resolved.get(options) ?? { type: 'choice' as const, options: options.map((option) => resolveLists(option, lists, [...inside, name])) };
  resolved.set(options, node);
  return node;
}

import { IdSet } from './idSet.js';
import type { Need, Needs } from './needs.js';
import type { Node } from './syntax.js';

/** Words that matches contain, in the order they stand in. */
export type Alternative = readonly Need[];

/** A phrase of more alternatives is told by fewer of its words. */
const MOST = 64;

/**
 * What the matches of a phrase contain, option by option: every match has all words of one of these. It tells much more
 * than what all matches have in common, and takes longer to work out.
 */
export function alternativesOf(node: Node, needs: Needs): readonly Alternative[] {
  switch (node.type) {
    case 'capture':
      return alternativesOf(node.node, needs);
    case 'choice':
      return ofChoice(node, needs);
    case 'sequence':
      return node.items.reduce<readonly Alternative[]>((all, item) => followedBy(all, item, needs), [[]]);
    default:
      return [needs.of(node)];
  }
}

function followedBy(before: readonly Alternative[], item: Node, needs: Needs): readonly Alternative[] {
  const after = alternativesOf(item, needs);
  if (before.length * after.length > MOST) return before.map((one) => [...one, ...needs.of(item)]);
  return before.flatMap((one) => after.map((other) => [...one, ...other]));
}

function ofChoice(node: Node & { readonly type: 'choice' }, needs: Needs): readonly Alternative[] {
  const all = node.options.flatMap((option) => alternativesOf(option, needs));
  if (all.some(({ length }) => length === 0)) return [[]];
  const several = all.filter(({ length }) => length > 1);
  if (several.length >= MOST) return [needs.of(node)];
  return several.length < all.length ? [[union(all.flatMap((one) => (one.length === 1 ? one : [])))], ...several] : several;
}

function union(needs: readonly Need[]): Need {
  const [only] = needs;
  if (only && needs.length === 1) return only;
  return { ids: new IdSet([...new Set(needs.flatMap(({ ids }) => ids.list))]), cost: needs.reduce((sum, { cost }) => sum + cost, 0) };
}

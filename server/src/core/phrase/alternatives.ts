import { takesFillerBetween } from './automaton.js';
import { IdSet } from './idSet.js';
import type { Need, Needs } from './needs.js';
import { sizeOf } from './size.js';
import type { Node } from './syntax.js';

/** Words of which a match contains one, and at most how many other tokens stand before it, back to the part before. */
export interface Part extends Need {
  readonly gap: number;
}

/** What a match contains, in the order it stands in. */
export interface Alternative {
  readonly parts: readonly Part[];
  /** How many tokens at most stand behind the last part. */
  readonly rest: number;
}

/** A phrase of more alternatives is told by fewer of its words. */
const MOST = 64;

const NOTHING: Alternative = { parts: [], rest: 0 };

/**
 * What the matches of a phrase contain, option by option: every match has all parts of one of these, no farther from each
 * other than their gaps allow. It tells much more than what all matches have in common, and takes longer to work out.
 */
export function alternativesOf(node: Node, needs: Needs): readonly Alternative[] {
  switch (node.type) {
    case 'capture':
      return alternativesOf(node.node, needs);
    case 'choice':
      return ofChoice(node, needs);
    case 'sequence':
      return node.items.reduce<readonly Alternative[]>((all, item, i) => {
        const mayFill = node.tight[i] !== true && takesFillerBetween(node.items[i - 1], item);
        return followedBy(mayFill ? all.map(withFiller) : all, item, needs);
      }, [NOTHING]);
    default:
      return [ofLeaf(node, needs)];
  }
}

function withFiller({ parts, rest }: Alternative): Alternative {
  return { parts, rest: rest + 1 };
}

/** A word (of a contraction, one after the other), a class, or what need not be there. */
function ofLeaf(node: Node, needs: Needs): Alternative {
  const parts = needs.of(node).map((need) => ({ ...need, gap: 0 }));
  return { parts, rest: parts.length > 0 ? 0 : sizeOf(node).longest };
}

function followedBy(before: readonly Alternative[], item: Node, needs: Needs): readonly Alternative[] {
  const after = alternativesOf(item, needs);
  if (before.length * after.length > MOST) return before.map((one) => join(one, somewhereIn(item, needs)));
  return before.flatMap((one) => after.map((other) => join(one, other)));
}

function join(one: Alternative, { parts: [first, ...others], rest }: Alternative): Alternative {
  if (!first) return { parts: one.parts, rest: one.rest + rest };
  return { parts: [...one.parts, { ...first, gap: first.gap + one.rest }, ...others], rest };
}

/** What all matches of a node contain, whose places in it are not known. */
function somewhereIn(node: Node, needs: Needs): Alternative {
  const { longest } = sizeOf(node);
  return { parts: needs.of(node).map((need) => ({ ...need, gap: longest })), rest: longest };
}

function ofChoice(node: Node & { readonly type: 'choice' }, needs: Needs): readonly Alternative[] {
  const all = node.options.flatMap((option) => alternativesOf(option, needs));
  if (all.some(({ parts }) => parts.length === 0)) return [{ parts: [], rest: sizeOf(node).longest }];
  const several = all.filter(({ parts }) => parts.length > 1);
  if (several.length >= MOST) return [somewhereIn(node, needs)];
  return several.length < all.length ? [union(all.filter(({ parts }) => parts.length === 1)), ...several] : several;
}

/** One for several of a single part each. */
function union(alternatives: readonly Alternative[]): Alternative {
  const [only] = alternatives;
  if (only && alternatives.length === 1) return only;
  const parts = alternatives.flatMap((one) => one.parts);
  const ids = new IdSet([...new Set(parts.flatMap((part) => part.ids.list))]);
  return { parts: [{ ids, cost: parts.reduce((sum, { cost }) => sum + cost, 0), gap: most(parts.map(({ gap }) => gap)) }], rest: most(alternatives.map(({ rest }) => rest)) };
}

function most(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => Math.max(a, b), 0);
}

import { Op, takesFillerBetween, type Automaton } from './automaton.js';
import { PhraseError, type Node } from './syntax.js';
import { splitWord } from './tokenTest.js';

/** The most steps that the automaton of one phrase may have. The largest that comes with Deskside has some 2,900. */
const MAX_STEPS = 5000;

/** How big a phrase is, before anything is built of it. */
export interface Size {
  /** The steps of its automaton. */
  readonly steps: number;
  /** The most tokens that a match can have. */
  readonly longest: number;
}

/** Sizes already worked out: word lists are shared, and lists of lists of lists would be counted without end. */
const known = new WeakMap<Node, Size>();

/** The size of a phrase without list nodes: in time linear in what was written, however often its lists name each other. */
export function sizeOf(node: Node): Size {
  // Nearly all nodes are words and the like, which are measured sooner than remembered.
  if (node.type === 'word' || node.type === 'class' || node.type === 'punct') return measure(node);
  const size = known.get(node) ?? measure(node);
  known.set(node, size);
  return size;
}

/** The size of a phrase whose automaton is built. */
export function sizeOfSteps({ ops, next, other, entry }: Automaton): Size {
  // By step the most tokens from there to the end: steps lead to lower ones
  const longest = new Uint32Array(ops.length);
  ops.forEach((op, step) => {
    const ahead = longest[next[step] ?? 0] ?? 0;
    const further = op === Op.split ? (longest[other[step] ?? 0] ?? 0) : 0;
    longest[step] = Math.max(ahead, further) + (op === Op.token ? 1 : 0);
  });
  return { steps: ops.length - 1, longest: longest[entry] ?? 0 };
}

/** @throws PhraseError for a phrase that would take too long to match */
export function refuseTooBig(node: Node): void {
  const { steps } = sizeOf(node);
  if (steps <= MAX_STEPS) return;
  const count = steps < 1e6 ? `${steps.toLocaleString('en')} steps` : 'more than a million steps';
  throw new PhraseError(`too big: it takes ${count} to match, and ${MAX_STEPS.toLocaleString('en')} is the most`, 0, 'Make several phrases of it, or use shorter word lists and fewer of them.');
}

const ONE_TOKEN: Size = { steps: 1, longest: 1 };

function measure(node: Node): Size {
  if (isOneToken(node)) return ONE_TOKEN;
  switch (node.type) {
    case 'word':
      return repeated(splitWord(node.word).length);
    case 'gap':
      return { steps: 2 * node.max, longest: node.max };
    case 'optional':
      return grown(sizeOf(node.node), 1);
    case 'capture':
      return grown(sizeOf(node.node), 2);
    case 'choice':
      return node.options.map(sizeOf).reduce((all, { steps, longest }) => ({ steps: all.steps + steps + 1, longest: Math.max(all.longest, longest) }));
    case 'sequence':
      return node.items.map((item, i) => withFiller(sizeOf(item), !node.tight[i] && takesFillerBetween(node.items[i - 1], item))).reduce(sum);
    default:
      return { steps: 1, longest: 0 };
  }
}

function repeated(count: number): Size {
  return { steps: count, longest: count };
}

function grown({ steps, longest }: Size, by: number): Size {
  return { steps: steps + by, longest };
}

function withFiller({ steps, longest }: Size, filler: boolean): Size {
  return filler ? { steps: steps + 2, longest: longest + 1 } : { steps, longest };
}

function sum(a: Size, b: Size): Size {
  return { steps: a.steps + b.steps, longest: a.longest + b.longest };
}

/** Whether a node is matched in one step: a word, a class, a sign, or a choice of them. */
function isOneToken(node: Node): boolean {
  if (node.type === 'choice') return node.options.every((option) => sizeOf(option).steps === 1 && sizeOf(option).longest === 1);
  return node.type === 'class' || node.type === 'punct' || (node.type === 'word' && splitWord(node.word).length === 1);
}

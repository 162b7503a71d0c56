import type { Node } from './syntax.js';

/** The plain words at the start, at the end and in the longest run of a node; `whole` when it is nothing but plain words. */
interface Run {
  readonly whole: boolean;
  readonly first: number;
  readonly last: number;
  readonly longest: number;
}

const NOTHING: Run = { whole: true, first: 0, last: 0, longest: 0 };
const WORD: Run = { whole: true, first: 1, last: 1, longest: 1 };

/** How many plain words in a row a phrase asks for, at most: the mark of a sentence learnt by heart. */
export function longestLiteralRun(node: Node): number {
  return run(node).longest;
}

function run(node: Node): Run {
  switch (node.type) {
    case 'word':
      return node.form === 'exact' ? WORD : gap(0);
    case 'edge':
      return NOTHING;
    case 'sequence':
      return node.items.map(run).reduce(join, NOTHING);
    case 'capture':
      return run(node.node);
    case 'choice':
      return choice(node.options.map(run));
    case 'optional':
    case 'not':
      return gap(run(node.node).longest);
    default:
      return gap(0);
  }
}

/** What ends a run, and has one of its own inside. */
function gap(longest: number): Run {
  return { whole: false, first: 0, last: 0, longest };
}

function join(a: Run, b: Run): Run {
  return {
    whole: a.whole && b.whole,
    first: a.whole ? a.first + b.first : a.first,
    last: b.whole ? a.last + b.last : b.last,
    longest: Math.max(a.longest, b.longest, a.last + b.first),
  };
}

/**
 * A choice of single words is a little word class and ends a run, as `<verb>` does. Where every option is several
 * plain words, whichever is taken continues the run: the shortest of them counts with the words around it.
 */
function choice(options: readonly Run[]): Run {
  const longest = Math.max(...options.map((option) => option.longest));
  const shortest = Math.min(...options.map((option) => (option.whole ? option.first : 0)));
  return shortest > 1 ? { whole: true, first: shortest, last: shortest, longest } : gap(longest);
}

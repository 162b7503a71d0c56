import type { Range } from 'yaml';

/** What of a scalar node its place needs. */
interface Scalar {
  readonly value: string;
  readonly type?: string | undefined;
  readonly range?: Range | null | undefined;
}

/**
 * Where in a YAML text a character of a scalar's value stands, whichever way the scalar is written: plain, quoted
 * with escapes, folded over several lines or as a block. Undefined for a node that is no text.
 */
export function offsetIn(text: string, node: unknown, character: number): number | undefined {
  if (!isScalar(node) || !node.range) return undefined;
  const [start, end] = node.range;
  const step = STEPS[node.type ?? ''] ?? (() => 1);
  let at = start + openingOf(text.slice(start, end), node.type);
  for (let i = 0; i < character && at < end; i++) at += /\s/.test(node.value.charAt(i)) ? blanksAt(text, at) : step(text, at);
  return Math.min(at, end);
}

function isScalar(node: unknown): node is Scalar {
  return typeof node === 'object' && node !== null && 'value' in node && typeof node.value === 'string';
}

/** How long what stands before the value is: a quotation mark, or the line of `|` or `>` and the next one's indentation. */
function openingOf(source: string, type: string | undefined): number {
  if (type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE') return 1;
  return type === 'BLOCK_FOLDED' || type === 'BLOCK_LITERAL' ? (/^.*\n\s*/.exec(source)?.[0].length ?? 0) : 0;
}

type Step = (text: string, at: number) => number;

/** How much of the source one character of the value takes. */
const STEPS: Readonly<Record<string, Step>> = {
  QUOTE_SINGLE: (text, at) => (text.startsWith("''", at) ? 2 : 1),
  QUOTE_DOUBLE: (text, at) => (text.charAt(at) === '\\' ? escapeLength(text.charAt(at + 1)) : 1),
};

function escapeLength(letter: string): number {
  return { x: 4, u: 6, U: 10 }[letter] ?? 2;
}

/** A blank: a line break with the blanks on both sides counts as one. */
function blanksAt(text: string, at: number): number {
  const run = /^\s*/.exec(text.slice(at, at + 1000))?.[0] ?? '';
  return run.includes('\n') ? run.length : 1;
}

/** Deeper than anything a person writes, and far from where the parser runs out of stack. */
const MAX_DEPTH = 100;
const COMPACT = new RegExp(`(?:[-?:][ \\t]+){${MAX_DEPTH}}`, 'u');

/**
 * Whether a YAML text may nest so deeply that the parser would take the whole process down with it, which
 * no `catch` can help. Brackets in quotes count too: a hundred of them left open are no accident either.
 */
export function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const bracket of text.match(/[[\]{}]/gu) ?? []) {
    depth = Math.max(0, depth + (bracket === '[' || bracket === '{' ? 1 : -1));
    if (depth > MAX_DEPTH) return true;
  }
  return COMPACT.test(text);
}

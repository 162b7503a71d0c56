import type { Linter } from '../core/index.js';

/** What to say of a rule or category that nobody knows, to an assistant, which can run no command; undefined for one that is known. */
export function unknownRule(linter: Linter, name: string): string | undefined {
  const categories = new Set(linter.rules.map(({ category }) => category));
  return linter.unknownRule(name, `The categories are: ${[...categories].join(', ')}.`);
}

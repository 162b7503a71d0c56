import type { Finding } from '../core/index.js';
import { misspelledKind } from '../files/kinds.js';

/** The rule that speaks of such slips where a text is read. */
const RULE = 'front-matter';

/** What there is to say about a text that is left alone for a slip in its own `kind: …`. */
export function kindSlip(text: string): readonly Finding[] {
  const slip = misspelledKind(text);
  if (!slip) return [];
  const { written, meant, line, column } = slip;
  const start = text.split('\n', line - 1).reduce((sum, { length }) => sum + length + 1, 0) + column - 1;
  const edits = [{ start, end: start + written.length, text: meant }];
  const message = `“kind” cannot be “${written}”; did you mean “${meant}”? Until then this text is not read.`;
  return [{ rule: RULE, category: RULE, severity: 'info', start, end: start + written.length, message, fixes: [{ title: `Write “${meant}”`, kind: 'suggestion', edits }] }];
}

import { applyEdits, safeEdits } from '../core/fix.js';
import type { NamedFinding } from '../core/baseline.js';
import { matchLineEnds } from '../files/text.js';

/** A fix may make room for another; more rounds than this nothing needs. */
const MOST_ROUNDS = 10;

/** A text with its safe fixes applied, and what is still to be said about it. */
export interface Fixed<R> {
  readonly text: string;
  readonly reading: R;
  /** How many fixes were applied. */
  readonly fixed: number;
}

/** Applies the safe fixes until there are none left. @param read finds what is wrong with a text */
export async function applySafeFixes<R extends { readonly findings: readonly NamedFinding[] }>(original: string, read: (text: string) => Promise<R>): Promise<Fixed<R>> {
  let text = original;
  let fixed = 0;
  for (let round = 0; ; round++) {
    const reading = await read(text);
    const edits = safeEdits(reading.findings);
    if (!edits.length || round === MOST_ROUNDS) return { text, reading, fixed };
    const into = text;
    text = applyEdits(into, edits.map((edit) => ({ ...edit, text: matchLineEnds(edit.text, into) })));
    fixed += edits.length;
  }
}

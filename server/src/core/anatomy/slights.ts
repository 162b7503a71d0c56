import { findAll } from '../phrase/match.js';
import { categoryOf } from '../rules/fixes.js';
import type { Program } from '../rules/program.js';
import type { Sentence } from '../rules/reading.js';
import { Selection } from '../rules/selection.js';

/** What does a customer no good, whatever else the sentence says: blame, doubt, contempt, rules held up, and being sent away. */
const SLIGHTS = new Set(['blame-language', 'disbelief', 'condescension', 'passive-aggressive', 'works-for-me', 'by-design-dismissal', 'buck-passing', 'cold-referral', 'policy-shield']);

const selections = new WeakMap<Program, Selection>();

/** Whether a rule finds that a sentence blames the customer or turns them away: it answers nothing then, and is no part of a good reply. */
export function slights(sentence: Sentence, program: Program): boolean {
  const selection = selections.get(program) ?? new Selection(program, ({ id }) => (SLIGHTS.has(categoryOf(id)) ? 'warning' : undefined));
  selections.set(program, selection);
  return selection.candidates(sentence).some(({ phrase, holds }) => findAll(phrase, sentence).some((match) => holds({ sentence, match, phrase })));
}

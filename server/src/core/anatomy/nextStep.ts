import { lackedAt } from '../rules/absences.js';
import { isBrief } from '../rules/findings.js';
import { categoryOf } from '../rules/fixes.js';
import type { Absence, Program } from '../rules/program.js';
import type { Reading, Sentence } from '../reading/reading.js';

/** Whether the rules miss a next step: the checklist asks them, so that it and the findings agree wherever the rules are on; it asks those that are off, too. They don't judge what has just been begun. */
export function missesNextStep(reading: Reading, program: Program): boolean {
  return !isBrief(reading) && rulesOf(program).some((rule) => lackedAt(rule, reading));
}

/** The first of some sentences that has what the rules would miss. */
export function nextStepAmong(sentences: readonly Sentence[], program: Program): Sentence | undefined {
  const rules = rulesOf(program);
  return sentences.find((sentence) => rules.some(({ isPresent }) => isPresent(sentence)));
}

function rulesOf({ absences }: Program): readonly Absence[] {
  return absences.filter(({ rule }) => categoryOf(rule.id) === 'missing-next-step');
}

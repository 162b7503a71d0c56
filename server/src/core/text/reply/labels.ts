import { letters } from '../../generated/letters.js';
import { later } from '../../later.js';

/** What stands before a colon or a time without speaking. */
const LABELS = later(() => new Set(`${letters.labelsBeforeWords}|${letters.labelsBeforeTimes}`.split('|')));

/** `Q:`, `A1:`. */
const QUESTION_OR_ANSWER = /^[qa]\d{0,2}$/i;

/** Whether the name in the head of a line is a label and nobody's: the parts of a letter, an order, a plan. */
export function isLabel(speaker: string): boolean {
  return QUESTION_OR_ANSWER.test(speaker) || LABELS().has(/^\p{L}+/u.exec(speaker)?.[0].toLowerCase() ?? '');
}

import { letters } from '../../generated/letters.js';
import { later } from '../../later.js';

const HANDS_ON = later(() => new RegExp(`\\b(?:${letters.handsOn})\\b`, 'i'));
/** As much of a letter as says what is to be done with it. */
const AN_OPENING = 400;

/** Whether a letter hands on what somebody else has written, so that it is for a colleague: `Hi Ben, could you take this one?`. @param letter its words, from the greeting on */
export function handsOn(letter: string): boolean {
  return HANDS_ON().test(letter.slice(0, AN_OPENING));
}

import type { PartId } from './anatomy.js';

/** What snippets answer that make a part: the part itself, moves, and rules that miss it. */
export const PART_ANSWERS: Readonly<Record<PartId, readonly string[]>> = {
  greeting: ['greeting', 'greet'],
  acknowledgement: ['acknowledgement', 'acknowledge', 'missing-acknowledgement'],
  substance: ['substance', 'explain'],
  answers: ['answers', 'unanswered-question'],
  'next-step': ['next-step', 'commit', 'missing-next-step'],
  'way-back': ['way-back'],
  'sign-off': ['sign-off'],
};

/** All that is answered by a part of a reply, and by no other words for a sentence that stands. */
export const MAKES_PARTS: ReadonlySet<string> = new Set(Object.values(PART_ANSWERS).flat());

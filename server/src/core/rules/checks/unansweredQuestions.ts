import { isOpen } from '../../anatomy/anatomy.js';
import { findingQuestions } from '../../anatomy/questions.js';
import type { Steps } from '../../steps.js';
import type { CheckHit, CheckInput } from '../check.js';

/** The customer's questions that no sentence of the reply takes up or puts off: those that the checklist has open. */
export function* unansweredQuestions({ reading, program }: CheckInput): Steps<readonly CheckHit[]> {
  const questions = yield* findingQuestions(reading, program);
  return questions.filter(isOpen).map(({ start, end }) => ({ start, end, extra: { question: reading.prose.text.slice(start, end).replace(/\s*\n[\s>]*/g, ' ') } }));
}

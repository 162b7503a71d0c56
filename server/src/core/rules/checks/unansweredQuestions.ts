import { questionsOf } from '../../anatomy/questions.js';
import type { Check } from '../check.js';

/**
 * The customer's questions that no sentence of the reply takes up. A reply that asks back or comes back later
 * takes up a single one: the answer is on its way.
 */
export const unansweredQuestions: Check = ({ reading, program }) => {
  const questions = questionsOf(reading, program);
  const open = questions.filter(({ answer }) => !answer);
  const isComing = ['commit', 'ask', 'hand-over'].some((move) => reading.body.some((sentence) => program.cue(move)?.holds(sentence)));
  return isComing && open.length === questions.length ? [] : open.map(({ start, end }) => ({ start, end, extra: { question: reading.prose.text.slice(start, end).replace(/\s*\n[\s>]*/g, ' ') } }));
};

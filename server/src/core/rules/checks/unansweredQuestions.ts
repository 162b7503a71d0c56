import { moveOf } from '../../anatomy/moves.js';
import { questionsOf } from '../../anatomy/questions.js';
import type { Move } from '../../anatomy/anatomy.js';
import type { Check } from '../check.js';

/** Moves after which the answer is on its way. */
const PUTS_OFF: ReadonlySet<Move> = new Set<Move>(['commit', 'ask', 'hand-over']);

/**
 * The customer's questions that no sentence of the reply takes up. A reply that asks back or comes back later
 * takes up a single one: the answer is on its way.
 */
export const unansweredQuestions: Check = ({ reading, program }) => {
  const questions = questionsOf(reading, program);
  const open = questions.filter(({ answer }) => !answer);
  const isComing = open.length > 0 && reading.body.some((sentence) => PUTS_OFF.has(moveOf(sentence)));
  return isComing && open.length === questions.length ? [] : open.map(({ start, end }) => ({ start, end, extra: { question: reading.prose.text.slice(start, end).replace(/\s*\n[\s>]*/g, ' ') } }));
};

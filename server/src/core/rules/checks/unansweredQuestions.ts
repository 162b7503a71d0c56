import { moveOf } from '../../anatomy/moves.js';
import { questionsOf } from '../../anatomy/questions.js';
import type { Move } from '../../anatomy/anatomy.js';
import type { Check } from '../check.js';

/** Moves after which the answer is on its way. */
const PUTS_OFF: ReadonlySet<Move> = new Set<Move>(['ask', 'hand-over']);

/**
 * The customer's questions that no sentence of the reply takes up. Where none is taken up, a reply that asks back or
 * will come back puts them all off; a promise of something else ("I'll send the new card") puts off a single one.
 */
export const unansweredQuestions: Check = ({ reading, program }) => {
  const questions = questionsOf(reading, program);
  const open = questions.filter(({ answer }) => !answer);
  const isComing = open.length > 0 && reading.body.some((sentence) => PUTS_OFF.has(moveOf(sentence)) || (moveOf(sentence) === 'commit' && (open.length === 1 || program.cue('comes-back')?.holds(sentence) === true)));
  return isComing && open.length === questions.length ? [] : open.map(({ start, end }) => ({ start, end, extra: { question: reading.prose.text.slice(start, end).replace(/\s*\n[\s>]*/g, ' ') } }));
};

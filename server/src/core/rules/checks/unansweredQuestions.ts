import { moveOf } from '../../anatomy/moves.js';
import { findingQuestions } from '../../anatomy/questions.js';
import type { Move } from '../../anatomy/anatomy.js';
import { finding, type Steps } from '../../steps.js';
import type { CheckHit, CheckInput } from '../check.js';
import type { Sentence } from '../reading.js';

/** Moves after which the answer is on its way. */
const PUTS_OFF: ReadonlySet<Move> = new Set<Move>(['ask', 'hand-over']);

/**
 * The customer's questions that no sentence of the reply takes up. Where none is taken up, a reply that asks back or
 * will come back puts them all off; a promise of something else ("I'll send the new card") puts off a single one.
 */
export function* unansweredQuestions({ reading, program }: CheckInput): Steps<readonly CheckHit[]> {
  const questions = yield* findingQuestions(reading, program);
  const open = questions.filter(({ answer }) => !answer);
  const putsOff = (sentence: Sentence): boolean => PUTS_OFF.has(moveOf(sentence)) || (moveOf(sentence) === 'commit' && (open.length === 1 || program.cue('comes-back')?.holds(sentence) === true));
  const isComing = open.length > 0 && (yield* finding(reading.body, putsOff)) !== undefined;
  return isComing && open.length === questions.length ? [] : open.map(({ start, end }) => ({ start, end, extra: { question: reading.prose.text.slice(start, end).replace(/\s*\n[\s>]*/g, ' ') } }));
}

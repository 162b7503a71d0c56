import { Id } from '../phrase/vocabulary.js';
import type { Program } from '../rules/program.js';
import type { Sentence } from '../reading/reading.js';
import { finding, type Steps } from '../steps.js';
import type { CustomerQuestion, Move } from './anatomy.js';
import { moveOf } from './moves.js';

/** As many of the last words and signs as a question's mark is among: a bracket or a quotation mark may follow it. */
const LAST_SIGNS = 2;

/** Whether a sentence has the mark of a question. */
export function hasQuestionMark({ ids }: Sentence): boolean {
  return ids.slice(-LAST_SIGNS).includes(Id.question);
}

/** Whether a sentence asks back or promises to come back: what answers a question may stand below it. */
export function comesBack(sentence: Sentence, program: Program): boolean {
  return asksBack(sentence) || (moveOf(sentence) === 'commit' && program.cue('comes-back')?.holds(sentence) === true);
}

/** Whether a sentence promises no more than an answer to come: “I'll look into it and let you know by noon” says when that is, and not what was asked. */
export function onlyComesBack(question: Sentence, sentence: Sentence, program: Program): boolean {
  return program.cue('puts-off')?.holds(sentence) === true && program.cue('wants-news')?.holds(question) !== true;
}

/** Whether a sentence of the reply wants an answer, be it to several questions in a row; `Please send us the log` may be one itself. */
export function asksBack(sentence: Sentence): boolean {
  return moveOf(sentence) === 'ask' && hasQuestionMark(sentence);
}

/** Moves after which the answer is on its way. */
const PUTS_OFF: ReadonlySet<Move> = new Set<Move>(['ask', 'hand-over']);

/**
 * Where none of some questions is answered, a reply that asks back or will come back puts them all off; a promise of something else ("I'll send the
 * new card") puts off a single one. @param sentences without those that promise something without a time, where one asks for it
 */
export function* puttingOff(questions: readonly CustomerQuestion[], sentences: readonly Sentence[], program: Program): Steps<readonly CustomerQuestion[]> {
  const putsOff = (sentence: Sentence): boolean => PUTS_OFF.has(moveOf(sentence)) || (moveOf(sentence) === 'commit' && questions.length === 1) || comesBack(sentence, program);
  const by = yield* finding(sentences, putsOff);
  return by ? questions.map((question) => (question.putOff ? question : { start: question.start, end: question.end, putOff: { start: by.start, end: by.end } })) : questions;
}

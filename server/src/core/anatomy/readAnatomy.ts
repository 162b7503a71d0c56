import type { DraftSnippets } from '../packs/draftSnippets.js';
import type { Program } from '../rules/program.js';
import type { Reading, Sentence } from '../reading/reading.js';
import { each, type Steps } from '../steps.js';
import { isOpen, type Anatomy, type CustomerQuestion, type Move, type SentenceMove, type Told } from './anatomy.js';
import { channelOf } from './channel.js';
import { commitmentIn } from './commitment.js';
import { moveOf } from './moves.js';
import { insertsForQuestion, partsOf } from './parts.js';
import { findingQuestions } from './questions.js';
import { readingReadability } from './readability.js';
import { moveAsTold, toldOf, turnsAway } from './told.js';

/** Reads a reply as a whole, step by step: what each sentence does, and which parts are there. */
export function* readingAnatomy(reading: Reading, program: Program, snippets: DraftSnippets): Steps<Anatomy> {
  const channel = channelOf(reading);
  const sentences: SentenceMove[] = [];
  const told = new Map<number, Told>();
  yield* each(reading.sentences, (sentence) => {
    const what = toldOf(sentence, program);
    if (what) told.set(sentence.start, what);
    sentences.push(sentenceMove(sentence, what, program));
  });
  const scene = { reading, program, sentences: sentences.filter(({ start }) => !turnsAway(told.get(start))), told, channel, snippets };
  const asked = yield* findingQuestions(reading, program, ({ start }) => told.get(start));
  const questions: CustomerQuestion[] = [];
  yield* each(asked, (question) => void questions.push(isOpen(question) ? { ...question, inserts: insertsForQuestion(question, scene) } : question));
  const parts = partsOf({ ...scene, questions });
  return { channel, sentences, parts, questions, ...(yield* readingReadability(reading.sentences)) };
}

/** "I've sent it back, *and I'll check on Friday*": a promise with its time counts beside what a sentence tells, or whom it names. */
const TELLING: ReadonlySet<Move> = new Set(['confirm', 'explain', 'apologise', 'acknowledge', 'thank', 'hand-over']);

function sentenceMove(sentence: Sentence, told: Told | undefined, program: Program): SentenceMove {
  const move = moveAsTold(moveOf(sentence), told);
  const promised = move === 'commit' || TELLING.has(move) ? commitmentIn(sentence, program) : undefined;
  const commitment = move === 'commit' || (promised?.who && promised.when) ? promised : undefined;
  return { start: sentence.start, end: sentence.end, move: move === 'commit' && !commitment && isRefused(sentence, told, program) ? 'explain' : move, ...(commitment && { commitment }) };
}

/** "We won't be refunding it": who promises nothing and says no tells how things are. */
function isRefused(sentence: Sentence, told: Told | undefined, program: Program): boolean {
  return told === 'refusal' || turnsAway(told) || program.cue('refusal')?.holds(sentence) === true;
}

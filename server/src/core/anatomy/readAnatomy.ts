import type { DraftSnippets } from '../packs/draftSnippets.js';
import type { Program } from '../rules/program.js';
import type { Reading, Sentence } from '../rules/reading.js';
import { each, filtering, type Steps } from '../steps.js';
import type { Anatomy, CustomerQuestion, Move, SentenceMove } from './anatomy.js';
import { channelOf } from './channel.js';
import { commitmentIn } from './commitment.js';
import { moveOf } from './moves.js';
import { insertsForQuestion, partsOf } from './parts.js';
import { findingQuestions } from './questions.js';
import { readingReadability } from './readability.js';
import { slights } from './slights.js';

/** Reads a reply as a whole, step by step: what each sentence does, and which parts are there. */
export function* readingAnatomy(reading: Reading, program: Program, snippets: DraftSnippets): Steps<Anatomy> {
  const channel = channelOf(reading);
  const sentences: SentenceMove[] = [];
  yield* each(reading.sentences, (sentence) => void sentences.push(sentenceMove(sentence, program)));
  const slighting = new Set((yield* filtering(reading.sentences, (sentence) => slights(sentence, program))).map(({ start }) => start));
  const scene = { reading, program, sentences: sentences.filter(({ start }) => !slighting.has(start)), channel, snippets };
  const asked = yield* findingQuestions(reading, program, ({ start }) => slighting.has(start));
  const questions: CustomerQuestion[] = [];
  yield* each(asked, (question) => void questions.push(question.answer ? question : { ...question, inserts: insertsForQuestion(question, scene) }));
  const parts = partsOf({ ...scene, questions });
  return { channel, sentences, parts, questions, ...(yield* readingReadability(reading.sentences)) };
}

/** "I've sent it back, *and I'll check on Friday*": a promise with its time counts beside what a sentence tells, or whom it names. */
const TELLING: ReadonlySet<Move> = new Set(['confirm', 'explain', 'apologise', 'acknowledge', 'thank', 'hand-over']);

function sentenceMove(sentence: Sentence, program: Program): SentenceMove {
  const move = moveOf(sentence);
  const promised = move === 'commit' || TELLING.has(move) ? commitmentIn(sentence, program) : undefined;
  const commitment = move === 'commit' || (promised?.who && promised.when) ? promised : undefined;
  return { start: sentence.start, end: sentence.end, move, ...(commitment && { commitment }) };
}

import type { DraftSnippets } from '../packs/draftSnippets.js';
import type { Program } from '../rules/program.js';
import type { Reading, Sentence } from '../rules/reading.js';
import type { Anatomy, Move, SentenceMove } from './anatomy.js';
import { channelOf } from './channel.js';
import { commitmentIn } from './commitment.js';
import { moveOf } from './moves.js';
import { insertsForQuestion, partsOf } from './parts.js';
import { questionsOf } from './questions.js';
import { readability } from './readability.js';
import { slights } from './slights.js';

/** Reads a reply as a whole: what each sentence does, and which parts are there. */
export function readAnatomy(reading: Reading, program: Program, snippets: DraftSnippets): Anatomy {
  const channel = channelOf(reading);
  const sentences = reading.sentences.map((sentence) => sentenceMove(sentence, program));
  const slighting = new Set(reading.sentences.filter((sentence) => slights(sentence, program)).map(({ start }) => start));
  const scene = { reading, program, sentences: sentences.filter(({ start }) => !slighting.has(start)), channel, snippets };
  const asked = questionsOf(reading, program, ({ start }) => slighting.has(start));
  const questions = asked.map((question) => (question.answer ? question : { ...question, inserts: insertsForQuestion(question, scene) }));
  const parts = partsOf({ ...scene, questions });
  return { channel, sentences, parts, questions, ...readability(reading.sentences) };
}

/** "I've sent it back, *and I'll check on Friday*": a promise with its time counts beside what a sentence tells, or whom it names. */
const TELLING: ReadonlySet<Move> = new Set(['confirm', 'explain', 'apologise', 'acknowledge', 'thank', 'hand-over']);

function sentenceMove(sentence: Sentence, program: Program): SentenceMove {
  const move = moveOf(sentence);
  const promised = move === 'commit' || TELLING.has(move) ? commitmentIn(sentence, program) : undefined;
  const commitment = move === 'commit' || (promised?.who && promised.when) ? promised : undefined;
  return { start: sentence.start, end: sentence.end, move, ...(commitment && { commitment }) };
}

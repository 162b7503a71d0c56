import { PhraseCompiler, type Lists } from '../../../server/src/core/phrase/compile.js';
import { findAll } from '../../../server/src/core/phrase/match.js';
import { parsePhrase } from '../../../server/src/core/phrase/syntax.js';
import { Vocabulary } from '../../../server/src/core/phrase/vocabulary.js';
import { Reading, type Sentence } from '../../../server/src/core/reading/reading.js';
import { readProse } from '../../../server/src/core/text/read.js';

/** Everything a phrase matches in a text, as the source has it. */
export function find(phrase: string, text: string, words: Readonly<Record<string, readonly string[]>> = {}): readonly string[] {
  const vocabulary = new Vocabulary();
  const lists: Lists = new Map(Object.entries(words).map(([name, entries]) => [name, entries.map(parsePhrase)]));
  const compiled = new PhraseCompiler(vocabulary).compile(parsePhrase(phrase), lists);
  return new Reading(readProse({ text }), vocabulary).sentences.flatMap((sentence) => findAll(compiled, sentence).map(({ start, end }) => sentence.sourceOf(start, end)));
}

/** The sentences of a text. */
export function sentencesIn(text: string): readonly Sentence[] {
  return new Reading(readProse({ text }), new Vocabulary()).sentences;
}

import { WordClass } from '../../phrase/lexicon.js';
import { Id } from '../../phrase/vocabulary.js';
import type { Block } from '../../text/prose.js';
import type { RuleDefinition } from '../definition.js';
import type { Check, CheckHit } from '../check.js';
import type { Reading, Sentence } from '../../reading/reading.js';

/** A paragraph is broken into its fewest parts, or one more, and so on, so many times. */
const MOST_TRIES = 4;

/** So many words at its beginning stand for a paragraph, unless its first sentence has fewer. */
const OPENING = 8;

/** How many words are too many: the rule's own condition says so. */
function limitOf(rule: RuleDefinition): number {
  return rule.if?.words?.min ?? Infinity;
}

/** Sentences that go on too long. `split` is the sentence in two, where a clause of its own allows it. */
export const longSentence: Check = ({ reading, rule }) => {
  const limit = limitOf(rule);
  return reading.sentences
    // No sentence has more words than tokens, and most have fewer of these already.
    .filter((sentence) => sentence.ids.length >= limit && sentence.block.kind !== 'cell' && sentence.wordCount >= limit)
    .map((sentence) => ({ start: sentence.start, end: sentence.end, extra: { count: String(sentence.wordCount), ...splitOf(sentence) } }));
};

/** The sentence with a full stop before the "and", "but" or "so" that opens the clause nearest to its middle. */
function splitOf(sentence: Sentence): Readonly<Record<string, string>> {
  const middle = sentence.ids.length / 2;
  const at = sentence.ids
    .map((_, i) => i)
    .filter((i) => i > 6 && i < sentence.ids.length - 6 && canSplit(sentence, i))
    .sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0];
  if (at === undefined) return {};
  const text = sentence.reading.prose.text;
  const comma = sentence.ids[at - 1] === Id.comma;
  const before = text.slice(sentence.start, sentence.startOf(comma ? at - 1 : at)).trimEnd();
  const drop = sentence.words[at] === 'and' ? at + 1 : at;
  const after = text.slice(sentence.startOf(drop), sentence.end);
  return { split: `${before}. ${after.charAt(0).toUpperCase()}${after.slice(1)}` };
}

/** ", and we …", ", but it …": a main clause with a subject of its own follows, and the one before it was none of a condition. */
function canSplit(sentence: Sentence, i: number): boolean {
  if (sentence.ids[i - 1] !== Id.comma || !/^(and|but|so)$/.test(sentence.words[i] ?? '')) return false;
  const subject = sentence.classes[i + 1] ?? 0;
  const verb = sentence.classes[i + 2] ?? 0;
  const { pronoun, det, modal, verb: base, past, third, be, have } = WordClass;
  return (subject & pronoun) !== 0 && (subject & det) === 0 && (verb & (modal | base | past | third | be | have)) !== 0 && sentence.clauses[0]?.mood !== 'condition';
}

/**
 * Paragraphs that go on too long: the first words stand for all of it, so that what else there is to say about the others can be seen.
 * `paragraph` is all of it, and `broken` the same in as many parts as it takes, each from a sentence to another.
 */
export const wallOfText: Check = ({ reading, rule }) => {
  const limit = limitOf(rule);
  // Every word but the last has a sign or space after it.
  return reading.prose.blocks.filter(({ kind, start, end }) => kind === 'paragraph' && end - start >= 2 * limit - 1).flatMap((block) => wallIn(reading, block, limit));
};

function wallIn(reading: Reading, block: Block, limit: number): readonly CheckHit[] {
  const sentences = reading.sentencesIn(block);
  const count = sentences.reduce((sum, { wordCount }) => sum + wordCount, 0);
  const [first] = sentences;
  const last = sentences.at(-1);
  if (count < limit || !first || !last) return [];
  const paragraph = { start: first.start, end: last.end };
  const opening = first.ids.length > OPENING ? first.endOf(OPENING - 1) : undefined;
  return [{ start: first.start, end: opening ?? first.end, extra: { count: String(count), ...brokenAt(sentences, count, limit) }, spans: { paragraph } }];
}

function brokenAt(sentences: readonly Sentence[], count: number, limit: number): Readonly<Record<string, string>> {
  const [first] = sentences;
  const last = sentences.at(-1);
  const [cut, ...others] = cuts(sentences, count, limit);
  if (!first || !last || !cut) return {};
  const { text } = first.reading.prose;
  const starts = [first, cut, ...others].map(({ start }) => start);
  const parts = starts.map((start, i) => text.slice(start, starts[i + 1] ?? last.end).trimEnd());
  return { broken: parts.join('\n\n') };
}

/** The sentences before which to break: as many as leave no part too long, and one at least. Where sentences are so long that a few more do not help either, so be it. */
function cuts(sentences: readonly Sentence[], count: number, limit: number): readonly Sentence[] {
  const fewest = Math.max(2, Math.ceil(count / (limit - 1)));
  const tries = Array.from({ length: MOST_TRIES }, (_, i) => evenCuts(sentences, count, fewest + i));
  const best = tries.find((starts) => longestPart(sentences, starts) < limit) ?? tries[0] ?? [];
  return best.flatMap((start) => sentences[start] ?? []);
}

/** The sentences, none the first, before which most nearly one, two, … of so many shares of the words stand. */
function evenCuts(sentences: readonly Sentence[], count: number, parts: number): readonly number[] {
  const starts = new Set<number>();
  let [start, before] = [1, sentences[0]?.wordCount ?? 0];
  for (let share = 1; share < parts && start < sentences.length; share++) {
    const goal = (count * share) / parts;
    for (let next = sentences[start]; next && start + 1 < sentences.length && Math.abs(before + next.wordCount - goal) < Math.abs(before - goal); next = sentences[start]) {
      before += next.wordCount;
      start++;
    }
    starts.add(start);
  }
  return [...starts];
}

function longestPart(sentences: readonly Sentence[], starts: readonly number[]): number {
  const isStart = new Set(starts);
  let [longest, words] = [0, 0];
  for (const [i, { wordCount }] of sentences.entries()) {
    words = (isStart.has(i) ? 0 : words) + wordCount;
    longest = Math.max(longest, words);
  }
  return longest;
}

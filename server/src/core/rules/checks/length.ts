import { WordClass } from '../../phrase/lexicon.js';
import { Id } from '../../phrase/vocabulary.js';
import type { Block } from '../../text/prose.js';
import type { RuleDefinition } from '../definition.js';
import type { Check, CheckHit } from '../check.js';
import type { Reading, Sentence } from '../reading.js';

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

/** Paragraphs that go on too long. `broken` is the paragraph in two, at the sentence nearest to its middle. */
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
  return [{ start: first.start, end: last.end, extra: { count: String(count), ...brokenAt(sentences, count) } }];
}

function brokenAt(sentences: readonly Sentence[], count: number): Readonly<Record<string, string>> {
  const [first] = sentences;
  const last = sentences.at(-1);
  const cut = middle(sentences, count);
  if (!first || !last || !cut) return {};
  const { text } = first.reading.prose;
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  return { broken: text.slice(first.start, cut.start).trimEnd() + newline + newline + text.slice(cut.start, last.end) };
}

/** The sentence, not the first, before which most nearly half of the words stand. */
function middle(sentences: readonly Sentence[], count: number): Sentence | undefined {
  let best: Sentence | undefined;
  let least = Infinity;
  let before = 0;
  for (const sentence of sentences) {
    const off = Math.abs(before - count / 2);
    if (before > 0 && off < least) [best, least] = [sentence, off];
    before += sentence.wordCount;
  }
  return best;
}

import { SAID_AS } from '../phrase/contractions.js';
import { WordClass } from '../phrase/lexicon.js';
import { firstFrom } from '../ranges.js';
import { remembered } from '../remembered.js';
import type { Reading, Sentence } from '../reading/reading.js';

const { name, number, url, opaque, participle, past, ing, third, verb, det, poss, adverb, filler, punct } = WordClass;

/** What stands for a word whose own letters say nothing. */
const STANDS_FOR: readonly (readonly [bits: number, sign: string])[] = [[url, '<url>'], [opaque, '<code>'], [number, '<number>'], [name, '<name>']];

/** What a word of an open class is, the most telling first. */
const CLASSES: readonly (readonly [bits: number, sign: string])[] = [[participle, 'done'], [past, 'did'], [ing, 'doing'], [third, 'does'], [verb, 'do'], [poss, 'my'], [det, 'the'], [adverb | filler, 'ly'], [punct, ',']];

/** Words that carry the grammar of a sentence: in its shape they stand for themselves. */
const GRAMMAR = new Set("i we you it this that they he she there not no will would can could should may might must have has had am are is was were be been do did does if when once as soon please sorry thanks thank let and but or so to 's who what how why us me your our for with".split(' '));

/** The feature that every sentence has: how likely each move is before a word is read. */
export const EVERYWHERE = '=';

/** What the model of moves sees of a sentence: what it says, and where it stands. */
export function featuresOf(sentence: Sentence): readonly string[] {
  return [...new Set([...wordFeatures(sentence), ...placeFeatures(sentence)])];
}

/**
 * What the model sees of a sentence wherever it stands: its words without their endings, alone and in pairs; the shape that
 * its grammar words and word classes make; what its clauses do and who they are about.
 */
export function wordFeatures(sentence: Sentence): readonly string[] {
  const words = sentence.words.map((word, i) => signOf(SAID_AS.get(word) ?? word, sentence.classes[i] ?? 0));
  const shape = words.map((word, i) => shapeOf(word, sentence.classes[i] ?? 0));
  const stems = words.map(stemOf);
  return [...new Set([
    ...stems,
    ...pairs('', ['^', ...stems, '$']),
    ...pairs('~', ['^', ...shape, '$']),
    ...openings('^', stems, [1, 2, 3]),
    ...openings('^~', shape, [2, 3, 4]),
    ...clauseFeatures(sentence, stems, shape),
  ])];
}

function signOf(word: string, bits: number): string {
  return STANDS_FOR.find(([of]) => (bits & of) !== 0)?.[1] ?? (word || ',');
}

function shapeOf(word: string, bits: number): string {
  return word.startsWith('<') || GRAMMAR.has(word) ? word : (CLASSES.find(([of]) => (bits & of) !== 0)?.[1] ?? 'x');
}

/** A word without its ending: "refunded" and "refunds" tell the same. */
function stemOf(word: string): string {
  return word.replace(/(?<=[a-z]{3})(?:ing|ed|es|s|ly|e)$/, '');
}

function pairs(mark: string, tokens: readonly string[]): readonly string[] {
  return tokens.slice(1).map((token, i) => `${mark}${tokens[i] ?? ''} ${token}`);
}

function openings(mark: string, tokens: readonly string[], lengths: readonly number[]): readonly string[] {
  return lengths.map((length) => mark + tokens.slice(0, length).join(' '));
}

const ACTING = new Set(['statement', 'question', 'command']);

/** The last clause that asserts, asks or tells is mostly what a sentence is for. */
function clauseFeatures({ clauses }: Sentence, stems: readonly string[], shape: readonly string[]): readonly string[] {
  const [first] = clauses;
  const last = clauses.filter(({ mood }) => ACTING.has(mood)).at(-1);
  return [
    ...clauses.map(({ mood, subject }) => `${mood}:${subject}`),
    ...(first ? [`first ${first.mood}:${first.subject}`] : []),
    ...(last ? [`last ${last.mood}:${last.subject}`, `last ~${shape.slice(last.start, Math.min(last.end, last.start + 3)).join(' ')}`, ...stems.slice(last.start, last.end).map((stem) => `last ${stem}`)] : []),
  ];
}

/**
 * Where the sentence stands: in its block and of what kind that is, in the body and how long that is, alone and beside what the
 * sentence asks or asserts; how it ends, how long it is, what comes next. None of them is a feature of its words.
 */
export function placeFeatures(sentence: Sentence): readonly string[] {
  const { block, reading } = sentence;
  const { body } = reading;
  const at = firstFrom(body, sentence.start);
  const inBlock = reading.sentencesIn(block);
  const next = body[at + 1]?.clauses[0];
  return [
    EVERYWHERE,
    `=${placeIn(body, at)}`,
    `=in ${placeIn(inBlock, firstFrom(inBlock, sentence.start))}`,
    `=${block.kind}${block.ordered ? '#' : ''}`,
    `=end ${reading.prose.text.slice(sentence.start, sentence.end + 1).trim().at(-1) ?? ''}`,
    `=${String(magnitude(sentence.ids.length))}`,
    ...(next ? [`=next ${next.mood}:${next.subject}`] : []),
    ...(reading.prose.kind === 'article' ? [] : progressFeatures(sentence, at)),
  ];
}

/**
 * How far on the reply is: replies begin by hearing the customer out and end by saying what comes next. These made 7 sentences in 1,000 more right.
 * An article has no such course, and is read in sections that do not know how many others there are.
 */
function progressFeatures({ reading, clauses }: Sentence, at: number): readonly string[] {
  const { body } = reading;
  const share = at / body.length;
  const stage = stageOf(at, body.length);
  const [first, last] = [clauses[0], clauses.at(-1)];
  return [
    ...(body.length > 1 ? [`=tenth ${String(Math.floor(10 * share))}`] : []),
    `=fifth ${String(Math.floor(5 * share))} of ${String(magnitude(body.length))}`,
    `=frame ${frameOf(reading)}`,
    ...(first && last ? [`=${stage} first ${first.mood}:${first.subject}`, `=${stage} last ${last.mood}:${last.subject}`] : []),
  ];
}

/** Whether a text has a greeting and a sign-off; looked for once, for every sentence asks. */
const frameOf = remembered(({ prose }: Reading): string => ['greeting', 'signoff'].map((kind) => String(prose.blocks.some((block) => block.kind === kind))).join(' '));

function stageOf(at: number, length: number): string {
  if (length === 1) return 'only';
  return at === 0 ? 'first' : at === length - 1 ? 'last' : 'mid';
}

/** Lengths by powers of two: 4 stands for 15 and more. */
function magnitude(length: number): number {
  return Math.min(4, Math.floor(Math.log2(length + 1)));
}

/** The first two and the last two places of a row have a name of their own. */
function placeIn(row: readonly Sentence[], at: number): string {
  if (at < 2) return String(at);
  return at >= row.length - 2 ? String(at - row.length) : 'mid';
}

import { WordClass } from '../../phrase/lexicon.js';
import { Id } from '../../phrase/vocabulary.js';
import type { Block } from '../../text/prose.js';
import type { Range } from '../../types.js';
import type { Check, CheckHit } from '../check.js';
import type { Reading, Sentence } from '../../reading/reading.js';
import { passagesWith } from './passages.js';
import { has, sign, type Seen } from './signs.js';
import { holds, wordMarks, wordSets, type WordSets } from './wordSets.js';

/** An action told to the reader: the sentence and the token of its verb. */
export interface Action {
  readonly sentence: Sentence;
  readonly token: number;
}

/** So many actions in a row are steps: with words of order between them, and without. */
const WITH_ORDER = 3;
const WITHOUT_ORDER = 4;

const NUMBERED_SIGN = sign({ digits: 2, words: /\s[12][.)]\s/ });
const STEP_SIGN = sign({ words: /step (?:1|one)/i });

/** Steps told in one paragraph instead of a numbered list. */
export const stepsInProse: Check = ({ reading, rule }) => {
  const sets = wordSets(rule);
  const counted = new Map(passagesWith(reading.prose, NUMBERED_SIGN, STEP_SIGN).map((passage) => [passage.block, passage]));
  return reading.prose.blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return stepsIn(reading, block, counted.get(block), sets);
    return block.kind === 'item' && counted.has(block) ? countedItem(reading, block) : NONE;
  });
};

const NONE: readonly CheckHit[] = [];

/** @param seen what was seen in a paragraph that may count its steps */
function stepsIn(reading: Reading, block: Block, seen: Seen | undefined, sets: WordSets): readonly CheckHit[] {
  const sentences = reading.sentencesIn(block);
  const [first] = sentences;
  const last = sentences.at(-1);
  if (!first || !last) return NONE;
  if (seen && isCounted(reading.prose.text.slice(block.start, block.end), seen)) return [countedHit(reading, first.start, last.end)];
  return hasActions(sentences, WITH_ORDER, sets) ? toldSteps(reading, block, sentences, sets) : NONE;
}

/** Whether sentences in a row that each have a verb of doing have so many, told or not: nearly no paragraph has. */
function hasActions(sentences: readonly Sentence[], least: number, sets: WordSets): boolean {
  let row = 0;
  for (const { tokens, reading } of sentences) {
    const count = wordMarks(sets, 'action', reading.vocabulary).countIn(tokens);
    row = count === 0 ? 0 : row + count;
    if (row >= least) return true;
  }
  return false;
}

function toldSteps(reading: Reading, block: Block, sentences: readonly Sentence[], sets: WordSets): readonly CheckHit[] {
  const actions = longestRun(sentences.map((sentence) => (isExample(sentence) ? [] : actionsOf(sentence, sets))));
  const [from] = actions;
  const to = actions.at(-1);
  if (!from || !to) return [];
  const ordered = actions.length >= WITH_ORDER && isOrdered(sentences.slice(sentences.indexOf(from.sentence), sentences.indexOf(to.sentence) + 1), sets);
  if (!ordered && actions.length < WITHOUT_ORDER) return [];
  return [listHit(reading, block, { start: from.sentence.start, end: to.sentence.end }, afterLead(from, sets), numbered(actions, sets))];
}

/** Where a list begins whose first action this is: "To save a copy, do as follows:" stays above it, which "Steps:" need not. */
function afterLead({ sentence, token }: Action, sets: WordSets): number {
  return sentence.ids[leadEnd(sentence, token, sets)] === Id.colon && !isMereOpening(sentence, token, sets) ? sentence.rangeOf(token, token + 1).start : sentence.start;
}

/** The token before an action and the words of order before it; -1 at the start of its sentence. */
function leadEnd(sentence: Sentence, token: number, sets: WordSets): number {
  let before = token - 1;
  while (before >= 0 && isOpener(sentence, before, sets)) before--;
  return before;
}

/**
 * A list begins and ends on lines of its own, whatever stands around it in the paragraph.
 * @param from the offset at which it begins: the hit's start, or after what leads up to it
 */
function listHit({ prose: { text } }: Reading, block: Block, { start, end }: Range, from: number, list: string): CheckHit {
  const [before, after] = [text.slice(block.start, from), text.slice(end, block.end)];
  const passage = { start: from - (before.length - before.trimEnd().length), end: end + (after.length - after.trimStart().length) };
  const numbered = `${before.trim() === '' ? '' : '\n\n'}${list}${after.trim() === '' ? '' : '\n\n'}`;
  return { start, end, spans: { passage }, extra: { numbered: list && numbered } };
}

/** What is numbered already only wants lines. */
function countedHit({ prose: { text } }: Reading, start: number, end: number): CheckHit {
  const written = text.slice(start, end);
  const numbered = unfolded(written);
  return { start, end, spans: { passage: { start, end } }, extra: { numbered: numbered === written ? '' : numbered } };
}

const COUNTED = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const COUNT = new RegExp(`(^|\\s+)(?:step\\s+)?(\\d{1,2}|${COUNTED.join('|')})\\s?[.):]\\s+`, 'gi');

/** The numbers of a paragraph on lines of their own, in as far as they count up from the first. */
function unfolded(text: string): string {
  let count = 0;
  // Of a list's first item, the list has the number already.
  const first = /(?:^|\s)(?:1|one)\s?[.):]\s/i.test(text) ? 1 : 2;
  return text.replace(COUNT, (all: string, gap: string, number: string) => {
    if (Number(number) !== first + count && COUNTED.indexOf(number.toLowerCase()) + 1 !== first + count) return all;
    const opening = gap === '' ? '' : count === 0 && first === 1 ? '\n\n' : '\n';
    return `${opening}${first + count++}. `;
  });
}

/** "For example, set it to …" shows what a step may look like. */
function isExample({ words: [first, second] }: Sentence): boolean {
  return first === 'for' && (second === 'example' || second === 'instance');
}

/** `1. Sign in 2. Open it 3. Save`: one item, because nothing stands on a line of its own. */
function countedItem(reading: Reading, { ordered, start, end }: Block): readonly CheckHit[] {
  const { text } = reading.prose;
  if (!/(?:^|\n)[ \t]*1[.)][ \t]+$/.test(text.slice(Math.max(0, start - 12), start))) return [];
  return ordered === true && /\s2[.)]\s[^\n]{2,400}?\s3[.)]\s/.test(text.slice(start, end)) ? [countedHit(reading, start, end)] : [];
}

/** `1. … 2. … 3. …` or `Step 1 … Step 2 …` typed into a paragraph. */
function isCounted(text: string, seen: Seen): boolean {
  return (has(seen, NUMBERED_SIGN) && /(?:^|\s)1[.)]\s[^\n]{2,400}?\s2[.)]\s[^\n]{2,400}?\s3[.)]\s/.test(text)) || (has(seen, STEP_SIGN) && /\bstep (?:1|one)\b/i.test(text) && /\bstep (?:2|two)\b/i.test(text));
}

/** The actions of the longest run of sentences that each tell at least one. */
function longestRun(bySentence: readonly (readonly Action[])[]): readonly Action[] {
  let best: readonly Action[] = [];
  let run: Action[] = [];
  for (const actions of bySentence) {
    if (actions.length === 0) run = [];
    run.push(...actions);
    if (run.length > best.length) best = run;
  }
  return best;
}

/** The actions that a sentence tells its reader to do, in order. */
export function actionsOf(sentence: Sentence, sets: WordSets): readonly Action[] {
  const found: Action[] = [];
  const verbs = wordMarks(sets, 'action', sentence.reading.vocabulary);
  const { tokens } = sentence;
  for (let token = 0; token < tokens.length; token++) {
    if (verbs.isAt(tokens, token) && isAction(sentence, token, found.length > 0, sets)) found.push({ sentence, token });
  }
  return found;
}

/** A verb of doing where an order puts it: at the start of a clause, or after a comma or "and" that goes on with one. */
function isAction(sentence: Sentence, token: number, goesOn: boolean, sets: WordSets): boolean {
  if (isListed(sentence, token) || isLabel(sentence, token)) return false;
  const before = leadEnd(sentence, token, sets);
  if (before < 0) return true;
  const sign = sentence.ids[before];
  if (sign === Id.semicolon || (sign === Id.comma && goesOn)) return true;
  if (sign === Id.comma || sign === Id.colon || sign === Id.dash) return sentence.clauseAt(token)?.mood === 'command';
  const word = sentence.words[before];
  if (word === 'and' || (before < token - 1 && isOrderWord(sentence, before + 1, sets))) return goesOn;
  return word === 'to' && /^(?:need|have|want)$/.test(sentence.words[before - 1] ?? '') && (sentence.classes[before - 2] ?? 0) > 0 && /\byou\b/.test(sentence.words.slice(0, before).join(' '));
}

/** "Download it *then* run it": a word of order goes on without an "and". */
function isOrderWord(sentence: Sentence, token: number, sets: WordSets): boolean {
  return holds(sets, 'order', sentence.words[token] ?? '');
}

/** "**Open**: shows the file" defines; "open, copy or delete": a verb without an object is one of several things that can be done. */
function isListed(sentence: Sentence, token: number): boolean {
  const next = sentence.ids[token + 1];
  const after = sentence.words[token + 1];
  if (next === Id.colon || next === Id.dash) return true;
  return after === 'or' || sentence.words[token - 1] === 'or' || (next === Id.comma && /^(?:or|[a-z]+)$/.test(sentence.words[token + 2] ?? '') && sentence.words[token + 3] === 'or');
}

/** "Go to Settings, Mobile Service, *Add eSIM*": what has a capital behind a comma or an "and" stands so on the screen. */
function isLabel(sentence: Sentence, token: number): boolean {
  const sign = sentence.ids[token - 1];
  return (sign === Id.comma || sentence.words[token - 1] === 'and') && /^\p{Lu}/u.test(sentence.textOf(token, token + 1));
}

/** Words of order and manner before the verb: first, then, after that, carefully. */
function isOpener(sentence: Sentence, token: number, sets: WordSets): boolean {
  const word = sentence.words[token] ?? '';
  return holds(sets, 'opener', word) || (word !== '' && ((sentence.classes[token] ?? 0) & WordClass.filler) !== 0);
}

function isOrdered(sentences: readonly Sentence[], sets: WordSets): boolean {
  const cues = sentences.flatMap(({ words }) => words.filter((word) => holds(sets, 'order', word)));
  return new Set(cues).size > 1 || cues.length > 1;
}

/** The actions as a numbered list, without the words of order that the numbers now say; empty where that would break a link or a mark. */
function numbered(actions: readonly Action[], sets: WordSets): string {
  const steps = actions.map((action, i) => stepText(action, actions[i - 1], actions[i + 1], sets));
  return steps.every(isWhole) ? steps.map((step, i) => `${i + 1}. ${step}`).join('\n') : '';
}

function stepText(action: Action, previous: Action | undefined, next: Action | undefined, sets: WordSets): string {
  const { sentence, token } = action;
  const inSame = next?.sentence === sentence;
  let to = inSame ? next.token : sentence.ids.length;
  while (to > token + 1 && inSame && isJoint(sentence, to - 1, sets)) to--;
  const from = previous?.sentence === sentence || isMereOpening(sentence, token, sets) || (!previous && afterLead(action, sets) > sentence.start) ? token : 0;
  const written = writtenOf(sentence, from, to).replace(/[\s.,;:]+$/, '');
  return `${written.charAt(0).toUpperCase()}${written.slice(1)}.`;
}

/** The source of the tokens `[from, to)` with the marks around them: links, bold and code stay what they are. */
function writtenOf(sentence: Sentence, from: number, to: number): string {
  const { text } = sentence.reading.prose;
  const { start, end } = sentence.rangeOf(from, to);
  const before = from === 0 ? sentence.start : sentence.rangeOf(from - 1, from).end;
  const after = to === sentence.ids.length ? sentence.end : sentence.rangeOf(to, to + 1).start;
  const opening = /[*_`[]*$/.exec(text.slice(before, start))?.[0] ?? '';
  const closing = /^(?:[*_`]|\]\([^()\s]*\))*/.exec(text.slice(end, after))?.[0] ?? '';
  return `${opening}${text.slice(start, end)}${closing}`.replace(/\s*\n\s*/g, ' ');
}

/** Marks that open and close in different steps cannot be kept. */
function isWhole(step: string): boolean {
  return ['**', '`', '_'].every((mark) => step.split(mark).length % 2 === 1) && step.split('[').length === step.split(']').length;
}

/** "You first need to", "To begin," say no more than the number does; "In the window that opens," says where. */
function isMereOpening({ words, ids }: Sentence, token: number, sets: WordSets): boolean {
  return words.slice(0, token).every((word, i) => word === '' ? ids[i] !== Id.opaque : holds(sets, 'opener', word) || holds(sets, 'lead', word));
}

function isJoint(sentence: Sentence, token: number, sets: WordSets): boolean {
  const id = sentence.ids[token] ?? 0;
  const word = sentence.words[token] ?? '';
  return id === Id.comma || id === Id.semicolon || word === 'and' || holds(sets, 'opener', word);
}

import type { Block } from '../../text/prose.js';
import type { Range } from '../../types.js';
import type { Check, CheckInput } from '../check.js';
import { proceduresOf, type Procedure } from '../../reading/procedures.js';
import { firstFrom } from '../../ranges.js';
import type { Reading, Sentence } from '../../reading/reading.js';
import { holds, wordSets } from './wordSets.js';

/** A procedure of so many steps wants to be prepared for, and one of so many an end that can be seen. */
const LONG = 4;
const STEPS = 3;
/** How many blocks after the last step may say what the reader sees. */
const AFTERWARDS = 2;
/** The part of an article that counts as its end. */
const ENDING = 0.25;

/** A how-to that needs something at hand and does not say so before the reader begins. */
export const missingPrerequisites: Check = (input) => {
  const { reading } = input;
  if (!isWhole(input)) return [];
  const [long] = proceduresOf(reading, LONG);
  if (!long || isTemplates(input) || isExempt(input) || !(hasCommand(input, long) || reading.sentences.some(asks(input, 'demands'))) || reading.sentences.some(asks(input, 'prerequisites'))) return [];
  const at = titleBlock(reading) ?? long.steps[0];
  return at ? [{ start: at.start, end: at.end, spans: { place: emptyAt(beginOf(reading, long)) } }] : [];
};

/** A procedure that ends without a word on what the reader should see. */
export const missingResult: Check = (input) => {
  const { reading } = input;
  if (!isWhole(input) || isTemplates(input)) return [];
  const hasResult = asks(input, 'result');
  return proceduresOf(reading, STEPS).flatMap((procedure) => {
    const last = procedure.steps.at(-1);
    if (!last) return [];
    const end = endOf(reading, procedure);
    const shown = reading.prose.images.some(({ start, decorative }) => !decorative && start >= last.start && start < end);
    const said = sentencesBetween(reading, last.start, end).some(hasResult);
    return shown || said ? [] : [{ start: last.start, end: last.end, spans: { place: emptyAt(procedure.end) } }];
  });
};

/** An article whose end leaves a reader who is still stuck alone. */
export const missingHelpPath: Check = (input) => {
  const { reading } = input;
  const { prose: { blocks } } = reading;
  const last = blocks.at(-1);
  if (!last || !isWhole(input) || isTemplates(input) || isExempt(input)) return [];
  const section = blocks.filter(({ kind }, i) => kind === 'heading' && i > 0).at(-1);
  const from = Math.min(section?.start ?? Infinity, blocks[Math.max(1, Math.floor(blocks.length * (1 - ENDING)))]?.start ?? Infinity);
  if (sentencesBetween(reading, from, Infinity).some(asks(input, 'help-path'))) return [];
  const { start, end } = section ?? reading.sentencesIn(last).at(-1) ?? last;
  return [{ start, end, spans: { place: emptyAt(reading.prose.text.trimEnd().length) } }];
};

/** The sentences that begin in a stretch of a text. */
function sentencesBetween({ sentences }: Reading, from: number, to: number): readonly Sentence[] {
  return sentences.slice(firstFrom(sentences, from), firstFrom(sentences, to));
}

/** A step to be typed where programs are told what to do: `sudo mount -a`. */
function hasCommand({ reading: { prose: { text } }, rule }: CheckInput, { steps }: Procedure): boolean {
  const codes = steps.flatMap(({ spans }) => spans.filter(({ kind }) => kind === 'code'));
  return codes.some(({ start, end }) => holds(wordSets(rule), 'command', /^`+\s?(?:[$#>] ?)?([\w-]+) /.exec(text.slice(start, end))?.[1] ?? ''));
}

function asks({ program }: CheckInput, cue: string): (sentence: Sentence) => boolean {
  const found = program.cue(cue);
  return (sentence) => found?.holds(sentence) ?? false;
}

/** The template that the article asks for has a word on this itself. */
function isTemplates({ templates, reading: { prose }, config, rule }: CheckInput): boolean {
  return templates.templateFor(prose, config)?.sections.some(({ answers }) => answers === rule.id) === true;
}

/** What has no title is part of another page. */
function isWhole({ source, reading: { prose } }: CheckInput): boolean {
  return source.title !== undefined || prose.frontMatter.has('title') || prose.blocks.some(({ kind, level }) => kind === 'heading' && level === 1);
}

/** Lists of pages, glossaries, release notes and the like are read in passing. */
function isExempt({ reading: { prose }, source, rule }: CheckInput): boolean {
  if (/(?:^|\/)(?:_[^/]*|index|readme)\.[a-z]+$/i.test(source.uri ?? '')) return true;
  const title = titleBlock({ prose });
  const words = (prose.frontMatter.get('title') ?? (title ? prose.text.slice(title.start, title.end) : '')).toLowerCase().match(/[a-z]+/g) ?? [];
  return words.some((word) => holds(wordSets(rule), 'exempt', word));
}

function titleBlock({ prose: { blocks } }: Pick<Reading, 'prose'>): Block | undefined {
  const [first] = blocks;
  return first?.kind === 'heading' ? first : undefined;
}

/** Before the heading that a procedure has to itself, or the words that lead to it. */
function beginOf({ prose: { blocks, text } }: Reading, { start, steps }: Procedure): number {
  const at = blocks.findIndex((block) => block === steps[0]);
  const before = blocks[at - 1];
  if (before?.kind === 'paragraph' && text.slice(before.start, start).trimEnd().endsWith(':')) return lineOf(text, headingBefore(blocks, at - 2)?.start ?? before.start);
  return lineOf(text, headingBefore(blocks, at - 1)?.start ?? start);
}

/** A section's heading, and no title. */
function headingBefore(blocks: readonly Block[], at: number): Block | undefined {
  const block = blocks[at];
  return block?.kind === 'heading' && at > 0 && (block.level ?? 1) > 1 ? block : undefined;
}

function lineOf(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

/** Where the blocks end that may tell what came of a procedure. */
function endOf({ prose: { blocks, text } }: Reading, { end }: Procedure): number {
  const first = firstFrom(blocks, end);
  return blocks.slice(first, first + AFTERWARDS).at(-1)?.end ?? text.length;
}

function emptyAt(at: number): Range {
  return { start: at, end: at };
}

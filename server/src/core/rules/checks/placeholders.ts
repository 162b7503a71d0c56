import type { Block, Prose, Span } from '../../text/prose.js';
import type { Range } from '../../types.js';
import { withoutMarks } from '../../packs/snippet-syntax.js';
import type { Check, CheckHit, CheckInput } from '../check.js';
import { isControl } from './controls.js';
import { asideSlots, isVariable, longSlots, markupSlots, percentSlots, ROUND_SIGN, SQUARE_SIGN, PERCENT_SIGN } from './looseSlots.js';
import { mergeTags, TAG_SIGN } from './mergeTags.js';
import { openStops, STOP_SIGN } from './openStops.js';
import { passagesWith, type BlockPassage } from './passages.js';
import { has } from './signs.js';
import { urlSlots } from './urlSlots.js';
import { wordsOf } from './slotWords.js';
import { holds, wordSets, type WordSets } from './wordSets.js';

/** How a slot is written. */
type Shape = 'square' | 'braces' | 'brace' | 'angle' | 'percent' | 'dollar';

/** How far to either side of a slot its neighbours are looked for, in characters. */
const NEIGHBOURHOOD = 48;

/**
 * Slots of a template that nobody filled in: `[Name]`, `{{ticket.id}}`, `<insert link>`, `%FIRSTNAME%`.
 * The text reader has found what looks like one; this says which of them are.
 */
export const slots: Check = (input) => {
  const { prose } = input.reading;
  if (!(input.rule.kinds ?? ['reply']).includes(prose.kind)) return [];
  const sets = wordSets(input.rule);
  const marked = prose.blocks.flatMap((block) => block.spans.filter((span) => span.kind === 'placeholder' && isUnfilled(prose, block, span, sets)));
  const loose = prose.kind === 'article' ? [] : passagesWith(prose, SQUARE_SIGN, ROUND_SIGN, PERCENT_SIGN, TAG_SIGN).flatMap((passage) => looseSlots(prose, passage, sets));
  const markup = prose.kind === 'reply' ? markupSlots(prose) : [];
  const open = prose.kind === 'macro' ? [] : passagesWith(prose, STOP_SIGN).flatMap(({ block }) => openStops(prose.text, block));
  return [...marked, ...loose, ...open, ...markup, ...emptyTargets(prose, sets)].map((range) => withName(range, input));
};

function looseSlots({ text, kind }: Prose, passage: BlockPassage, sets: WordSets): readonly Range[] {
  const { block } = passage;
  return [
    ...(has(passage, SQUARE_SIGN) ? longSlots(text, block, sets) : []),
    ...(has(passage, ROUND_SIGN) ? asideSlots(text, block, sets) : []),
    ...(has(passage, PERCENT_SIGN) ? percentSlots(text, block, sets) : []),
    ...(kind === 'reply' && has(passage, TAG_SIGN) ? [...mergeTags(text, block, sets), ...urlSlots(text, block, sets)] : []),
  ];
}

function isUnfilled(prose: Prose, block: Block, span: Span, sets: WordSets): boolean {
  const { text } = prose;
  const shape = shapeOf(text, span);
  const words = wordsOf(text.slice(span.start, span.end));
  if (isInPath(text, span) || (shape !== 'braces' && isControl(text, block, span, sets))) return false;
  if (prose.kind === 'article') return (shape === 'square' || shape === 'angle') && isPrompt(words, sets);
  if (prose.kind === 'macro' && shape !== 'square' && shape !== 'angle') return false;
  if (isAboutTemplates(text, block, sets) || isForReader(shape, words, block)) return false;
  return shape === 'braces' || namesSomething(shape, words, text.slice(span.start, span.end), sets) && !isLinkMark(text, shape, words, span, sets);
}

function shapeOf(text: string, { start }: Range): Shape {
  if (text.startsWith('{{', start) || text.startsWith('${', start)) return 'braces';
  return ({ '[': 'square', '{': 'brace', '<': 'angle', '%': 'percent', $: 'dollar' } as const)[text.charAt(start)] ?? 'braces';
}

/** `[insert …]`, `[TBD]`: an order to the writer, in any kind of text. */
function isPrompt(words: readonly string[], sets: WordSets): boolean {
  const [first = ''] = words;
  return (holds(sets, 'insert', first) && words.length > 1) || holds(sets, 'mark', first);
}

/** `<your address>`, `$YOUR_KEY`: the reader is to put something of theirs there. In a sign-off it is the writer. */
function isForReader(shape: Shape, words: readonly string[], { kind }: Block): boolean {
  const theirs = words[0] === 'your' || words[0] === 'my';
  return theirs && shape !== 'square' && shape !== 'braces' && kind !== 'signoff';
}

/** "The guide {link}": people mark a link like this; "see {link}" is a slot. */
function isLinkMark(text: string, shape: Shape, words: readonly string[], { start }: Range, sets: WordSets): boolean {
  const before = wordsOf(text.slice(Math.max(0, start - NEIGHBOURHOOD), start)).at(-1) ?? '';
  return shape === 'brace' && words.at(-1) === 'link' && !holds(sets, 'pointer', before);
}

/** Whether the words in a slot say what belongs there. */
function namesSomething(shape: Shape, words: readonly string[], written: string, sets: WordSets): boolean {
  const [first = ''] = words;
  const last = words.at(-1) ?? '';
  if (words.some((word) => holds(sets, 'aside', word))) return false;
  if (shape === 'dollar' || shape === 'percent') return isVariable(words, sets) || holds(sets, 'mark', first);
  if (shape === 'brace' && /[._]/.test(written)) return true;
  return holds(sets, 'noun', last) || holds(sets, 'mark', first) || (holds(sets, 'order', first) && words.length > 1);
}

/** `C:\Users\<your name>\AppData`, `/home/{user}`: the reader fills this in. `US$NAME` is no variable. */
function isInPath(text: string, { start, end }: Range): boolean {
  return /[\\/=@\]]/.test(text.charAt(start - 1)) || /[A-Za-z]\$/.test(text.slice(start - 1, start + 1)) || /[\\/@([]/.test(text.charAt(end)) || /^\.[a-z]/i.test(text.slice(end, end + 2));
}

/** A text about templates shows what their slots look like. */
function isAboutTemplates(text: string, block: Block, sets: WordSets): boolean {
  return wordsOf(text.slice(block.start, Math.min(block.end, block.start + 200))).some((word) => holds(sets, 'templates', word));
}

/** Links that lead nowhere yet: `[guide](url)`. */
function emptyTargets({ links, kind }: Prose, sets: WordSets): readonly Range[] {
  if (kind === 'article') return [];
  return links.filter(({ target }) => target === '#' || (/^[a-z _-]{2,30}$/i.test(target) && wordsOf(target).every((word) => holds(sets, 'target', word))));
}

/** The customer's name, where the slot asks for it and the front matter knows it. */
function withName(range: Range, { reading: { prose }, rule }: CheckInput): CheckHit {
  const written = prose.text.slice(range.start, range.end);
  if (written.startsWith('‹')) return { ...range, extra: { kept: withoutMarks(written) } };
  const words = wordsOf(written);
  const sets = wordSets(rule);
  const asks = words.includes('name') || words.includes('firstname') || words.includes('customer');
  const ours = words.some((word) => holds(sets, 'ours', word));
  const customer = prose.frontMatter.get('customer');
  return asks && !ours && customer !== undefined ? { ...range, extra: { customer } } : range;
}

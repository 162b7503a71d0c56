import type { Block, Prose } from '../../text/prose.js';
import type { Range } from '../../types.js';
import { rangeAt } from '../../ranges.js';
import { sign } from './signs.js';
import { wordsOf } from './slotWords.js';
import { holds, type WordSets } from './wordSets.js';

/** The longest slot that is a sentence of its own: `[describe what the customer has tried, step by step]`. */
const LONGEST = 160;
/** How far before a note in brackets its reason may stand, in characters. */
const NEAR = 60;

export const SQUARE_SIGN = sign({ words: /\[/ });
export const ROUND_SIGN = sign({ words: /\(/ });
export const PERCENT_SIGN = sign({ words: /%[a-z]/i });

/** Brackets in running text that open with an order to the writer and are too long, or too odd, for the text reader's slots. */
export function longSlots(text: string, block: Block, sets: WordSets): readonly Range[] {
  return bracketed(text, block, '[', ']').filter(({ start, end }) => {
    const words = wordsOf(text.slice(start, end));
    const named = words.length < 5 && holds(sets, 'noun', words.at(-1) ?? '') && /^\[\p{Lu}/u.test(text.slice(start, end));
    return (named || holds(sets, 'order', words[0] ?? '')) && words.length > 1 && !text.startsWith('(', end) && !isSpan(block, start);
  });
}

/** `(link here)`, `(insert date)`, `(reception to add name)`: the same in round brackets, as short as a note to oneself. */
export function asideSlots(text: string, block: Block, sets: WordSets): readonly Range[] {
  return bracketed(text, block, '(', ')').filter(({ start, end }) => {
    const words = wordsOf(text.slice(start, end));
    if (words.length === 0 || words.length > 5 || text.charAt(start - 1) === ']') return false;
    const last = words.at(-1) ?? '';
    const noted = holds(sets, 'noun', words.at(-2) ?? '') && last === 'here';
    if (words.length === 1) return holds(sets, 'mark', last) && !isKnownOpen(text.slice(block.start, start), text.slice(end, block.end), sets);
    // “(reception to add name)” leaves it to somebody else.
    const order = words[words.indexOf('to') + 1] ?? '';
    return noted || (holds(sets, 'insert', order) && (holds(sets, 'noun', last) || (holds(sets, 'talk', last) && words.length < 4)));
  });
}

/** "The date is still open (TBD)", "It is (TBD) until Friday": it is said that nobody knows yet. */
function isKnownOpen(before: string, after: string, sets: WordSets): boolean {
  return holds(sets, 'until', wordsOf(after)[0] ?? '') || wordsOf(before.slice(-NEAR)).some((word) => holds(sets, 'open', word));
}

/** Variables between percent signs in small letters: `%customer_name%`. */
export function percentSlots(text: string, block: Block, sets: WordSets): readonly Range[] {
  return block.spans.filter(({ kind }) => kind === 'text').flatMap(({ start, end }) =>
    [...text.slice(start, end).matchAll(/%{1,2}[A-Za-z][A-Za-z_]{2,40}%{1,2}/g)]
      .map((match) => ({ start: start + match.index, end: start + match.index + match[0].length }))
      .filter((range) => isVariable(wordsOf(text.slice(range.start, range.end)), sets)),
  );
}

/** Words that name a customer's data, and no variable of an operating system. */
export function isVariable(words: readonly string[], sets: WordSets): boolean {
  return holds(sets, 'noun', words.at(-1) ?? '') && !holds(sets, 'system', words.join(''));
}

/** Whether the text reader has made a span of what begins here. */
function isSpan(block: Block, start: number): boolean {
  const span = rangeAt(block.spans, start);
  return span !== undefined && span.kind !== 'text';
}

/** What stands between two signs, the opening one in a text span; both signs included. */
function bracketed(text: string, block: Block, open: string, close: string): readonly Range[] {
  const found: Range[] = [];
  for (const span of block.spans) {
    if (span.kind !== 'text') continue;
    for (let at = span.start; at < span.end; at++) {
      if (text.charAt(at) !== open) continue;
      const end = closing(text, at, Math.min(block.end, at + LONGEST), close);
      if (end > 0) found.push({ start: at, end });
    }
  }
  return found;
}

function closing(text: string, from: number, to: number, close: string): number {
  for (let i = from + 1; i < to; i++) {
    const char = text.charAt(i);
    if (char === close) return i + 1;
    if (char === '\n') return -1;
  }
  return -1;
}

/** Template code that the text reader takes for markup: `{% if … %}`, `${1:name}`. It stands between two spans of a line. */
export function markupSlots(prose: Prose): readonly Range[] {
  const { text, part = { start: 0, end: text.length } } = prose;
  const written = text.slice(part.start, part.end);
  if (!written.includes('{%') && !written.includes('${')) return [];
  return gapsOf(prose, part).filter(({ start, end }) => !text.slice(start, end).includes('\n')).flatMap(({ start, end }) => markupIn(text, start, Math.min(end, start + LONGEST)));
}

/** What is no span: within the blocks, and between two of them, of which one may stand in another part. */
function gapsOf({ text, blocks }: Prose, part: Range): readonly Range[] {
  const gaps: Range[] = [];
  // A part begins after a line break, or where a block does.
  let from = part.start > 0 ? part.start - 1 : blocks[0]?.start;
  for (const { start, end, spans } of blocks) {
    gaps.push({ start: from ?? start, end: start });
    from = start;
    for (const span of spans) {
      gaps.push({ start: from, end: span.start });
      from = span.end;
    }
    gaps.push({ start: from, end });
    from = end;
  }
  if (from !== undefined && part.end < text.length) gaps.push({ start: from, end: part.end });
  return gaps;
}

function markupIn(text: string, from: number, to: number): readonly Range[] {
  const found: Range[] = [];
  for (let at = from; at < to; at++) {
    const end = markupEnd(text, at);
    if (end < 0) continue;
    found.push({ start: at, end });
    at = end - 1;
  }
  return found;
}

function markupEnd(text: string, at: number): number {
  const tag = text.startsWith('{%', at);
  const stop = text.startsWith('${', at) && /[0-9]/.test(text.charAt(at + 2));
  return tag || stop ? closing(text, at, at + LONGEST, '}') : -1;
}

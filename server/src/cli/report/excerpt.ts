import type { Range } from '../../core/index.js';
import { readFrontMatter } from '../../core/text/frontMatter.js';
import { beginningOf, endOf, onOneLine, widthOf } from './plain.js';

/** A phrase inside its sentence, ready to be shown on one line. */
export interface Excerpt {
  readonly before: string;
  readonly phrase: string;
  readonly after: string;
}

/** Marks where something was left out. */
const CUT = '…';
/** Of a very long phrase the end is worth seeing as well. */
const TAIL = 16;

/**
 * Shows a phrase in its sentence, on one line of at most `width` columns. When that is too narrow, the
 * words furthest from the phrase go first.
 */
export function excerpt(text: string, phrase: Range, width: number, sentence = sentenceRange(text, phrase)): Excerpt {
  const before = onOneLine(text.slice(sentence.start, phrase.start)).trimStart();
  const after = onOneLine(text.slice(phrase.end, sentence.end)).trimEnd();
  const shown = cutMiddle(onOneLine(text.slice(phrase.start, phrase.end)), width);
  const room = width - widthOf(shown);
  const [left, right] = share(room, widthOf(before), widthOf(after));
  return { before: cutStart(before, left), phrase: shown, after: cutEnd(after, right) };
}

/** Shortens a text to `width` columns at its end, between words. */
export function cutEnd(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  if (width < 2) return '';
  const kept = beginningOf(text, width - 2);
  const words = /^\s/u.test(text.slice(kept.length)) ? kept : kept.replace(PART_OF_LAST_WORD, '');
  return `${words.trimEnd()} ${CUT}`;
}

function cutStart(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  if (width < 2) return '';
  const kept = endOf(text, width - 2);
  const words = /\s$/u.test(text.slice(0, -kept.length)) ? kept : kept.replace(PART_OF_FIRST_WORD, '');
  return `${CUT} ${words.trimStart()}`;
}

// A longer word than these is cut in two: there may be no space for a long while.
const PART_OF_LAST_WORD = /(?<=\s)\S{1,16}$/u;
const PART_OF_FIRST_WORD = /^\S{1,16}(?=\s)/u;

function cutMiddle(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  const tail = cutStart(text, Math.min(TAIL, Math.floor(width / 2)));
  return `${cutEnd(text, width - widthOf(tail) + 1).slice(0, -CUT.length)}${tail}`;
}

/** Gives each side half, and what one side leaves over to the other. */
function share(room: number, before: number, after: number): [number, number] {
  const half = Math.floor(room / 2);
  if (before <= half) return [before, room - before];
  if (after <= half) return [room - after, after];
  return [half, room - half];
}

const LONGEST = 2000;
const MARKUP = /(?:[-*+>]|\d+[.)]|#{1,6})[ \t]+/u.source;
// What ends a sentence, what ends a paragraph, and what begins a list item, heading or quotation.
const BLOCK_TAG = /<\/?(?:p|li|[uod]l|d[dt]|div|h[1-6]|t[dhr]|table|section|article|body|br)\b[^<>]{0,200}>/u.source;
const OPENINGS = new RegExp(`[.!?…][”’"')\\]]*\\s+|${BLOCK_TAG}\\s*|\\n[ \\t]*\\r?\\n\\s*|\\n---[ \\t]*\\r?\\n|\\n[ \\t]*${MARKUP}`, 'gu');
const CLOSING = new RegExp(`(?<=[.!?…][”’"')\\]]*)(?=\\s|$)|\\r?\\n[ \\t]*\\r?\\n|\\r?\\n[ \\t]*${MARKUP}|\\s*${BLOCK_TAG}|$`, 'u');
const LEADING_MARKUP = new RegExp(`^\\s*(?:${MARKUP})*`, 'u');

/**
 * Roughly the sentence around a range, as a person would copy it out: no markup before it, not beyond its
 * paragraph. Only for showing; what a sentence is to the rules, the engine alone says.
 */
export function sentenceRange(text: string, { start, end }: Range): Range {
  // Each line of a front matter stands for itself.
  if (start < readFrontMatter(text).end) return { start: text.lastIndexOf('\n', start - 1) + 1, end: lineEnd(text, end) };
  const begun = lastOpening(text, Math.max(0, start - LONGEST), start);
  const markup = LEADING_MARKUP.exec(text.slice(begun, start))?.[0].length ?? 0;
  return { start: begun + markup, end: end + toTheEnd(text.slice(start, end), text.slice(end, end + LONGEST)) };
}

function lineEnd(text: string, at: number): number {
  const end = text.slice(at).search(/\r?\n|$/u);
  return at + end;
}

/** Where the last sentence or paragraph of a passage begins. What ends its last but one paragraph is of no account. */
function lastOpening(text: string, from: number, to: number): number {
  const paragraph = Math.max(from, from + text.slice(from, to).lastIndexOf('\n\n'));
  let begun = paragraph;
  for (const { index, 0: opening } of text.slice(paragraph, to).matchAll(OPENINGS)) begun = paragraph + index + opening.length;
  return begun;
}

/** How much of the rest still belongs to the sentence of a phrase. */
function toTheEnd(phrase: string, rest: string): number {
  const isWhole = /[.!?…][”’"')\]]*$/u.test(phrase) && /^(?:\s|$)/u.test(rest);
  return isWhole ? 0 : Math.max(0, rest.search(CLOSING));
}

import type { Range } from '../../core/index.js';
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
export function excerpt(text: string, phrase: Range, width: number): Excerpt {
  const sentence = sentenceRange(text, phrase);
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
  return `${beginningOf(text, width - 2).replace(PART_OF_LAST_WORD, '').trimEnd()} ${CUT}`;
}

function cutStart(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  if (width < 2) return '';
  return `${CUT} ${endOf(text, width - 2).replace(PART_OF_FIRST_WORD, '').trimStart()}`;
}

// A longer word than these is cut in two: there may be no space for a long while.
const PART_OF_LAST_WORD = /(?<=\s)\S{1,16}$/u;
const PART_OF_FIRST_WORD = /^\S{1,16}(?=\s)/u;

function cutMiddle(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  const tail = Math.min(TAIL, Math.floor(width / 3));
  return `${beginningOf(text, width - tail - 3).trimEnd()} ${CUT} ${endOf(text, tail).trimStart()}`;
}

/** Gives each side half, and what one side leaves over to the other. */
function share(room: number, before: number, after: number): [number, number] {
  const half = Math.floor(room / 2);
  if (before <= half) return [before, room - before];
  if (after <= half) return [room - after, after];
  return [half, room - half];
}

const LONGEST = 2000;

/**
 * Roughly the sentence around a range, as a person would copy it out: no markup before it, not beyond its
 * paragraph. Only for showing; what a sentence is to the rules, the engine alone says.
 */
export function sentenceRange(text: string, { start, end }: Range): Range {
  const from = Math.max(0, start - LONGEST);
  const before = text.slice(from, start);
  const opening = [...before.matchAll(/[.!?…][”’"')\]]*\s+(?=\S)|\n[ \t]*\r?\n\s*|\n[ \t]*(?:[-*+>]|\d+[.)]|#{1,6})[ \t]+/gu)].at(-1);
  const begun = from + (opening ? opening.index + opening[0].length : 0);
  const markup = /^\s*(?:(?:[-*+>]|\d+[.)]|#{1,6})[ \t]+)*/u.exec(text.slice(begun, start))?.[0].length ?? 0;
  const rest = text.slice(end, end + LONGEST);
  const ended = /[.!?…]$/u.test(text.slice(start, end).trimEnd()) && /^\s|^$/u.test(rest);
  const close = ended ? 0 : rest.search(/(?<=[.!?…][”’"')\]]*)(?=\s|$)|\r?\n[ \t]*\r?\n|\r?\n[ \t]*(?:[-*+>]|\d+[.)]|#{1,6})[ \t]|$/u);
  return { start: begun + markup, end: end + Math.max(0, close) };
}

import type { Range } from '../../core/index.js';
import { sentenceRange } from '../../core/sentenceRange.js';
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

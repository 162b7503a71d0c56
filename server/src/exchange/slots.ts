import type { Piece, StopPiece } from '../core/packs/writeSnippet.js';
import { cut, flat, mapText, stop, StopNumbers } from './pieces.js';

/**
 * Help desks have no tab stops; people write `[order number]` instead, and `[them / her / him]` where there is
 * a choice. What is a footnote, a link or a tick box is none.
 */
const PLAIN = /\[(?![ x]\]|\^|\d+\])([^[\]\n]{1,200})\](?![([:])/gu;
/** The same in Markdown that was made from HTML, where brackets that mean themselves are escaped; links may stand inside. */
const ESCAPED = /\\\[(?![ x]\\\]|\^|\d+\\\])((?:[^[\]\n\\]|\\[^[\]\n]|\[[^[\]\n]{1,200}\]\([^()\n]{1,300}\)){1,200})\\\]/gu;
const BETWEEN = ' / ';
/** Stands where nothing is suggested. */
const EMPTY = '…';

/** Makes tab stops of the slots in a text; equal slots are one stop. */
export function readSlots(pieces: readonly Piece[], brackets: 'plain' | 'escaped'): readonly Piece[] {
  const numbers = new StopNumbers();
  return mapText(pieces, (source) => cut(source, brackets === 'plain' ? PLAIN : ESCAPED, ([, inside = '']) => slot(inside, numbers)));
}

function slot(inside: string, numbers: StopNumbers): Piece {
  const number = numbers.of(inside);
  if (inside === EMPTY) return stop(number);
  const choices = inside.split(BETWEEN);
  return choices.length > 1 ? stop(number, choices[0], choices) : stop(number, inside);
}

/** What stands between a slot's brackets. @param mayLink whether links may keep their own, as in HTML */
export function slotText({ content, choices }: StopPiece, mayLink: boolean): string {
  const inside = choices && choices.length > 1 ? choices.join(BETWEEN) : flat(content);
  if (inside.trim() === '') return EMPTY;
  return mayLink ? inside : inside.replace(/\[/gu, '(').replace(/\]/gu, ')');
}

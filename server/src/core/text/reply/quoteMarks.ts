import type { Range } from '../../types.js';
import { GT, lineEnd, nextLine, skipBlanks } from '../chars.js';

/** How many `>` stand before each line of a passage, where lines have different numbers the smallest: what a reply goes through may stand three deep. At least one. */
export function depthOf(text: string, from: number, to: number): number {
  let least = Infinity;
  for (let at = from; at < to && least > 1; at = nextLine(text, lineEnd(text, at, to), to)) {
    const { marks, words } = marksOf(text, at, lineEnd(text, at, to));
    if (words) least = Math.min(least, marks);
  }
  return least < Infinity ? Math.max(1, least) : 1;
}

/** How many `>` a line begins with, and whether words follow. */
function marksOf(text: string, from: number, end: number): { readonly marks: number; readonly words: boolean } {
  let marks = 0;
  let at = skipBlanks(text, from, end);
  for (; at < end && text.charCodeAt(at) === GT; at = skipBlanks(text, at + 1, end)) marks++;
  return { marks, words: at < end };
}

/** Where a line goes on behind its first `>`, so many of them as are given; a line that is quoted more often goes on with another. */
export function pastMarks(text: string, from: number, end: number, depth: number): number {
  let at = skipBlanks(text, from, end);
  for (let i = 0; i < depth && text.charCodeAt(at) === GT && at < end; i++) at = skipBlanks(text, at + 1, end);
  return at;
}

/** A quoted passage with blanks for its marks, so that offsets stay. */
export function blankMarks(text: string, { start, end }: Range): string {
  const depth = depthOf(text, start, end);
  const lines: string[] = [];
  for (let at = start; at < end; at = nextLine(text, lineEnd(text, at, end), end)) {
    const words = pastMarks(text, at, lineEnd(text, at, end), depth);
    lines.push(' '.repeat(words - at), text.slice(words, nextLine(text, lineEnd(text, at, end), end)));
  }
  return lines.join('');
}

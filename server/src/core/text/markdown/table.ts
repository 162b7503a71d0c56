import { BACKSLASH, COLON, DASH, PIPE, isBlank, skipBlanks, trimEnd } from '../chars.js';
import type { Range } from '../../types.js';

/** How many columns the delimiter row (`| --- | :-: |`) at `at` has, or 0 when it is none. */
export function delimiterColumns(text: string, at: number, end: number): number {
  let columns = 0;
  let pipes = 0;
  let dashes = 0;
  for (let i = at; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === PIPE) {
      pipes++;
      if (dashes > 0) columns++;
      dashes = 0;
    } else if (code === DASH) dashes++;
    else if (code !== COLON && !isBlank(code)) return 0;
  }
  if (dashes > 0) columns++;
  return pipes > 0 ? columns : 0;
}

/** The cells of a table row, without the blanks around them. A pipe is escaped by a backslash alone. */
export function cells(text: string, at: number, end: number): readonly Range[] {
  const found: Range[] = [];
  let from = skipBlanks(text, at, end);
  const stop = trimEnd(text, from, end);
  if (text.charCodeAt(from) === PIPE) from++;
  for (let i = from; i < stop; i++) {
    const code = text.charCodeAt(i);
    if (code === BACKSLASH) i++;
    else if (code === PIPE) {
      found.push(trimmed(text, from, i));
      from = i + 1;
    }
  }
  if (from < stop) found.push(trimmed(text, from, stop));
  return found;
}

function trimmed(text: string, from: number, to: number): Range {
  const start = skipBlanks(text, from, to);
  return { start, end: trimEnd(text, start, to) };
}

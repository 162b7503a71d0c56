import { BACKSLASH, BACKTICK, COLON, DASH, PIPE, isBlank, skipBlanks, trimEnd } from '../chars.js';
import { runLength } from './starts.js';
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

/** The cells of a table row, without the blanks around them. Pipes in code and after a backslash are text. */
export function cells(text: string, at: number, end: number): readonly Range[] {
  const found: Range[] = [];
  let from = skipBlanks(text, at, end);
  const stop = trimEnd(text, from, end);
  if (text.charCodeAt(from) === PIPE) from++;
  for (let i = from; i < stop; i++) {
    const code = text.charCodeAt(i);
    if (code === BACKSLASH) i++;
    else if (code === BACKTICK) i = codeEnd(text, i, stop);
    else if (code === PIPE) {
      found.push(trimmed(text, from, i));
      from = i + 1;
    }
  }
  if (from < stop) found.push(trimmed(text, from, stop));
  return found;
}

/** The last backtick of the code span that opens at `at`, or of the run there when nothing closes it. */
function codeEnd(text: string, at: number, end: number): number {
  const length = runLength(text, at, end, BACKTICK);
  for (let i = at + length; i < end;) {
    const run = runLength(text, i, end, BACKTICK);
    if (run === length) return i + run - 1;
    i += Math.max(run, 1);
  }
  return at + length - 1;
}

function trimmed(text: string, from: number, to: number): Range {
  const start = skipBlanks(text, from, to);
  return { start, end: trimEnd(text, start, to) };
}

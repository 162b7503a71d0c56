import { CR, LF } from './text/chars.js';

/** Where an offset stands: both from 1, the column in UTF-16 code units, as editors count. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** The lines of a text, to look offsets up in. */
export interface Places {
  at(offset: number): Place;
}

/** Makes the look-up of a text's lines, which end as in editors: with LF, CRLF or CR. */
export function createPlaces(text: string): Places {
  const starts = startsOf(text);
  return {
    at: (offset) => {
      const line = lastAtMost(starts, offset);
      return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
    },
  };
}

function startsOf(text: string): readonly number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === LF || (code === CR && text.charCodeAt(i + 1) !== LF)) starts.push(i + 1);
  }
  return starts;
}

/** The index of the last number that is at most `limit`, in an ascending list that begins with 0. */
function lastAtMost(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((numbers[middle] ?? Infinity) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}

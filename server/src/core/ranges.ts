import type { Range } from './types.js';

/** The range that holds an offset, of ranges in order that do not overlap; by bisection, because a text may have any number of them. */
export function rangeAt<R extends Range>(ranges: readonly R[], offset: number): R | undefined {
  let low = 0;
  let high = ranges.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const range = ranges[middle];
    if (!range) return undefined;
    if (offset < range.start) high = middle - 1;
    else if (offset >= range.end) low = middle + 1;
    else return range;
  }
  return undefined;
}

/** The index of the first of some ranges in order that ends after an offset. */
export function firstAfter(ranges: readonly Range[], offset: number): number {
  return firstWhere(ranges, ({ end }) => end > offset);
}

/** The index of the first of some ranges in order that starts at an offset or after it. */
export function firstFrom(ranges: readonly Range[], offset: number): number {
  return firstWhere(ranges, ({ start }) => start >= offset);
}

/** The index of the first range that passes a test which all after it pass too; by bisection. */
function firstWhere(ranges: readonly Range[], test: (range: Range) => boolean): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const range = ranges[middle];
    if (range && test(range)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Ranges in the order of their starts, without those that lie inside the one before. */
export function inOrder<R extends Range>(ranges: readonly R[]): readonly R[] {
  const sorted = [...ranges].sort((a, b) => a.start - b.start || b.end - a.end);
  let end = -1;
  return sorted.filter((range) => {
    if (range.start < end) return false;
    ({ end } = range);
    return true;
  });
}

import type { Block } from './text/prose.js';
import { readProse } from './text/read.js';
import { sentencesOf } from './text/sentences.js';
import type { Range, Source } from './types.js';

/**
 * The sentence that each range begins in, as written; the whole block where it begins between sentences, and
 * the range's own text where it is no prose. What ignores are named by and reports quote.
 */
export function sentencesAt(source: Source, ranges: readonly Range[]): readonly string[] {
  if (ranges.length === 0) return [];
  const { text, blocks } = readProse(source);
  return ranges.map((range) => {
    const { start, end } = around(range, text, blocks);
    return text.slice(start, end);
  });
}

function around(range: Range, text: string, blocks: readonly Block[]): Range {
  const holds = ({ start, end }: Range) => start <= range.start && range.start < end;
  const block = blocks.find(holds);
  return (block && (sentencesOf(text, block).find(holds) ?? block)) ?? range;
}

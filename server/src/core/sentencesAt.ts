import { rangeAt } from './ranges.js';
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
  const find = sentenceFinder(blocks, (block) => sentencesOf(text, block));
  return ranges.map((range) => {
    const { start, end } = find(range.start) ?? range;
    return text.slice(start, end);
  });
}

/**
 * Makes the look-up of the sentence, or else the block, at an offset. Each block is split once, however many
 * offsets are asked about: ten thousand findings in one document cost no more than their number.
 */
export function sentenceFinder(blocks: readonly Block[], split: (block: Block) => readonly Range[]): (offset: number) => Range | undefined {
  const known = new Map<Block, readonly Range[]>();
  return (offset) => {
    const block = rangeAt(blocks, offset);
    if (!block) return undefined;
    const sentences = known.get(block) ?? split(block);
    known.set(block, sentences);
    return rangeAt(sentences, offset) ?? block;
  };
}

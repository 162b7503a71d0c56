import { rangeAt } from './ranges.js';
import type { Block } from './text/prose.js';
import { readProse } from './text/read.js';
import { sentencesOf } from './text/sentences.js';
import type { Range, Source } from './types.js';

/** Finds the block that an offset of a text stands in. */
export type BlockFinder = (offset: number) => Block | undefined;

/**
 * The sentence that each range begins in, as written; the whole block where it begins between sentences, and
 * the range's own text where it is no prose. What ignores are named by and reports quote.
 * @param blockAt for whoever has read the text already
 */
export function sentencesAt(source: Source, ranges: readonly Range[], blockAt = blocksOf(source)): readonly string[] {
  const { text } = source;
  const find = sentenceFinder(blockAt, (block) => sentencesOf(text, block));
  return ranges.map((range) => {
    const { start, end } = find(range.start) ?? range;
    return text.slice(start, end);
  });
}

/** Finds the blocks of a text, which is read when one is asked for. */
function blocksOf(source: Source): BlockFinder {
  let blocks: readonly Block[] | undefined;
  return (offset) => rangeAt((blocks ??= readProse(source).blocks), offset);
}

/**
 * Makes the look-up of the sentence, or else the block, at an offset. Each block is split once, however many
 * offsets are asked about: ten thousand findings in one document cost no more than their number.
 */
export function sentenceFinder(blockAt: BlockFinder, split: (block: Block) => readonly Range[]): (offset: number) => Range | undefined {
  const known = new Map<Block, readonly Range[]>();
  return (offset) => {
    const block = blockAt(offset);
    if (!block) return undefined;
    const sentences = known.get(block) ?? split(block);
    known.set(block, sentences);
    return rangeAt(sentences, offset) ?? block;
  };
}

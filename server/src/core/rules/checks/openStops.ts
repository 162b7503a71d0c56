import type { Block } from '../../text/prose.js';
import type { Range } from '../../types.js';
import { matchesIn } from './passages.js';
import { sign } from './signs.js';

/** What snippets and fixes leave to be filled in. In real replies nobody has been seen to write so. */
const STOP = /‹[^\s‹›](?:[^‹›\r\n]{0,100}[^\s‹›])?›/gu;

export const STOP_SIGN = sign({ words: /‹/ });

/** The stops of a snippet that were left as they were put in, between ‹ and ›. */
export function openStops(text: string, block: Block): readonly Range[] {
  return matchesIn(text, block, STOP).map(({ index, 0: stop }) => ({ start: block.start + index, end: block.start + index + stop.length }));
}

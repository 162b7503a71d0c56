import type { Block } from '../../text/prose.js';
import type { Range } from '../../types.js';
import { rangeAt } from '../../ranges.js';
import { matchesIn } from './passages.js';
import { wordsOf } from './slotWords.js';
import { holds, type WordSets } from './wordSets.js';

/** An address with a name in braces: `https://shop.example.com/orders/{id}`. */
const ADDRESS = /https?:\/\/[^\s<>"'`{}]{1,300}?(\{{1,2}[A-Za-z][\w .]{0,40}\}{1,2})/g;

/** How far to either side of an address words tell that its form is what matters, in characters. */
const NEAR = 80;

/** Addresses of an interface for programs, which are written down like this. */
const FOR_PROGRAMS = /\/\/(?:api|dev|developers?)\.|\/(?:api|graphql|rest|v\d{1,2})\//i;

/** The slots in the addresses of a block that nobody filled in. In code, and where programs are spoken of, they are right. */
export function urlSlots(text: string, block: Block, sets: WordSets): readonly Range[] {
  return matchesIn(text, block, ADDRESS)
    .filter(({ index, 0: address, 1: slot = '' }) => !FOR_PROGRAMS.test(address) && holds(sets, 'noun', wordsOf(slot).at(-1) ?? '') && !isCode(block, block.start + index) && !isExplained(text, block, block.start + index, address.length, sets))
    .map(({ index, 0: address, 1: slot = '' }) => ({ start: block.start + index + address.length - slot.length, end: block.start + index + address.length }));
}

/** "See … for how the address is built": what stands in braces is to be seen. */
function isExplained(text: string, block: Block, at: number, length: number, sets: WordSets): boolean {
  const words = [...wordsOf(text.slice(Math.max(block.start, at - NEAR), at)), ...wordsOf(text.slice(at + length, Math.min(block.end, at + length + NEAR)))];
  return words.some((word, i) => holds(sets, 'stand-in', word) || (holds(sets, 'look', word) && words[i + 1] !== 'to' && words.slice(Math.max(0, i - 3), i + 4).some((near) => holds(sets, 'location', near))));
}

function isCode(block: Block, at: number): boolean {
  const kind = rangeAt(block.spans, at)?.kind;
  return kind === 'code' || kind === 'quote';
}

import { firstFrom } from '../../ranges.js';
import { remembered } from '../../remembered.js';
import type { Block, Prose } from '../../text/prose.js';
import type { Range } from '../../types.js';
import { hasSign, signsIn, type Seen, type Sign } from './signs.js';

/** A stretch of a text and what was seen in it. */
export interface Passage extends Range, Seen {}

/** A block and what was seen in it. */
export interface BlockPassage extends Passage {
  readonly block: Block;
}

/** What is seen in a range of a text. */
function seenIn(prose: Prose, range: Range): Seen {
  return prose === pretended ? EVERYTHING : signsIn(prose.text, range);
}

const EVERYTHING: Seen = { signs: -1, digits: 0x7fffffff };
let pretended: Prose | undefined;

/** Has every check look at every passage of a text, for tests: what it finds must be the same. */
export function pretendAllSigns(prose: Prose): void {
  pretended = prose;
}

/** What was seen in the blocks of a text, by their place, and in any of them. Numbers alone: an object for each block cost as much again as to read it. */
interface Passages extends Seen {
  readonly signsAt: Int32Array;
  readonly digitsAt: Int32Array;
}

const passagesOf = remembered((prose: Prose): Passages => {
  const { blocks } = prose;
  const [signsAt, digitsAt] = [new Int32Array(blocks.length), new Int32Array(blocks.length)];
  let [allSigns, mostDigits] = [0, 0];
  for (const [i, block] of blocks.entries()) {
    const { signs, digits } = seenIn(prose, block);
    signsAt[i] = signs;
    digitsAt[i] = digits;
    allSigns |= signs;
    mostDigits = Math.max(mostDigits, digits);
  }
  return { signsAt, digitsAt, signs: allSigns, digits: mostDigits };
});

/** What is seen in a range that cuts no block: in its blocks that is known, and the rest is looked at. */
export function seenAround(prose: Prose, { start, end }: Range): Seen {
  const { blocks, text } = prose;
  const { signsAt, digitsAt } = passagesOf(prose);
  let [signs, digits, from] = [0, 0, start];
  const lookTo = (to: number): void => {
    if (text.slice(from, to).trim() === '') return;
    const seen = seenIn(prose, { start: from, end: to });
    signs |= seen.signs;
    digits += seen.digits;
  };
  for (let i = firstFrom(blocks, start); i < blocks.length; i++) {
    const block = blocks[i];
    if (!block || block.end > end) break;
    lookTo(block.start);
    signs |= signsAt[i] ?? 0;
    digits += digitsAt[i] ?? 0;
    from = block.end;
  }
  lookTo(end);
  return { signs, digits };
}

/** The blocks that have one of some signs, in order. Nearly all blocks, and most texts, end here, and cost no regular expression. */
export function passagesWith(prose: Prose, ...wanted: readonly Sign[]): readonly BlockPassage[] {
  const passages = passagesOf(prose);
  if (!hasOne(passages.signs, passages.digits, wanted)) return NOWHERE;
  const { signsAt, digitsAt } = passages;
  const found: BlockPassage[] = [];
  for (let i = 0; i < signsAt.length; i++) {
    const signs = signsAt[i] ?? 0;
    const digits = digitsAt[i] ?? 0;
    const block = hasOne(signs, digits, wanted) ? prose.blocks[i] : undefined;
    if (block) found.push({ start: block.start, end: block.end, signs, digits, block });
  }
  return found;
}

function hasOne(signs: number, digits: number, wanted: readonly Sign[]): boolean {
  for (const one of wanted) if (hasSign(signs, digits, one)) return true;
  return false;
}

const NOWHERE: readonly BlockPassage[] = [];

/** Every match of a global pattern in a range, their `index` counted from its start. */
export function matchesIn(text: string, { start, end }: Range, pattern: RegExp): readonly RegExpExecArray[] {
  const written = text.slice(start, end);
  pattern.lastIndex = 0;
  let match = pattern.exec(written);
  if (!match) return NONE;
  const found: RegExpExecArray[] = [];
  for (; match; match = pattern.exec(written)) {
    found.push(match);
    if (match[0] === '') pattern.lastIndex++;
  }
  return found;
}

const NONE: readonly RegExpExecArray[] = [];

import type { Block, Prose } from '../../text/prose.js';
import type { Range } from '../../types.js';
import { has, hasSign, signsIn, type Seen, type Sign } from './signs.js';

/** A stretch of a text and what was seen in it. */
export interface Passage extends Range, Seen {}

/** A block and what was seen in it. */
export interface BlockPassage extends Passage {
  readonly block: Block;
}

/** What is seen in a range of a text. */
export function seenIn(prose: Prose, range: Range): Seen {
  return prose === pretended ? EVERYTHING : signsIn(prose.text, range);
}

const EVERYTHING: Seen = { signs: -1, digits: Infinity };
let pretended: Prose | undefined;

/** Has every check look at every passage of a text, for tests: what it finds must be the same. */
export function pretendAllSigns(prose: Prose): void {
  pretended = prose;
}

/** What was seen in the blocks of a text, by their place, and in any of them. */
interface Passages extends Seen {
  readonly signsAt: readonly number[];
  readonly digitsAt: readonly number[];
}

const known = new WeakMap<Prose, Passages>();

function passagesOf(prose: Prose): Passages {
  const made = known.get(prose);
  if (made) return made;
  const passages = makePassages(prose);
  known.set(prose, passages);
  return passages;
}

/** Numbers alone: an object for each block cost as much again as to read it. */
function makePassages(prose: Prose): Passages {
  const signsAt: number[] = [];
  const digitsAt: number[] = [];
  let [allSigns, mostDigits] = [0, 0];
  for (const block of prose.blocks) {
    const { signs, digits } = seenIn(prose, block);
    signsAt.push(signs);
    digitsAt.push(digits);
    allSigns |= signs;
    mostDigits = Math.max(mostDigits, digits);
  }
  return { signsAt, digitsAt, signs: allSigns, digits: mostDigits };
}

/** The blocks that have one of some signs, in order. Nearly all blocks, and most texts, end here, and cost no regular expression. */
export function passagesWith(prose: Prose, ...wanted: readonly Sign[]): readonly BlockPassage[] {
  const passages = passagesOf(prose);
  const there = wanted.filter((one) => has(passages, one));
  if (there.length === 0) return NOWHERE;
  const { signsAt, digitsAt } = passages;
  const found: BlockPassage[] = [];
  for (let i = 0; i < signsAt.length; i++) {
    const [signs = 0, digits = 0, block] = [signsAt[i], digitsAt[i], prose.blocks[i]];
    if (block && there.some((one) => hasSign(signs, digits, one))) found.push({ start: block.start, end: block.end, signs, digits, block });
  }
  return found;
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

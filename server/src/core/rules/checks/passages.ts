import type { Block, Prose } from '../../text/prose.js';
import type { Range } from '../../types.js';
import { has, signsIn, type Seen, type Sign } from './signs.js';

/** A stretch of a text and what was seen in it. */
export interface Passage extends Range, Seen {}

/** A block and what was seen in it. */
export interface BlockPassage extends Passage {
  readonly block: Block;
}

/** What is seen in a range of a text. */
export function seenIn(prose: Prose, range: Range): Seen {
  return pretended.has(prose) ? EVERYTHING : signsIn(prose.text, range);
}

const EVERYTHING: Seen = { signs: -1, digits: Infinity };
const pretended = new WeakSet<Prose>();

/** Has every check look at every passage of a text, for tests: what it finds must be the same. */
export function pretendAllSigns(prose: Prose): void {
  pretended.add(prose);
}

/** The blocks of a text, and what was seen in any of them. */
interface Passages extends Seen {
  readonly all: readonly BlockPassage[];
}

const known = new WeakMap<Prose, Passages>();

function passagesOf(prose: Prose): Passages {
  const made = known.get(prose) ?? makePassages(prose);
  known.set(prose, made);
  return made;
}

function makePassages(prose: Prose): Passages {
  let signs = 0;
  let digits = 0;
  const all = prose.blocks.map((block) => {
    const seen = seenIn(prose, block);
    signs |= seen.signs;
    digits = Math.max(digits, seen.digits);
    return { start: block.start, end: block.end, signs: seen.signs, digits: seen.digits, block };
  });
  return { all, signs, digits };
}

/** The blocks that have one of some signs, in order. Nearly all blocks, and most texts, end here, and cost no regular expression. */
export function passagesWith(prose: Prose, ...wanted: readonly Sign[]): readonly BlockPassage[] {
  const passages = passagesOf(prose);
  const there = wanted.filter((one) => has(passages, one));
  return there.length === 0 ? NOWHERE : passages.all.filter((passage) => there.some((one) => has(passage, one)));
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

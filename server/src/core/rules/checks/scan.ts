import { remembered } from '../../remembered.js';
import type { Prose } from '../../text/prose.js';
import { firstAfter, firstFrom } from '../../ranges.js';
import type { Range } from '../../types.js';
import { matchesIn, passagesWith, seenAround, type Passage } from './passages.js';
import { has, type Sign } from './signs.js';

/** Something found in a text: where, and the match itself. */
export interface Found extends Range {
  readonly written: string;
}

/** How far around a number the words that say what it is are looked for, in characters. */
const NEARBY = 60;

/**
 * Matches outside front matter and quoted mail; in an article code shows examples and does not count.
 * @param pattern made when it is first needed: V8 reads one with classes of letters in a tenth of a millisecond, and most texts have no secrets
 * @param wanted what each match has, so that most passages need not be searched
 */
export function scan(prose: Prose, pattern: () => RegExp, wanted: Sign): readonly Found[] {
  return partsWith(prose, wanted).flatMap((part) => matchesIn(prose.text, part, pattern()).map((match) => secretIn(match, part.start)));
}

/** A pattern's last group is the secret; one without groups is the secret throughout. */
function secretIn(match: RegExpExecArray, offset: number): Found {
  const written = match.slice(1).filter((group) => group !== undefined).at(-1) ?? match[0];
  const start = offset + match.index + match[0].lastIndexOf(written);
  return { start, end: start + written.length, written };
}

/** What to search: an article's prose, the whole of anything else but its quotations. */
function partsWith(prose: Prose, wanted: Sign): readonly Range[] {
  if (prose.kind !== 'article') return stretches(prose).filter((stretch) => has(stretch, wanted));
  return passagesWith(prose, wanted).flatMap(({ start, end, block }) => without({ start, end }, block.spans.filter(({ kind }) => kind === 'code')));
}

/** What stands between the quotations of a text. */
const stretches = remembered((prose: Prose): readonly Passage[] => {
  const { text, blocks, quotes, part = { start: 0, end: text.length } } = prose;
  const from = part.start === 0 && text.startsWith('---') ? (blocks[0]?.start ?? 0) : part.start;
  return without({ start: from, end: part.end }, within(quotes, part)).map((range) => {
    const { signs, digits } = seenAround(prose, range);
    return { start: range.start, end: range.end, signs, digits };
  });
});

/** Those of some ranges in order that reach into another. */
function within(ranges: readonly Range[], { start, end }: Range): readonly Range[] {
  return ranges.slice(firstAfter(ranges, start), firstFrom(ranges, end));
}

function without({ start, end }: Range, holes: readonly Range[]): readonly Range[] {
  const found: Range[] = [];
  let from = start;
  for (const hole of holes) {
    if (hole.start > from) found.push({ start: from, end: Math.min(hole.start, end) });
    from = Math.max(from, hole.end);
  }
  if (from < end) found.push({ start: from, end });
  return found;
}

/** Whether some words stand close to a range, on either side. */
export function isNear(text: string, { start, end }: Range, words: RegExp): boolean {
  return words.test(text.slice(Math.max(0, start - NEARBY), start)) || words.test(text.slice(end, end + NEARBY));
}

import type { Block, Prose, Span } from '../../../server/src/core/text/prose.js';

/** A stretch of words that one side has and the other has not. */
export interface Difference {
  readonly side: 'ours' | 'theirs';
  readonly words: readonly string[];
  readonly context: string;
}

/** How far our words and a parser's agree, for one text. */
export interface Comparison {
  readonly words: number;
  readonly extra: number;
  readonly lost: number;
  readonly differences: readonly Difference[];
}

/** Compares the words we read with those that a parser calls text. */
export function compareWords(ours: readonly string[], theirs: readonly string[]): Comparison {
  const differences = align(ours, theirs);
  const count = (side: Difference['side']): number => differences.filter((d) => d.side === side).reduce((sum, d) => sum + d.words.length, 0);
  return { words: theirs.length, extra: count('ours'), lost: count('theirs'), differences };
}

/** The words of a text. */
export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * The text of every block of ours, its spans run together as the reader sees them.
 * @param theirText what the parser calls text in a quotation, label or placeholder, which may hold markup
 */
export function ourTexts({ text, blocks }: Prose, theirText: (part: string) => string): string[] {
  return blocks.map((block) => blockText(text, block, theirText));
}

/** A blank written as an entity and what is not text part words; other markup does not. */
function blockText(text: string, { start, spans }: Block, theirText: (part: string) => string): string {
  let out = '';
  let at = start;
  for (const { kind, says, start: from, end } of spans) {
    const piece = text.slice(from, end);
    out += text.charAt(at) === '&' && at < from ? ' ' : '';
    out += says ?? (kind === 'text' ? piece : MAY_HOLD_MARKUP.has(kind) ? theirText(piece) : ' ');
    at = end;
  }
  return out;
}

const MAY_HOLD_MARKUP: ReadonlySet<Span['kind']> = new Set<Span['kind']>(['quote', 'label', 'placeholder']);

/** Walks both sequences, and where they part looks for the nearest place they meet again. */
function align(ours: readonly string[], theirs: readonly string[]): Difference[] {
  const differences: Difference[] = [];
  let i = 0;
  let k = 0;
  while (i < ours.length || k < theirs.length) {
    if (ours[i] === theirs[k]) {
      i++;
      k++;
      continue;
    }
    const [di, dk] = nextMeeting(ours, theirs, i, k);
    const context = theirs.slice(Math.max(0, k - 6), k).join(' ');
    if (di > 0) differences.push({ side: 'ours', words: ours.slice(i, i + di), context });
    if (dk > 0) differences.push({ side: 'theirs', words: theirs.slice(k, k + dk), context });
    i += di;
    k += dk;
  }
  return differences;
}

/** The nearest pair of offsets from which three words in a row agree. */
function nextMeeting(ours: readonly string[], theirs: readonly string[], i: number, k: number): [number, number] {
  const most = Math.max(ours.length - i, theirs.length - k);
  for (let distance = 1; distance <= most * 2; distance++) {
    for (let di = Math.max(0, distance - (theirs.length - k)); di <= Math.min(distance, ours.length - i); di++) {
      const dk = distance - di;
      if (agree(ours, theirs, i + di, k + dk)) return [di, dk];
    }
  }
  return [ours.length - i, theirs.length - k];
}

function agree(ours: readonly string[], theirs: readonly string[], i: number, k: number): boolean {
  const left = Math.min(3, Math.max(ours.length - i, theirs.length - k));
  for (let n = 0; n < left; n++) if (ours[i + n] !== theirs[k + n]) return false;
  return true;
}

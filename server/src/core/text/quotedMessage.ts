import type { Range } from '../types.js';
import { GT, lineEnd, nextLine, trimEnd } from './chars.js';
import { Line } from './markdown/line.js';
import type { Block, Prose, Span } from './prose.js';
import { headAt, type Head } from './reply/mailHeads.js';
import { depthOf, pastMarks } from './reply/quoteMarks.js';
import { betweenTags } from './reply/quoteTags.js';

/** As much of the quoted mail as is read: what the customer feels stands in its first lines. */
const MOST_READ = 8_000;

/**
 * The message a draft answers, as paragraphs without its `>` marks and without the lines above it that say whose it is. Earlier
 * messages of the thread are left out, and so are lines that are quoted twice. Linear in the text read.
 */
export function* quotedBlocks({ text, quotes, blocks }: Prose): Iterable<Block> {
  const own = blocks[0]?.start ?? -1;
  for (const quote of quotes) {
    if (quote.said) {
      const depth = depthOf(text, quote.start, quote.end);
      for (const said of quote.said) yield* blocksOf(text, said, depth);
    } else {
      const message = messageIn(text, betweenTags(text, quote), quote.end <= own);
      yield* blocksOf(text, message, depthOf(text, message.start, message.end));
    }
  }
}

/** The message of a quotation that is answered: the first, as mail programs put the last one on top, and of the turns of a talk above the answer the last. */
function messageIn(text: string, { start, end }: Range, isAbove: boolean): Range {
  const heads = headsIn(text, { start, end: Math.min(end, start + MOST_READ) });
  if (isAbove && heads.length > 1 && heads[0]?.kind === 'turn') {
    const from = Math.max(start, end - MOST_READ);
    return { start: headsIn(text, { start: from, end }).at(-1)?.end ?? from, end };
  }
  let from = start;
  let next = 0;
  for (let head = heads[0]; head && /^[\s>]*$/.test(text.slice(from, head.start)); head = heads[++next]) from = head.end;
  return { start: from, end: Math.min(heads[next]?.start ?? end, from + MOST_READ) };
}

/** The lines of a quotation that say whose words stand below. */
function headsIn(text: string, { start, end }: Range): readonly Head[] {
  const heads: Head[] = [];
  for (const line = new Line(text, start, end); line.advance();) {
    const head = line.blank || line.end <= (heads.at(-1)?.end ?? -1) ? undefined : headAt(text, line);
    // What a letter may have as well is a head where the quotation begins.
    if (head && (!head.isDoubtful || /^[\s>]*$/.test(text.slice(start, head.start)))) heads.push(head);
  }
  return heads;
}

/** A line quoted twice. */
const QUOTED_TWICE = /^[ \t]*>[ \t]?>[ \t>]*\S/m;

/** Whether an earlier reply of ours is in the thread: two take turns in it, so that whatever the customer's message quotes in its turn is ours. */
export function quotesOwnReply({ text, quotes }: Prose): boolean {
  if (quotes.some(({ answered }) => answered === true)) return true;
  const read = beginningsOf(quotes);
  return read.some(({ start, end }) => QUOTED_TWICE.test(text.slice(start, end))) || read.reduce((messages, quote) => messages + headsIn(text, quote).filter(({ kind }) => kind !== 'marker').length, 0) > 1;
}

/** As much of each quotation as is read, and of all of them twice that: a reply may go through a message line by line. */
function beginningsOf(quotes: readonly Range[]): readonly Range[] {
  const beginnings: Range[] = [];
  let left = 2 * MOST_READ;
  for (const { start, end } of quotes) {
    if (left <= 0) break;
    const length = Math.min(end - start, MOST_READ, left);
    beginnings.push({ start, end: start + length });
    left -= length;
  }
  return beginnings;
}

function blocksOf(text: string, { start: from, end: to }: Range, depth: number): readonly Block[] {
  const blocks: Block[] = [];
  let spans: Span[] = [];
  for (let at = from; at < to; ) {
    const end = lineEnd(text, at, to);
    const start = pastMarks(text, at, end, depth);
    if (start >= end || text.charCodeAt(start) === GT) spans = flush(text, spans, blocks);
    else for (const { numbered, ...piece } of piecesOf(text, start, trimEnd(text, start, end))) {
      if (numbered) spans = flush(text, spans, blocks);
      spans.push({ kind: 'text', ...piece });
    }
    at = nextLine(text, end, to);
  }
  flush(text, spans, blocks);
  return blocks;
}

/** A number or letter that stands before one of several questions: at the start of a line, after another question, or in brackets after a comma. */
const NUMBERED = /(?:(?:^|(?<=\? ))\(?(?:\d{1,2}|[a-h])[.)]|(?<=[,:;] )\((?:\d{1,2}|[a-h])\)) +(?=\S)/gi;

/** A line, cut where a numbered question begins: each is one of its own, without its number. */
function piecesOf(text: string, start: number, end: number): readonly (Range & { readonly numbered: boolean })[] {
  const marks = [...text.slice(start, end).matchAll(NUMBERED)].map(({ 0: mark, index }) => ({ start: start + index, end: start + index + mark.length }));
  const pieces = marks.map((mark, i) => ({ start: mark.end, end: trimEnd(text, mark.end, marks[i + 1]?.start ?? end), numbered: true }));
  const first = marks[0]?.start ?? end;
  return first > start ? [{ start, end: trimEnd(text, start, first), numbered: false }, ...pieces] : pieces;
}

/** No program that wraps lines makes them all this short, in UTF-16 code units. */
const SHORT_LINE = 60;

/** Adds the paragraph of some lines; where its writer ends no sentence with a mark and each line where they like, every line is one. */
function flush(text: string, spans: readonly Span[], blocks: Block[]): Span[] {
  const words = text.slice(spans[0]?.start ?? 0, spans.at(-1)?.end ?? 0);
  const isOneALine = spans.every(({ start, end }) => end - start < SHORT_LINE) && !/[.!?]/.test(words);
  for (const lines of isOneALine ? spans.map((line) => [line]) : [spans]) blocks.push(...paragraphOf(lines));
  return [];
}

function paragraphOf(spans: readonly Span[]): readonly Block[] {
  const [first, last] = [spans[0], spans.at(-1)];
  return first && last ? [{ kind: 'paragraph', start: first.start, end: last.end, spans }] : [];
}

import type { Range } from '../types.js';
import { GT, lineEnd, nextLine, skipBlanks, trimEnd } from './chars.js';
import type { Block, Prose, Span } from './prose.js';
import { betweenTags } from './reply/quoteTags.js';

/** As much of the quoted mail as is read: what the customer feels stands in its first lines. */
const MOST_READ = 8_000;

/**
 * The message a draft answers, as paragraphs without its `>` marks. Lines that are quoted twice are left
 * out: they are of an earlier message. Linear in the text read.
 */
export function* quotedBlocks({ text, quotes }: Prose): Iterable<Block> {
  for (const quote of quotes) {
    const { start, end } = betweenTags(text, quote);
    yield* blocksOf(text, start, Math.min(end, start + MOST_READ));
  }
}

/** A line quoted twice, and what stands above a quoted mail: by what it says of its writer, or by its headers. */
const QUOTED_TWICE = /^[ \t]*>[ \t]?>[ \t>]*\S/m;
const ANNOUNCED = [/\bwrote:\s*$/gim, /^[> \t]*\**from:/gim];

/** Whether an earlier reply of ours is in the thread: two take turns in it, so that whatever the customer's message quotes in its turn is ours. */
export function quotesOwnReply({ text, quotes }: Prose): boolean {
  if (quotes.length === 0) return false;
  const read = quotes.map(({ start, end }) => text.slice(start, Math.min(end, start + MOST_READ))).join('\n');
  return QUOTED_TWICE.test(read) || ANNOUNCED.reduce((messages, mark) => messages + (read.match(mark)?.length ?? 0), 0) > 1;
}

function blocksOf(text: string, from: number, to: number): readonly Block[] {
  const blocks: Block[] = [];
  let spans: Span[] = [];
  for (let at = from; at < to; ) {
    const end = lineEnd(text, at, to);
    const start = afterMarks(text, at, end);
    if (start < 0 || start >= end) spans = flush(text, spans, blocks);
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

/** Where the words of a line start behind its `>`, or -1 for a line quoted more than once. */
function afterMarks(text: string, from: number, end: number): number {
  const at = skipBlanks(text, from, end);
  if (text.charCodeAt(at) !== GT) return at;
  const next = skipBlanks(text, at + 1, end);
  return text.charCodeAt(next) === GT && next < end ? -1 : next;
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

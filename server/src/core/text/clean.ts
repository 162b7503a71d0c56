import type { Range, Source } from '../types.js';
import { DOLLAR, isBlank, isDigit, isLineBreak, LBRACE, nextLine, RBRACE, ZERO } from './chars.js';
import { readFrontMatter } from './frontMatter.js';
import type { Block, Prose } from './prose.js';
import { readProse } from './read.js';
import { finish } from '../steps.js';
import { readingThread } from './reply/thread.js';

/** What the customer should get, and what has to be filled in first. */
export interface CleanReply {
  /** Markdown or plain text, as the source was written, line breaks included. */
  readonly text: string;
  /** Snippet tab stops left open, as ranges of the source. */
  readonly open: readonly Range[];
}

/**
 * The reply without what the customer should not get: front matter, mail headers, HTML comments and the
 * quoted thread. Quotes that answers take turns with stay, for the answers make no sense without them.
 */
export function cleanReply(source: Source): CleanReply {
  const { text } = source;
  const prose = readProse({ ...source, kind: 'reply' });
  const from = finish(readingThread(text, readFrontMatter(text).end)).start;
  const cuts = [{ start: 0, end: from }, ...threadQuotes(prose), ...prose.comments].sort((a, b) => a.start - b.start);
  return { text: without(text, cuts), open: openStops(prose) };
}

/** The quotes above and below the reply; and those above it only when they are not answered one by one. Of a talk, what follows the customer's last words. */
function threadQuotes(prose: Prose): readonly Range[] {
  const { blocks } = prose;
  const first = blocks[0];
  const last = blocks[blocks.length - 1];
  if (!first || !last) return prose.quotes;
  const said = prose.quotes.filter((quote) => quote.said && quote.said.length > 0 && quote.end <= last.start).at(-1);
  if (said && (said.inTalk === true || said.start < first.start)) return [{ start: 0, end: said.end }, ...prose.quotes.filter(({ end }) => end > said.end)];
  const turns = prose.quotes.filter(({ inTalk }) => inTalk === true);
  const quotes = prose.quotes.filter(({ inTalk }) => inTalk !== true);
  const above = quotes.filter((quote) => quote.start < first.start);
  const below = quotes.filter((quote) => quote.start > last.start);
  const inTurns = quotes.length > above.length + below.length && first.kind !== 'greeting';
  return inTurns ? [...turns, ...below] : [...turns, ...above, ...below];
}

/** The text without the ranges, which are in order; lines that only held them go too, and so do blank lines at both ends. */
function without(text: string, cuts: readonly Range[]): string {
  let out = '';
  let at = 0;
  for (const cut of cuts) {
    if (cut.end <= at) continue;
    const { start, end } = wholeLines(text, Math.max(cut.start, at), cut.end);
    out = joined(out, text.slice(at, Math.max(start, at)));
    at = end;
  }
  return joined(out, text.slice(at)).replace(/^(?:[ \t]*(?:\r\n|\r|\n))+/, '').trimEnd();
}

/** Where a blank line would follow a blank line, one of them is enough. */
function joined(before: string, after: string): string {
  const blank = before === '' || /(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)[ \t]*$/.test(before.slice(-80));
  return blank ? before + after.replace(/^(?:[ \t]*(?:\r\n|\r|\n))+/, '') : before + after;
}

/** Widens a range to the lines it is alone on. */
function wholeLines(text: string, start: number, end: number): Range {
  let from = start;
  let to = end;
  while (from > 0 && isBlank(text.charCodeAt(from - 1))) from--;
  while (to < text.length && isBlank(text.charCodeAt(to))) to++;
  const alone = (from === 0 || isLineBreak(text.charCodeAt(from - 1))) && (to === text.length || isLineBreak(text.charCodeAt(to)));
  return alone ? { start: from, end: nextLine(text, to, text.length) } : { start, end };
}

/** Tab stops outside code: `${1}`, `${1:text}`, `${1|a,b|}` and `$0`, but no price. */
function openStops(prose: Prose): readonly Range[] {
  return prose.blocks.flatMap((block) => stopsOf(prose.text, block));
}

function stopsOf(text: string, block: Block): Range[] {
  const found: Range[] = [];
  for (let i = block.start, k = 0; i < block.end; i++) {
    if (text.charCodeAt(i) !== DOLLAR) continue;
    while (k < block.spans.length && (block.spans[k]?.end ?? 0) <= i) k++;
    const span = block.spans[k];
    if (span?.kind === 'code' && span.start <= i) continue;
    const end = stopEnd(text, i, block.end);
    if (end < 0) continue;
    found.push({ start: i, end });
    i = end - 1;
  }
  return found;
}

/** The end of the tab stop at `at`, those inside it included, or -1. */
function stopEnd(text: string, at: number, limit: number): number {
  const next = text.charCodeAt(at + 1);
  if (next === ZERO) return /^(?:\d|[.,]\d)/.test(text.slice(at + 2, at + 4)) ? -1 : at + 2;
  if (next !== LBRACE || !isDigit(text.charCodeAt(at + 2))) return -1;
  let depth = 0;
  for (let i = at + 1; i < limit; i++) {
    const code = text.charCodeAt(i);
    if (code === LBRACE) depth++;
    else if (code === RBRACE && --depth === 0) return i + 1;
  }
  return -1;
}

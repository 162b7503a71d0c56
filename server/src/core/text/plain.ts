import { A_PART, type Steps } from '../steps.js';
import type { Kind, Range } from '../types.js';
import { BULLET, EN_DASH, GT, MIDDLE_DOT, isBlank, isDigit, isLineBreak } from './chars.js';
import { readFrontMatter } from './frontMatter.js';
import { readingLeaves } from './inline/reader.js';
import type { Leaf } from './markdown/leaf.js';
import { Line } from './markdown/line.js';
import { listMarker } from './markdown/starts.js';
import type { Prose } from './prose.js';
import { framingReply } from './reply/frame.js';
import { readingQuotedTalks } from './reply/quotedTalk.js';
import { readingThread, type Thread } from './reply/thread.js';

/** Reads plain text: paragraphs between blank lines, list items, and lines quoted with `>`. */
export function* readingPlain(text: string, kind: Kind): Steps<Prose> {
  const { fields, end: from } = readFrontMatter(text);
  const article = kind === 'article';
  const thread: Pick<Thread, 'parts' | 'quotes' | 'doubtful'> = article ? { parts: [{ start: from, end: text.length }], quotes: [] } : yield* readingThread(text, from);
  const lines: Lines = { leaves: [], quotes: [] };
  for (const part of thread.parts) yield* readingLines(text, part, lines);
  const { leaves, quotes } = lines;
  const content = yield* readingLeaves(text, kind, leaves, new Map(), 'plain');
  const blocks = article ? content.blocks : yield* framingReply(text, content.blocks);
  const quoted = yield* readingQuotedTalks(text, [...quotes, ...thread.quotes].sort((a, b) => a.start - b.start), blocks);
  return { memory: new Map(), text, kind, form: 'plain', frontMatter: fields, ...content, quotes: quoted, blocks, ...(thread.doubtful && { doubtful: thread.doubtful }) };
}

/** Where the text of a plain list item on this line starts, or -1. `•` and `–` are bullets too. */
function itemStart(text: string, line: Line): number {
  const code = line.code;
  if ((code === BULLET || code === EN_DASH || code === MIDDLE_DOT) && isBlank(text.charCodeAt(line.first + 1))) return line.first + 2;
  return listMarker(text, line.first, line.end)?.end ?? -1;
}

interface Lines {
  readonly leaves: Leaf[];
  readonly quotes: Range[];
}

/** Adds what stands in the lines of a part. */
function* readingLines(text: string, part: Range, { leaves, quotes }: Lines): Steps<void> {
  let enough = part.start + A_PART;
  // Quotations go on in the part that they begin in.
  const own: Range[] = [];
  let open: { -readonly [key in keyof Leaf]: Leaf[key] } | undefined;
  for (const line = new Line(text, part.start, part.end); line.advance();) {
    if (line.start > enough) {
      enough = line.start + A_PART;
      yield;
    }
    if (line.blank) open = undefined;
    else if (line.code === GT) {
      open = undefined;
      addQuote(text, own, line);
    } else {
      const item = itemStart(text, line);
      if (open && item < 0) open.end = line.end;
      else {
        const start = item < 0 ? line.first : item;
        open = item < 0 ? { kind: 'paragraph', form: 'markdown', start, end: line.end, skips: [] }
          : { kind: 'item', form: 'markdown', start, end: line.end, skips: [], ordered: isDigit(line.code) };
        leaves.push(open);
      }
    }
  }
  for (const quote of own) quotes.push(quote);
}

/** Adds a quoted line to the quote above it, or starts one. */
function addQuote(text: string, quotes: Range[], line: Line): void {
  const last = quotes[quotes.length - 1];
  let before = line.start;
  while (before > 0 && isLineBreak(text.charCodeAt(before - 1))) before--;
  if (last && before === last.end && line.start - before < 3) quotes[quotes.length - 1] = { start: last.start, end: line.end };
  else quotes.push({ start: line.first, end: line.end });
}

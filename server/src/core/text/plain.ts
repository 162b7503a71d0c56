import type { Kind, Range } from '../types.js';
import { GT, isBlank, isDigit, isLineBreak } from './chars.js';
import { readFrontMatter } from './frontMatter.js';
import { readLeaves } from './inline/reader.js';
import type { Leaf } from './markdown/leaf.js';
import { Line } from './markdown/line.js';
import { listMarker } from './markdown/starts.js';
import type { Prose } from './prose.js';
import { frameReply } from './reply/frame.js';
import { readThread } from './reply/thread.js';

/** Reads plain text: paragraphs between blank lines, list items, and lines quoted with `>`. */
export function readPlain(text: string, kind: Kind): Prose {
  const { fields, end: from } = readFrontMatter(text);
  const article = kind === 'article';
  const thread = article ? { parts: [{ start: from, end: text.length }], quotes: [] } : readThread(text, from);
  const read = thread.parts.map((part) => readLines(text, part.start, part.end));
  const leaves = read.flatMap((part) => part.leaves);
  const quotes = read.flatMap((part) => part.quotes);
  const content = readLeaves(text, kind, leaves, new Map(), 'plain');
  const blocks = article ? content.blocks : frameReply(text, content.blocks);
  return { text, kind, form: 'plain', frontMatter: fields, ...content, quotes: [...quotes, ...thread.quotes].sort((a, b) => a.start - b.start), blocks };
}

/** Where the text of a plain list item on this line starts, or -1. `•` and `–` are bullets too. */
function itemStart(text: string, line: Line): number {
  const code = line.code;
  if ((code === 0x2022 || code === 0x2013 || code === 0xb7) && isBlank(text.charCodeAt(line.first + 1))) return line.first + 2;
  return listMarker(text, line.first, line.end)?.end ?? -1;
}

function readLines(text: string, from: number, end: number): { leaves: Leaf[]; quotes: Range[] } {
  const leaves: Leaf[] = [];
  const quotes: Range[] = [];
  let open: { -readonly [key in keyof Leaf]: Leaf[key] } | undefined;
  for (const line = new Line(text, from, end); line.advance();) {
    if (line.blank) open = undefined;
    else if (line.code === GT) {
      open = undefined;
      addQuote(text, quotes, line);
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
  return { leaves, quotes };
}

/** Adds a quoted line to the quote above it, or starts one. */
function addQuote(text: string, quotes: Range[], line: Line): void {
  const last = quotes[quotes.length - 1];
  let before = line.start;
  while (before > 0 && isLineBreak(text.charCodeAt(before - 1))) before--;
  if (last && before === last.end && line.start - before < 3) quotes[quotes.length - 1] = { start: last.start, end: line.end };
  else quotes.push({ start: line.first, end: line.end });
}

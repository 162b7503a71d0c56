import { A_PART, type Steps } from '../../steps.js';
import type { Range } from '../../types.js';
import { DASH, GT, UNDERSCORE, isBlank, skipBlanks, trimEnd } from '../chars.js';
import { Line } from '../markdown/line.js';
import { taggedQuotes } from './quoteTags.js';

/** The writer's own part of a mail: what stands between its headers and the signature or the thread it answers. */
export interface Thread extends Range {
  /** The own part without the lines that announce a quotation, and without what forums quote between tags. */
  readonly parts: readonly Range[];
  /** The quoted tail, attribution lines above a quotation, and what forums put between tags. */
  readonly quotes: readonly Range[];
}

const HEADER = /^\**(?:to|cc|bcc|from|subject|date|sent|reply-to|importance|priority|attachments?|message-id|in-reply-to|x-[\w-]+|re)\**:/i;
/** `Re:` and `To:` may open a sentence, so one of these must be among the headers. */
const SURE_HEADER = /^\**(?:to|cc|bcc|from|subject|sent|reply-to)\**:\**\s*\S/i;
const FORWARDED = /^(?:-{2,}\s*(?:original message|forwarded message|original appointment|reply above this line)\s*-{2,}|begin forwarded message:|_{20,}\s*$)/i;
const WROTE = /^(?:on|am|le)\b.{0,200}\b(?:wrote|writes|schrieb.{0,80}|a écrit)\s*:?\s*$/is;
const FROM = /^\**from\**:/i;
const SENT = /^\**(?:sent|date|to|subject)\**:/i;

/** As much of a header line as is looked at. */
const LONGEST_HEADER = 300;

/** Finds the writer's own part of `[from, end of text)`. */
export function* readingThread(text: string, from: number): Steps<Thread> {
  const start = headersEnd(text, from);
  const tagged = taggedQuotes(text, start);
  const { end, quotes } = yield* readingTail(text, start, tagged);
  const all = [...quotes, ...tagged.filter((quote) => quote.end <= end)].sort((a, b) => a.start - b.start);
  const parts: Range[] = [];
  let at = start;
  for (const quote of all) {
    if (quote.start >= end) break;
    parts.push({ start: at, end: quote.start });
    at = quote.end;
  }
  return { start, end, quotes: all, parts: [...parts, { start: at, end }] };
}

/** Where the own part ends, and what is quoted in and after it. @param tagged what stands between tags, where no mail ends */
function* readingTail(text: string, start: number, tagged: readonly Range[]): Steps<{ end: number; quotes: readonly Range[] }> {
  let enough = start + A_PART;
  const quotes: Range[] = [];
  let passed = 0;
  let fenced = false;
  for (const line = new Line(text, start, text.length); line.advance();) {
    const code = line.code;
    if (line.start > enough) {
      enough = line.start + A_PART;
      yield;
    }
    if (line.blank) continue;
    while ((tagged[passed]?.end ?? Infinity) <= line.start) passed++;
    if ((tagged[passed]?.start ?? Infinity) < line.start) continue;
    if ((code === 96 || code === 126) && text.startsWith(code === 96 ? '```' : '~~~', line.first)) fenced = !fenced;
    if (fenced || !mayEnd(code)) continue;
    if (code === DASH && isSignature(text, line)) return { end: line.start, quotes: yield* findingTail(text, line, quotes) };
    const tail = tailAt(text, line);
    if (tail === 'tail') return { end: line.start, quotes: [...quotes, { start: line.start, end: text.length }] };
    if (tail) quotes.push(tail);
  }
  return { end: text.length, quotes };
}

/** First characters of the lines looked at: `-`, `_`, `*`, and the letters of `On`, `From`, `Begin`, `Am`, `Le`. */
function mayEnd(code: number): boolean {
  return code === DASH || code === UNDERSCORE || code === 42 || code === 79 || code === 111 || code === 70 || code === 102 || code === 66 || code === 65 || code === 76;
}

/** `-- ` on a line of its own; the blank is lost on the way more often than not. */
function isSignature(text: string, line: Line): boolean {
  return line.first === line.start && text.charCodeAt(line.start + 1) === DASH && skipBlanks(text, line.start + 2, line.end) === line.end;
}

/** Below a signature nothing is the writer's; a quoted thread may still be there. */
function* findingTail(text: string, line: Line, quotes: Range[]): Steps<readonly Range[]> {
  let enough = line.next + A_PART;
  while (line.advance()) {
    if (line.start > enough) {
      enough = line.start + A_PART;
      yield;
    }
    if (!line.blank && (line.code === GT || (mayEnd(line.code) && tailAt(text, line)))) return [...quotes, { start: line.start, end: text.length }];
  }
  return quotes;
}

/**
 * `tail` where everything from this line on is the thread; a range where the line only announces quoted lines.
 * Mail programs give a date or an address: *On the label we wrote:* is a sentence.
 */
function tailAt(text: string, line: Line): 'tail' | Range | undefined {
  const content = text.slice(line.first, Math.min(line.end, line.first + LONGEST_HEADER));
  if (FORWARDED.test(content)) return content.startsWith('_') && !FROM.test(text.slice(skipLines(text, line.next), line.next + 200)) ? undefined : 'tail';
  if (FROM.test(content)) return hasMoreHeaders(text, line.next) ? 'tail' : undefined;
  const end = attributionEnd(text, line, content);
  if (end < 0) return undefined;
  const next = skipLines(text, end);
  if (next < text.length && text.charCodeAt(next) === GT) return { start: line.first, end: trimEnd(text, line.first, end) };
  return /[\d@]/.test(text.slice(line.first, end)) ? 'tail' : undefined;
}

/** The end of an `On … wrote:` that starts on this line and may be wrapped onto the next, or -1. */
function attributionEnd(text: string, line: Line, content: string): number {
  if (!/^(?:on|am|le)\s/i.test(content)) return -1;
  if (WROTE.test(content) && /:\s*$/.test(content)) return line.end;
  const second = new Line(text, line.next, Math.min(text.length, line.next + LONGEST_HEADER));
  if (content.length > 120 || !/\d/.test(content) || !second.advance() || second.blank) return -1;
  const both = text.slice(line.first, Math.min(second.end, line.first + LONGEST_HEADER));
  return WROTE.test(both) && /:\s*$/.test(both) ? second.end : -1;
}

/** Whether one of the next lines is a `Sent:`, `To:` or `Subject:`. */
function hasMoreHeaders(text: string, from: number): boolean {
  const line = new Line(text, from, Math.min(text.length, from + 4 * LONGEST_HEADER));
  for (let i = 0; i < 4 && line.advance(); i++) if (!line.blank && SENT.test(text.slice(line.first, line.first + 20))) return true;
  return false;
}

/** The first character from `at` on that is neither blank nor a line break. */
function skipLines(text: string, at: number): number {
  let i = at;
  while (i < text.length && (isBlank(text.charCodeAt(i)) || text.charCodeAt(i) === 10 || text.charCodeAt(i) === 13)) i++;
  return i;
}

/** Where the mail headers at the top end; `from` where there are none. */
function headersEnd(text: string, from: number): number {
  const line = new Line(text, from, text.length);
  let sure = false;
  let end = from;
  while (line.advance()) {
    if (line.blank && end === from) continue;
    const content = line.blank ? '' : text.slice(line.first, Math.min(line.end, line.first + 80));
    if (!HEADER.test(content)) break;
    sure ||= SURE_HEADER.test(content);
    end = line.next;
  }
  return sure ? end : from;
}

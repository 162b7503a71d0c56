import { A_PART, type Steps } from '../../steps.js';
import type { Range } from '../../types.js';
import type { Quotation } from '../prose.js';
import { BACKTICK, DASH, GT, skipBlanks, TILDE } from '../chars.js';
import { Line } from '../markdown/line.js';
import { isClosed, isFinished } from './finished.js';
import { greetedAt } from './greeting.js';
import { beginsLetter, tellLetters, type Letters } from './letters.js';
import { headAt, type Head } from './mailHeads.js';
import { isHeader, isSender, isSureHeader } from './mailHeaders.js';
import { isRule, readingReplyBelow } from './pasted.js';
import { taggedQuotes } from './quoteTags.js';
import { readingTalk, type Talk } from './talk.js';
import { isTalkTitle, turnLine } from './turnLines.js';

/** The writer's own part of a mail: what stands between its headers, or a message pasted above it, and the signature or the thread it answers. */
export interface Thread extends Range {
  /** The own part without the lines that announce a quotation, and without what forums quote between tags. */
  readonly parts: readonly Range[];
  /** A message above the own part, the quoted tail, the lines that announce a quotation, and what forums put between tags. */
  readonly quotes: readonly Quotation[];
  /** What of the own part may as well be the customer's. */
  readonly doubtful?: Range;
}

/** Finds the writer's own part of `[from, end of text)`. */
export function* readingThread(text: string, from: number): Steps<Thread> {
  const top = yield* readingTop(text, from);
  const below = top.talk?.end ?? top.start;
  const tagged = taggedQuotes(text, below);
  const tail = yield* readingTail(text, below, tagged);
  const letters: Letters = top.talk || top.pasted.length > 0 ? { own: { start: top.start, end: tail.end }, quotes: [] } : tellLetters(text, { start: top.start, end: tail.end }, tail.letters);
  const { own: { start, end }, doubtful } = letters;
  const others = [...tail.quotes, ...tagged.filter((quote) => quote.end <= end)].filter((quote) => !letters.quotes.some((letter) => quote.start >= letter.start && quote.end <= letter.end));
  const inside = [...(top.talk?.quotes ?? []), ...[...others, ...letters.quotes.filter((letter) => letter.start >= end)].sort((a, b) => a.start - b.start)];
  const pasted = [...top.pasted, ...letters.quotes.filter((letter) => letter.end <= start)];
  return { start, end, quotes: [...pasted, ...inside], parts: partsBetween(inside, start, end), ...(doubtful && { doubtful }) };
}

/** What stands between the quotations of an own part. */
function partsBetween(inside: readonly Range[], start: number, end: number): readonly Range[] {
  const parts: Range[] = [];
  let at = start;
  for (const quote of inside) {
    if (quote.start >= end) break;
    parts.push({ start: at, end: quote.start });
    at = quote.end;
  }
  return [...parts, { start: at, end }];
}

/** What stands above the writer's own words, and the talk that they are part of, if any. */
interface Top {
  readonly start: number;
  readonly pasted: readonly Quotation[];
  readonly talk?: Talk;
}

/** What stands above the writer's own words: the headers of their own mail, the line that customers write above, or the message they answer. */
function* readingTop(text: string, from: number): Steps<Top> {
  let head = headAtTop(text, from);
  let start = from;
  while (head?.kind === 'marker') {
    start = head.end;
    head = headAtTop(text, start);
  }
  const headers = readHeaders(text, start);
  if (headers.end > start) {
    const below = headers.sender === '' ? undefined : yield* readingReplyBelow(text, headers.end, false);
    return below === undefined || !isAnswerTo(headers.sender, text, below) ? yield* readingTalkAtTop(text, headers.end) : { start: below, pasted: [{ start, end: below }] };
  }
  const talk = head?.isDoubtful ? yield* readingTalkAtTop(text, start) : undefined;
  if (talk && (talk.talk || talk.pasted.length > 0)) return talk;
  const below = head && head.kind !== 'quote' ? yield* readingReplyBelow(text, head.end, true) : undefined;
  return below === undefined ? yield* readingTalkAtTop(text, start) : { start: below, pasted: [{ start, end: below }] };
}

/** A talk at the top: what stands below one that is over is the reply; else the writer's own words stand in it. */
function* readingTalkAtTop(text: string, start: number): Steps<Top> {
  let line = firstLine(text, start);
  if (line && isTalkTitle(text, line)) line = firstLine(text, line.next);
  const talk = line && turnLine(text, line) ? yield* readingTalk(text, line.start) : undefined;
  if (!talk) return { start, pasted: [] };
  return talk.isOver ? { start: talk.end, pasted: talk.quotes } : { start: talk.start, pasted: [], talk };
}

function headAtTop(text: string, from: number): Head | undefined {
  const line = firstLine(text, from);
  return line && headAt(text, line);
}

/** Whether the greeting at an offset is for the sender of a mail, or for nobody by name: a draft may have headers of its own, and greet two. */
function isAnswerTo(sender: string, text: string, greeting: number): boolean {
  const greeted = greetedAt(text, greeting);
  return greeted.length === 0 || namesOneOf(sender, greeted);
}

/** Whether a reply greets whoever a line names. */
function isGreeted(text: string, start: number, line: Line): boolean {
  return namesOneOf(text.slice(line.first, Math.min(line.end, line.first + A_HEADER)), greetedAt(text, start));
}

function namesOneOf(line: string, names: readonly string[]): boolean {
  return wordsOf(line).some((word) => names.includes(word));
}

function wordsOf(line: string): readonly string[] {
  return line.toLowerCase().match(/\p{L}+/gu) ?? [];
}

/** The first line with anything on it, below rules. */
function firstLine(text: string, from: number): Line | undefined {
  const line = new Line(text, from, text.length);
  while (line.advance()) if (!line.blank && !isRule(text, line)) return line;
  return undefined;
}

/** Where the own part ends, and what is quoted in and after it. */
interface Tail {
  readonly end: number;
  readonly quotes: readonly Quotation[];
  /** Where letters may begin in the own part: its first line, and every greeting below. */
  readonly letters: readonly number[];
}

/** Reads on to where the own part ends. @param tagged what stands between tags, where no mail ends */
function* readingTail(text: string, start: number, tagged: readonly Range[]): Steps<Tail> {
  let enough = start + A_PART;
  const quotes: Quotation[] = [];
  const letters: number[] = [];
  let passed = 0;
  let fenced = false;
  let talked = false;
  let above: 'blank' | 'words' = 'words';
  for (const line = new Line(text, start, text.length); line.advance();) {
    const code = line.code;
    if (line.start > enough) {
      enough = line.start + A_PART;
      yield;
    }
    const isApart = above === 'blank';
    above = line.blank ? 'blank' : 'words';
    if (line.blank) continue;
    while ((tagged[passed]?.end ?? Infinity) <= line.start) passed++;
    if ((tagged[passed]?.start ?? Infinity) < line.start) continue;
    if ((code === BACKTICK || code === TILDE) && text.startsWith(code === BACKTICK ? '```' : '~~~', line.first)) fenced = !fenced;
    if (fenced || code === GT) continue;
    if (code === DASH && isSignature(text, line) && !isAnsweredBelow(text, start, line)) return { end: line.start, quotes: yield* findingTail(text, line, quotes), letters };
    if (!talked && isApart && isTalkBelow(text, start, line)) {
      talked = true;
      const talk = yield* readingTalk(text, line.start, { text: text.slice(start, line.start).trim(), isAbove: true });
      if (talk) return { end: line.start, quotes: [...quotes, ...asQuoted(talk, text.length)], letters };
    }
    const head = headAt(text, line);
    // What only looks like the head of a turn ("Kick-off | 3 June") must not silence what stands below it.
    if (head?.isDoubtful ? !isClosed(text, start, line.start) : head?.kind === 'turn' && !isFinished(text, start, line.start) && !isGreeted(text, start, line)) continue;
    if (head && head.kind !== 'quote') return { end: line.start, quotes: [...quotes, { start: line.start, end: text.length }], letters };
    if (head) quotes.push({ start: head.start, end: head.end });
    else if (tagged[passed]?.start !== line.first && (letters.length === 0 || beginsLetter(text, line, start, isApart))) letters.push(line.start);
  }
  return { end: text.length, quotes, letters };
}

/** Whether a talk may begin on a line: right below the closing of a letter. */
function isTalkBelow(text: string, start: number, line: Line): boolean {
  return line.start > start && turnLine(text, line) !== undefined && isClosed(text, start, line.start);
}

/** A talk below a letter, of which nothing is the letter's. */
function asQuoted({ start, quotes }: Talk, end: number): readonly Quotation[] {
  return [{ start, end, names: quotes[0]?.names ?? [], said: quotes.flatMap(({ said = [] }) => said), answered: quotes.length > 1 || quotes.some(({ answered }) => answered === true) }];
}

/** `-- ` on a line of its own; the blank is lost on the way more often than not. */
function isSignature(text: string, line: Line): boolean {
  return line.first === line.start && text.charCodeAt(line.start + 1) === DASH && skipBlanks(text, line.start + 2, line.end) === line.end;
}

/** So many lines a signature may have above the letter that answers it. */
const MOST_SIGNED = 12;

/** Whether a signature is that of a letter that was pasted: below it begins another one, for who signed. */
function isAnsweredBelow(text: string, start: number, signature: Line): boolean {
  const line = new Line(text, signature.next, text.length);
  const above = Math.max(start, signature.start - A_HEADER);
  let isApart = false;
  for (let lines = 0; lines < MOST_SIGNED && line.advance();) {
    if (!line.blank && (line.code === GT || headAt(text, line))) return false;
    if (!line.blank && beginsLetter(text, line, signature.next, isApart)) return namesOneOf(text.slice(above, line.start), greetedAt(text, line.start));
    isApart = line.blank;
    if (!line.blank) lines++;
  }
  return false;
}

/** Below a signature nothing is the writer's; a quoted thread may still be there. */
function* findingTail(text: string, line: Line, quotes: Range[]): Steps<readonly Range[]> {
  let enough = line.next + A_PART;
  while (line.advance()) {
    if (line.start > enough) {
      enough = line.start + A_PART;
      yield;
    }
    if (!line.blank && (line.code === GT || headAt(text, line))) return [...quotes, { start: line.start, end: text.length }];
  }
  return quotes;
}

/** As much of a line at the top as tells whether it is a header. */
const A_HEADER = 80;

/** Where the mail headers at the top end, `from` where there are none, and what they say of the sender, if anything. */
function readHeaders(text: string, from: number): { readonly end: number; readonly sender: string } {
  const line = new Line(text, from, text.length);
  let sure = false;
  let sender = '';
  let end = from;
  while (line.advance()) {
    if (line.blank && end === from) continue;
    const content = line.blank ? '' : text.slice(line.first, Math.min(line.end, line.first + A_HEADER));
    if (!isHeader(content)) break;
    sure ||= isSureHeader(content);
    sender ||= isSender(content) ? content.slice(content.indexOf(':') + 1) : '';
    end = line.next;
  }
  return sure ? { end, sender } : { end: from, sender: '' };
}

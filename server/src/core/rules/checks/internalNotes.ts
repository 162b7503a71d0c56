import { letters } from '../../generated/letters.js';
import { later } from '../../later.js';
import { rangeAt } from '../../ranges.js';
import { lineEnd, skipSpace } from '../../text/chars.js';
import { readFrontMatter } from '../../text/frontMatter.js';
import type { Prose } from '../../text/prose.js';
import { SIGN_OFF } from '../../text/reply/frame.js';
import { GREETING } from '../../text/reply/greeting.js';
import type { Range } from '../../types.js';
import type { Check, CheckHit } from '../check.js';

/** Alone, the word may as well speak of a disk or a medicine: only in brackets, between two rules, or outside the letter, it speaks of a note. */
const ALONE = 'internal';
/** What a note begins with: a name, beside what may stand around a label: brackets, emphasis, rules. */
const LABEL = later(() => new RegExp(`^[ \\t]*([\\[({#*_=~|–—-][\\[({#*_=~|–— -]{0,7})?(${letters.internalNotes}|${ALONE})(?=[ \\t]*(?:[\\])}:*_=~|–—-]|$))`, 'gimu'));

/** Nothing else is marked like this: brackets, a heading, a rule of its own. */
const FRAMED = /[[({#=~|]|[–—-]{2}/;
/** A line that parts what follows from the letter: `--- internal ---`. */
const RULE = /[=~–—-]{2}/;
const RULED_OFF = /^[ \t]*[=~–—-]{2,}[ \t\r]*$/;
const BULLET = /^[*–—-][ \t]/;
/** What are many is spoken of: “Internal notes: only your team sees them.” */
const MANY = /(?:notes|comments|remarks)$/i;
const MARKS_ALONE = /^[\s\])}:*_=~|#–—-]*$/;
const CLOSED_BY: Readonly<Record<string, string>> = { '[': ']', '(': ')', '{': '}' };
/** As much above a label as may be the end of a letter, in UTF-16 code units. */
const AN_ENDING = 160;
const LONGEST_LINE = 120;
const LONGEST_CLOSED = 2_000;

/** What says that a note begins. */
interface Label extends Range {
  /** Where its line begins. */
  readonly from: number;
  /** What stands before the name. */
  readonly mark: string;
  readonly name: string;
}

/** Where a note stands: above the letter, below it, or in the midst of it. */
type Place = 'above' | 'below' | 'within';

/**
 * Notes for colleagues among the customer's words: `[Internal note]`, `Internal note: …`, `--- INTERNAL ONLY ---`. A note above
 * the greeting goes as far as the greeting, one below the sign-off to the end, any other to the end of its paragraph.
 */
export const internalNotes: Check = ({ reading: { prose } }) => {
  const { text, quotes, comments, kind } = prose;
  if (kind === 'note') return [];
  const top = readFrontMatter(text).end;
  const first = skipSpace(text, top, text.length);
  const hits: CheckHit[] = [];
  let passed = top;
  for (const { index, 0: head, 1: mark = '', 2: name = '' } of text.matchAll(LABEL())) {
    const end = index + head.length;
    const label: Label = { from: index, start: end - name.length, end, mark, name };
    // What stands in a note belongs to it
    if (index < passed || rangeAt(quotes, label.start) || rangeAt(comments, label.start)) continue;
    const place = first >= index ? 'above' : isBelowSignOff(text, index) ? 'below' : 'within';
    if (!isNote(text, label, place)) continue;
    const note = noteAt(prose, label, place);
    passed = note.end;
    hits.push({ start: label.start, end, spans: { note } });
  }
  return hits;
};

function isBelowSignOff(text: string, at: number): boolean {
  const [, ...lines] = `${at > AN_ENDING ? '' : '\n'}${text.slice(Math.max(0, at - AN_ENDING), at)}`.split('\n');
  return lines.some((line) => SIGN_OFF.test(line.trim()));
}

/** Whether a label begins a note. In the midst of a letter it may as well explain what notes are: `- **Internal notes**: …`. */
function isNote(text: string, { end, mark, name }: Label, place: Place): boolean {
  const behind = text.slice(end, lineEnd(text, end, Math.min(text.length, end + LONGEST_LINE)));
  if (name.toLowerCase() === ALONE) return /[[({]/.test(mark) || (RULE.test(mark) && RULED_OFF.test(behind)) || (place !== 'within' && /^[*_ \t]*:/.test(behind));
  return place !== 'within' || FRAMED.test(mark) || !(BULLET.test(mark) || MANY.test(name) || (mark !== '' && MARKS_ALONE.test(behind)));
}

/** The note that a label begins, with the blank lines below it. */
function noteAt({ text, quotes }: Prose, label: Label, place: Place): Range {
  const last = quotes.find(({ start }) => start > label.end)?.start ?? text.length;
  const to = closedAt(text, label) ?? (place === 'below' ? last : openEnd(text, label.end, place, last));
  return { start: label.from, end: skipSpace(text, to, last) };
}

/** Where a note ends that stands in the brackets of its label: `[Internal: refund approved by Jo]`. */
function closedAt(text: string, { end, mark }: Label): number | undefined {
  const closing = CLOSED_BY[/[[({]/.exec(mark)?.[0] ?? ''];
  if (closing === undefined) return undefined;
  const close = text.slice(end, end + LONGEST_CLOSED).indexOf(closing);
  const inside = text.slice(end, end + close);
  if (close < 0 || MARKS_ALONE.test(inside) || paragraphEnd(inside, 0) < close) return undefined;
  return end + close + (/^[\])}*_]+/.exec(text.slice(end + close, end + close + LONGEST_LINE))?.[0].length ?? 0);
}

/** Where a note ends that nothing closes; a label with a paragraph to itself is the title of the next one. */
function openEnd(text: string, from: number, place: Place, last: number): number {
  const paragraph = Math.min(last, paragraphEnd(text, from));
  const greeting = greetingBelow(text, from, place === 'above' ? last : paragraph);
  if (greeting !== undefined) return greeting;
  return MARKS_ALONE.test(text.slice(from, paragraph)) ? Math.min(last, paragraphEnd(text, skipSpace(text, paragraph, last))) : paragraph;
}

function paragraphEnd(text: string, from: number): number {
  return from + (/\r?\n[ \t]*\r?\n|$/.exec(text.slice(from))?.index ?? 0);
}

/** Where the line begins that greets. */
function greetingBelow(text: string, from: number, to: number): number | undefined {
  for (const { 0: line, 1: words = '', index } of text.slice(from, to).matchAll(/\n[ \t]*([^\n]{1,120})/g)) if (GREETING.test(words)) return from + index + line.length - words.length;
  return undefined;
}

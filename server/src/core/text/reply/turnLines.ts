import { later } from '../../later.js';
import { lineEnd, nextLine, trimEnd } from '../chars.js';
import type { Line } from '../markdown/line.js';
import { GREETING } from './greeting.js';
import { isLabel } from './labels.js';
import { opensWithWord } from './loneWords.js';
import { CLOCK, DAY } from './mailHeads.js';

/** A line that begins what somebody says in a pasted talk. */
export interface TurnLine {
  /** As the line has it; empty where a chat program tells of something (`*** Dana joined ***`). */
  readonly speaker: string;
  /** Where what is said begins; the end of the line where the name stands alone. */
  readonly words: number;
  /** Whether it says when. */
  readonly stamped: boolean;
  /** Whether the name stands alone, and the words below. */
  readonly alone: boolean;
}

const MARKS = '[*_]{0,3}';
const NAME_PART = "[\\p{L}\\d'’.&-]*";
/** `Raj`, `Raj Patel`, `Visitor 82417733`, `Nina from Support`, `Raj Patel (Customer)`. */
const PERSON = `\\p{Lu}${NAME_PART}(?: (?:[\\p{Lu}\\d]${NAME_PART}|from|at|via|of|de|van|von|der)){0,4}`;
const BESIDE = '(?: ?\\([^()\\n]{1,30}\\))?';
/** As somebody may be called in small letters without being taken for a word of a sentence. */
const SMALL_ROLE = '(?:me|you|agent|support|customer|cust|client|visitor|guest|caller|user|bot)';
const WHO = `(?:${PERSON}|${SMALL_ROLE})${BESIDE}`;
/** Beside a time, any one word, and a telephone number. */
const ANYONE = `(?:${PERSON}|[^\\s:|*[\\]()]{2,30}|\\+[\\d ()-]{8,20})${BESIDE}`;
const STAMP = `(?:(?:[Yy]esterday|[Tt]oday|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*|${DAY})(?:,| at)? ?)?${CLOCK}(?!\\p{L})(?: (?:GMT|UTC|[A-Z]{2,4}T)\\b)?`;
const AGO = '(?:\\d{1,3}|[Aa]n?) (?:min|minute|hour|hr|day|week|month)s? ago';
const SAID = '(?:\\s(?:added a (?:public |private )?(?:comment|note|reply)|commented|replied|responded|reported|wrote)(?: on)?)?';

const STAMP_FIRST = later(() => new RegExp(`^\\u200e?[[(]?${STAMP}[\\])]?\\s*(?:[-–—|•·]\\s*)?(?:~\\s?)?${MARKS}(${ANYONE})${MARKS}\\s?:${MARKS}(?=\\s|$)`, 'u'));
const STAMP_BEHIND = later(() => new RegExp(`^${MARKS}(${WHO})${MARKS},?\\s*[([]?${STAMP}[)\\]]?${MARKS}\\s?:${MARKS}(?=\\s|$)`, 'u'));
const BARE = later(() => new RegExp(`^${MARKS}(${WHO})${MARKS}\\s?:${MARKS}(?=\\s|$)`, 'u'));
/** Each with what its lines look like at a glance: to make the whole patterns takes milliseconds, which most texts are spared. */
const HEADS = [
  { glance: /^\u200e?[[(]/, whole: later(() => new RegExp(`^\\u200e?[[(]${STAMP}[\\])]\\s*${MARKS}(${WHO})${MARKS}$`, 'u')) },
  { glance: /[-–—|•·]/, whole: later(() => new RegExp(`^${DAY}(?:,| at)? ${CLOCK}\\s*[-–—|•·]\\s*${MARKS}(${WHO})${MARKS}$`, 'u')) },
  { glance: /(?:[\dA-Zm]|m\.|M\.| ago)[)\]]?:?$/, whole: later(() => new RegExp(`^${MARKS}(${WHO})${MARKS}${SAID}(?:\\s*[-–—|•·,:])?\\s+[[(]?(?:${STAMP}|${AGO})[)\\]]?:?$`, 'u')) },
];
const NAME_ALONE = later(() => new RegExp(`^${MARKS}(${WHO})${MARKS}$`, 'u'));
const STAMP_ALONE = later(() => new RegExp(`^(?:${STAMP}|${AGO})$`, 'u'));
const STAMPED = later(() => new RegExp(`^\\u200e?[[(]?${STAMP}[\\])]?`, 'u'));

/** `Chat started: 23 Nov, 10:31`, `Conversation with Raj`. */
const TITLE = /^[*_#\s-]*(?:chat|conversation|transcript|whatsapp|messages?)\b[^.?!]{0,80}$/i;

/** What is in each line that says when, or sets a name apart from words: of most lines this is all that needs to be asked, where each of the patterns took as long. */
const SAYS_WHEN_OR_WHO = /[\d:]| ago\b/;

/** What is in all stamps. */
const SAYS_TIME = /\d[:.]\d\d| ago\b/;
/** Brackets, a figure, or the beginning of a day's or month's name. */
const MAY_BE_STAMP = /^\u200e?[[(]?(?:\d|[YyTtMWFSJAND]|Oct).*\d[:.]\d\d/s;
/** What stands behind all who speak on the same line. */
const COLON_BEHIND = /:[*_]{0,3}(?:\s|$)/;

/** As much of a line as tells who speaks. */
const LONGEST_HEAD = 100;

/** Reads a line as the head of a turn; undefined where it is a line like any other. @param text in which a name may stand alone above the time */
export function turnLine(text: string, line: Line): TurnLine | undefined {
  const content = text.slice(line.first, Math.min(line.end, line.first + LONGEST_HEAD));
  const whole = line.end - line.first > LONGEST_HEAD ? '' : content.trimEnd();
  if (!SAYS_WHEN_OR_WHO.test(content)) return nameAbove(text, line, whole);
  const hasColon = COLON_BEHIND.test(content);
  const said = hasColon && SAYS_TIME.test(content) ? (STAMP_FIRST().exec(content) ?? STAMP_BEHIND().exec(content)) : undefined;
  if (said) return spoken(line, said, true);
  const head = headAlone(text, line, whole);
  if (head) return head;
  if (MAY_BE_STAMP.test(content) && STAMPED().test(content)) return { speaker: '', words: line.end, stamped: true, alone: false };
  return hasColon ? bare(line, content) : undefined;
}

function bare(line: Line, content: string): TurnLine | undefined {
  const said = BARE().exec(content);
  return said ? spoken(line, said, false) : undefined;
}

function spoken(line: Line, { 0: head, 1: speaker = '' }: RegExpExecArray, stamped: boolean): TurnLine | undefined {
  if (isNobody(speaker)) return undefined;
  const words = line.first + head.length;
  return { speaker, words, stamped, alone: words >= line.end };
}

function headAlone(text: string, line: Line, content: string): TurnLine | undefined {
  for (const { glance, whole } of SAYS_TIME.test(content) ? HEADS : []) {
    const speaker = glance.test(content) ? whole().exec(content)?.[1] : undefined;
    if (speaker !== undefined) return isNobody(speaker) ? undefined : { speaker, words: line.end, stamped: true, alone: true };
  }
  return nameAbove(text, line, content);
}

/** A name alone, where the line below says when. */
function nameAbove(text: string, line: Line, content: string): TurnLine | undefined {
  const speaker = NAME_ALONE().exec(content)?.[1];
  if (speaker === undefined || isNobody(speaker)) return undefined;
  const end = trimEnd(text, line.next, lineEnd(text, line.next, text.length));
  return end - line.next < LONGEST_HEAD && STAMP_ALONE().test(text.slice(line.next, end).trim()) ? { speaker, words: nextLine(text, end, text.length), stamped: true, alone: true } : undefined;
}

/** Whether what stands where a name does is no name: a label, a greeting, a word that stands alone elsewhere. */
function isNobody(speaker: string): boolean {
  return isLabel(speaker) || GREETING.test(speaker) || opensWithWord(speaker);
}

/** Whether a line is what programs write above a talk. */
export function isTalkTitle(text: string, { first, end }: Line): boolean {
  return TITLE.test(text.slice(first, end).trimEnd());
}

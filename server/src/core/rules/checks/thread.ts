import { commitmentIn } from '../../anatomy/commitment.js';
import { dateAfter, dueDay, dueInWords } from '../../anatomy/due.js';
import { moveOf } from '../../anatomy/moves.js';
import type { Prose } from '../../text/prose.js';
import type { Range } from '../../types.js';
import type { Check } from '../check.js';

/** What the front matter says of the ticket, held against the draft. */

/** A promise with a date that is later than the front matter's `due`. */
export const promiseAfterDue: Check = ({ reading: { prose, body }, program }) => {
  const due = prose.frontMatter.get('due');
  if (due === undefined) return [];
  return body.flatMap((sentence) => {
    const when = moveOf(sentence) === 'commit' ? commitmentIn(sentence, program)?.when : undefined;
    const late = when && dateAfter(prose.text.slice(when.start, when.end), due);
    return when && late ? [{ start: when.start + late.start, end: when.start + late.end, extra: { due: dueInWords(due), day: dueDay(due) } }] : [];
  });
};

/** What is numbered by a desk, and how a number is told from a count: "my request is 500 seats", "my reference is 4411" may be anything. */
const CASE = String.raw`(?:support\s+)?(?:(?:ticket|case|incident)(?:\s+(?:is|has|no\.?|number|id|reference))*:?\s*|(?:request|reference|enquiry)(?:(?:\s+(?:is|has))*\s+(?:no\.?|number|id|reference)(?:\s+is)?:?\s*|:?\s*(?=#)))(#?(?:[a-z]{2,8}-?)?\d{3,12})\b`;
const NUMBER = new RegExp(String.raw`\b(?:your|this|the)\s+${CASE}`, 'gi');
/** "My ticket is 88213", as customers write. */
const MY_NUMBER = new RegExp(String.raw`\b(?:my|our|about|on|ref\.?|regarding)\s+${CASE}`, 'gi');
/** "for ticket #88231", or "Ticket INC0088231:" at the start of a sentence. */
const BARE_NUMBER = /(?:\b(?:for|regarding|re:?)\s+|^|[.!?\n][ \t]*)(?:ticket|case|incident)(?:\s+(?:no\.?|number|id))?:?\s*(#?(?:[a-z]{2,8}-?)?\d{4,12})\b/gi;

/** Words by which a new ticket is told from the one that was written about. */
const ANOTHER = /\b(?:new|opened|created|logged|raised|moved|merged|duplicate|other|another|second|instead|replaces|linked)\b/i;
/** How far from a number they stand, in UTF-16 code units. */
const NEAR = 60;
/** As much of a quotation as is looked at. */
const MOST_READ = 8_000;

/** The number of another ticket than the front matter's, or than the only one that the quoted message names. Where both are named, one is told about the other. */
export const otherTicket: Check = ({ reading: { prose } }) => {
  const known = prose.frontMatter.get('ticket');
  const isNumber = known === undefined ? isTellingAlone : isTelling;
  const named = prose.blocks.flatMap(({ start, end }) => numbersIn(prose.text.slice(start, end), start)).filter(isNumber);
  if (named.length === 0) return [];
  const quoted = prose.quotes.flatMap(({ start, end }) => quotedNumbers(prose.text.slice(start, Math.min(end, start + MOST_READ))));
  const ticket = known ?? onlyOne(quoted.filter(isNumber))?.number;
  const own = ticket && digitsOf(ticket);
  if (!ticket || !own || named.some(({ number }) => [ticket, ...quoted.map((one) => one.number)].some((one) => digitsOf(one) === digitsOf(number)))) return [];
  // What customers quote may be of another kind, and there may be a new one by now.
  if (known === undefined && named.some((one) => isAnother(one, prose) || shapeOf(one.number) !== shapeOf(ticket))) return [];
  return named.map(({ start, end, number }) => ({ start, end, extra: { ticket: number.startsWith('#') && !ticket.startsWith('#') ? `#${ticket}` : ticket } }));
};

/** `Subject: Re: [#88213] Refund`, `[Ticket 88213]` */
const IN_SUBJECT = /^[> ]*\**subject\**:.{0,80}?[[(](?:(?:ticket|case|request)[ :]{0,2})?(#?(?:[a-z]{2,8}-?)?\d{3,12})[\])]/gim;

/** The numbers of tickets that a quoted message names, in its subject or its words. */
function quotedNumbers(quotation: string): readonly Named[] {
  return [...numbersIn(quotation, 0), ...[IN_SUBJECT, MY_NUMBER].flatMap((pattern) => numbersOf(pattern, quotation, 0))];
}

function onlyOne(numbers: readonly Named[]): Named | undefined {
  return new Set(numbers.map(({ number }) => digitsOf(number))).size === 1 ? numbers[0] : undefined;
}

/** A year, a day or a telephone number. */
const NO_NUMBER = /^(?:(?:19|20)\d\d|(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|0\d{8,}|\d{10,})$/;

/** Whether it can be a ticket's, where the front matter names one: it is called a number, or looks like nothing else. */
function isTelling({ number, isCalledSo }: Named): boolean {
  return isCalledSo || !NO_NUMBER.test(number);
}

/** Whether it is clearly a ticket's, where nothing but the text tells: by its mark, or by its length. */
function isTellingAlone({ number }: Named): boolean {
  return /^\D/.test(number) || (number.length >= 5 && !NO_NUMBER.test(number));
}

/** Whether the writer's words round a number tell of another ticket. */
function isAnother({ start, end }: Range, { text, quotes }: Prose): boolean {
  const from = Math.max(0, start - NEAR, ...quotes.filter((quote) => quote.end <= start).map((quote) => quote.end));
  const to = Math.min(end + NEAR, ...quotes.filter((quote) => quote.start >= end).map((quote) => quote.start));
  return ANOTHER.test(text.slice(from, to));
}

/** Letters, and how many digits: what tells numbers of one kind from those of another. */
function shapeOf(number: string): string {
  return number.replace(/^#/, '').toLowerCase().replace(/\d/g, '0');
}

/** A number, where it stands. */
interface Named extends Range {
  readonly number: string;
  /** "Ticket number 4812" */
  readonly isCalledSo: boolean;
}

const NONE: readonly Named[] = [];

/** The numbers of tickets that a passage names. To look for digits first spares nearly all passages the patterns, which took a sixtieth of a reply's time. */
function numbersIn(passage: string, offset: number): readonly Named[] {
  if (!/\d{3}/.test(passage)) return NONE;
  return [NUMBER, BARE_NUMBER].flatMap((pattern) => numbersOf(pattern, passage, offset));
}

function numbersOf(pattern: RegExp, passage: string, offset: number): readonly Named[] {
  return [...passage.matchAll(pattern)].map(({ 0: all, 1: number = '', index }) => {
    const end = offset + index + all.trimEnd().replace(/[\])]$/, '').length;
    return { number, start: end - number.length, end, isCalledSo: /\b(?:no\.?|number|id|reference)[\s:]/i.test(all) };
  });
}

function digitsOf(number: string): string {
  return number.replace(/\D/g, '').replace(/^0+/, '');
}

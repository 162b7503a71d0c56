import { commitmentIn } from '../../anatomy/commitment.js';
import { dateAfter, dueDay, dueInWords } from '../../anatomy/due.js';
import { moveOf } from '../../anatomy/moves.js';
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

const NUMBER = /\b(?:your|this|the)\s+(?:support\s+)?(?:ticket|case|request|reference|incident|enquiry)(?:\s+(?:no\.?|number|id|reference|is|has))*:?\s*(#?(?:[a-z]{2,8}-?)?\d{3,12})\b/gi;
/** "My ticket is 88213", as customers write. */
const MY_NUMBER = /\b(?:my|our|about|on|ref\.?|regarding)\s+(?:support\s+)?(?:ticket|case|request|reference|incident|enquiry)(?:\s+(?:no\.?|number|id|reference|is|has))*:?\s*(#?(?:[a-z]{2,8}-?)?\d{3,12})\b/gi;
/** "for ticket #88231", or "Ticket INC0088231:" at the start of a sentence. */
const BARE_NUMBER = /(?:\b(?:for|regarding|re:?)\s+|^|[.!?\n]\s*)(?:ticket|case|incident)(?:\s+(?:no\.?|number|id))?:?\s*(#?(?:[a-z]{2,8}-?)?\d{4,12})\b/gi;

/** Words by which a new ticket is told from the one that was written about. */
const ANOTHER = /\b(?:new|opened|created|logged|raised|moved|merged|duplicate|other|another|second|instead|replaces|linked)\b/i;
/** As much of a quotation as is looked at. */
const MOST_READ = 8_000;

/** The number of another ticket than the front matter's, or than the only one that the quoted message names. Where both are named, one is told about the other. */
export const otherTicket: Check = ({ reading: { prose } }) => {
  const named = prose.blocks.flatMap(({ start, end }) => numbersIn(prose.text.slice(start, end), start));
  if (named.length === 0) return [];
  const known = prose.frontMatter.get('ticket');
  const quoted = prose.quotes.flatMap(({ start, end }) => quotedNumbers(prose.text.slice(start, Math.min(end, start + MOST_READ))));
  const ticket = known ?? onlyOne(quoted);
  const own = ticket && digitsOf(ticket);
  if (!ticket || !own || named.some(({ number }) => [ticket, ...quoted].some((one) => digitsOf(one) === digitsOf(number)))) return [];
  // What customers quote may be of another kind, and there may be a new one by now.
  if (known === undefined && (ANOTHER.test(prose.blocks.map(({ start, end }) => prose.text.slice(start, end)).join('\n')) || named.some(({ number }) => shapeOf(number) !== shapeOf(ticket)))) return [];
  return named.map(({ start, end, number }) => ({ start, end, extra: { ticket: number.startsWith('#') && !ticket.startsWith('#') ? `#${ticket}` : ticket } }));
};

/** `Subject: Re: [#88213] Refund`, `[Ticket 88213]` */
const IN_SUBJECT = /^[> ]*\**subject\**:.{0,80}?[[(](?:(?:ticket|case|request)[ :]{0,2})?(#?(?:[a-z]{2,8}-?)?\d{3,12})[\])]/gim;

/** The numbers of tickets that a quoted message names, in its subject or its words. */
function quotedNumbers(quotation: string): readonly string[] {
  return [...numbersIn(quotation, 0).map(({ number }) => number), ...[...quotation.matchAll(IN_SUBJECT)].map(([, number = '']) => number), ...[...quotation.matchAll(MY_NUMBER)].map(([, number = '']) => number)];
}

function onlyOne(numbers: readonly string[]): string | undefined {
  return new Set(numbers.map(digitsOf)).size === 1 ? numbers[0] : undefined;
}

/** Letters, and how many digits: what tells numbers of one kind from those of another. */
function shapeOf(number: string): string {
  return number.replace(/^#/, '').toLowerCase().replace(/\d/g, '0');
}

/** The numbers of tickets that a passage names, where they stand. */
function numbersIn(passage: string, offset: number): readonly (Range & { readonly number: string })[] {
  return [NUMBER, BARE_NUMBER].flatMap((pattern) => [...passage.matchAll(pattern)]).map(({ 0: all, 1: number = '', index }) => {
    const end = offset + index + all.length;
    return { number, start: end - number.length, end };
  });
}

function digitsOf(number: string): string {
  return number.replace(/\D/g, '').replace(/^0+/, '');
}

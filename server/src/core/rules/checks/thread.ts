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
/** "for ticket #88231", or "Ticket INC0088231:" at the start of a sentence. */
const BARE_NUMBER = /(?:\b(?:for|regarding|re:?)\s+|^|[.!?\n]\s*)(?:ticket|case|incident)(?:\s+(?:no\.?|number|id))?:?\s*(#?(?:[a-z]{2,8}-?)?\d{4,12})\b/gi;

/** The number of another ticket than the front matter's. Where both are named, one is told about the other. */
export const otherTicket: Check = ({ reading: { prose } }) => {
  const ticket = prose.frontMatter.get('ticket');
  const own = ticket && digitsOf(ticket);
  if (!ticket || !own) return [];
  const named = prose.blocks.flatMap(({ start, end }) => numbersIn(prose.text.slice(start, end), start));
  if (named.some(({ number }) => digitsOf(number) === own)) return [];
  return named.map(({ start, end, number }) => ({ start, end, extra: { ticket: number.startsWith('#') && !ticket.startsWith('#') ? `#${ticket}` : ticket } }));
};

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

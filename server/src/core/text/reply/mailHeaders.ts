import type { Range } from '../../types.js';
import { trimEnd } from '../chars.js';
import { Line } from '../markdown/line.js';

/** What the line of a mail header is about. */
type Field = 'from' | 'sent' | 'date' | 'to' | 'subject' | 'other';

/** The headers of mail programs that speak English. */
const ENGLISH: Readonly<Record<Field, string>> = {
  from: 'from', sent: 'sent', date: 'date', to: 'to', subject: 'subject',
  other: 'cc bcc reply-to importance priority attachment attachments message-id in-reply-to re',
};
/** Those of others: German, French, Spanish, Portuguese, Dutch, Italian, Swedish, Danish. */
const FOREIGN: Readonly<Record<Field, string>> = {
  from: 'von de van da från fra',
  sent: 'gesendet envoyé enviado verzonden inviato skickat sendt',
  date: 'datum fecha data dato',
  to: 'an à para aan till til',
  subject: 'betreff objet asunto onderwerp oggetto assunto ämne emne',
  other: 'kopie',
};

const fieldsIn = (names: Readonly<Record<Field, string>>): [string, Field][] => Object.entries(names).flatMap(([field, words]) => words.split(' ').map((word): [string, Field] => [word, field as Field]));
const ENGLISH_FIELDS: ReadonlyMap<string, Field> = new Map(fieldsIn(ENGLISH));
const FIELDS: ReadonlyMap<string, Field> = new Map([...ENGLISH_FIELDS, ...fieldsIn(FOREIGN)]);

/** `From: Sam`, `**Sent:** Monday`, `Objet : …`, also quoted. */
const HEADER = (): RegExp => /^[>\s]*\**([\p{L}-]{1,14})\s?\**:\**[ \t]*(\S.*)?$/u;
/** Who writes `From: the menu, choose the folder.` writes a sentence. */
const SENTENCE = /^(?:\S+\s+){3,}\S+[.!?]$/;
const PERSON_AND_ADDRESS = /\S\s*[<([](?:mailto:)?[^\s@<>]+@[^\s<>]+[>)\]]/i;
const ANSWERS = /^(?:re|fwd?|aw|wg|tr|rv|antw|sv|vs)\s?:/i;

/** As much of a header line as is looked at, and of so many lines. */
export const LONGEST_HEADER = 300;
const MOST_LINES = 12;

interface Header {
  readonly field: Field;
  readonly value: string;
}

/** The header that a line is. */
function headerIn(line: string, fields = FIELDS): Header | undefined {
  const [, name = '', value = ''] = HEADER().exec(line) ?? [];
  const lower = name.toLowerCase();
  const field = fields.get(lower) ?? (lower.startsWith('x-') ? 'other' : undefined);
  if (!field || (field !== 'subject' && SENTENCE.test(value))) return undefined;
  return { field, value: value.trim() };
}

/** Whether a line is a header of a mail in English. */
export function isHeader(line: string): boolean {
  return headerIn(line, ENGLISH_FIELDS) !== undefined;
}

/** Whether a line is a header that begins no sentence, as `Re:` and `Date:` may. */
export function isSureHeader(line: string): boolean {
  const header = headerIn(line, ENGLISH_FIELDS);
  return header !== undefined && header.value !== '' && (header.field !== 'other' || !/^[>\s]*\**re\b/i.test(line)) && header.field !== 'date';
}

/** Whether a line says who a mail is from. */
export function isSender(line: string): boolean {
  return headerIn(line, ENGLISH_FIELDS)?.field === 'from';
}

/** The headers of a mail. */
export interface MailHeaders extends Range {
  /** Whether a journey's *From:*, *To:*, *Date:* and *Subject:* may look the same. */
  readonly isDoubtful: boolean;
  /** Whether nothing but *From:*, *Date:* and *To:* are there: below a letter they are a mail's, in it a journey's. */
  readonly isUnsure: boolean;
}

/** The headers of a mail that begin on the line at `from`; undefined where what stands there is a table of a journey, the settings of a filter, or no header at all. */
export function mailHeaders(text: string, from: number): MailHeaders | undefined {
  const found = new Map<Field, string>();
  const line = new Line(text, from, Math.min(text.length, from + MOST_LINES * LONGEST_HEADER));
  let end = from;
  for (let i = 0; i < MOST_LINES && line.advance(); i++) {
    if (isEmpty(text, line) && i > 0) continue;
    const content = text.slice(line.start, Math.min(line.end, line.start + LONGEST_HEADER));
    const header = headerIn(content);
    if (!header && !(found.size > 0 && content.includes('@') && /^[>\s]+\S/.test(content))) break;
    if (header && !found.has(header.field)) found.set(header.field, header.value);
    end = trimEnd(text, line.start, line.end);
  }
  const isSure = isMail(found);
  return isSure || (found.has('from') && found.has('date') && found.has('to')) ? { start: from, end, isDoubtful: isDoubtful(found), isUnsure: !isSure } : undefined;
}

function isEmpty(text: string, line: Line): boolean {
  return line.blank || /^[>\s]*$/.test(text.slice(line.start, Math.min(line.end, line.start + 20)));
}

/** A mail says who it is from, and has what only a mail has: when it was sent, a name with its address, or an answer's subject. */
function isMail(found: ReadonlyMap<Field, string>): boolean {
  const from = found.get('from');
  if (from === undefined || found.size < 2) return false;
  const subject = found.get('subject');
  const hasAddress = from.includes('@') || found.get('to')?.includes('@') === true;
  return found.has('sent') || (found.has('date') && (subject !== undefined || hasAddress)) || PERSON_AND_ADDRESS.test(from)
    || (subject !== undefined && (ANSWERS.test(subject) || (from.includes('@') && found.get('to')?.includes('@') === true)));
}

/** No address, no answer's subject, no hour: nothing that only mails have. */
function isDoubtful(found: ReadonlyMap<Field, string>): boolean {
  if (found.has('sent') || ANSWERS.test(found.get('subject') ?? '') || /\d[:.]\d\d/.test(found.get('date') ?? '')) return false;
  return ![...found.values()].some((value) => value.includes('@'));
}

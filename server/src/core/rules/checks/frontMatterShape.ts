import { readFrontMatter, type UnreadLine } from '../../text/frontMatter.js';
import { BOM, lineEnd } from '../../text/chars.js';
import type { Fix } from '../../types.js';
import type { Check, CheckHit } from '../check.js';
import { FIELDS, isLeftOpen } from './frontMatterFields.js';

/** A line of the front matter under a name that Deskside reads, or without its colon, that gives it no value: a list, or what is opened and never closed. */
export const frontMatterLines: Check = ({ reading: { prose: { text } } }) => readFrontMatter(text).unread.flatMap(hitOf);

function hitOf(line: UnreadLine): readonly CheckHit[] {
  const [first = ''] = line.written.toLowerCase().split(/\s/, 1);
  const field = line.name ?? first;
  if (!FIELDS.includes(field) || isLeftOpen(line.written.replace(/^\{(?!\{)|(?<!\})\}$/g, ''))) return [];
  const meant = meantBy(line, field);
  const wayOut = meant === undefined ? `it takes one value, as in “${field}: ${EXAMPLES[field] ?? '…'}”` : `write “${meant}”`;
  const { start, end } = line;
  const fixes: readonly Fix[] = meant === undefined ? [] : [{ title: `Write “${meant}”`, kind: 'suggestion', edits: [{ start, end, text: meant }] }];
  return [{ start, end, extra: { field, wayOut }, fixes }];
}

const EXAMPLES: Readonly<Record<string, string>> = { customer: 'Ana Ruiz', ticket: '4711', agent: 'Sam', due: '2026-06-12', channel: 'email', first_reply: 'false', kind: 'reply', audience: 'general' };

/** As long as a line may be for anybody to see what was meant. */
const LONGEST_VALUE = 200;

/** The line that was meant: the one value of a list, what stands in quotation marks that nothing closes, a name and what follows it. */
function meantBy({ name, written }: UnreadLine, field: string): string | undefined {
  if (written.length > LONGEST_VALUE) return undefined;
  const value = (name === undefined ? written.slice(field.length) : written).replace(/^[\s[{"']+|[\s\]}"']+$/g, '');
  return /^[^,;:&*![\]{}"]+$/.test(value) ? `${field}: ${value}` : undefined;
}

/** A front matter that nothing closes: all of it is read as part of the letter then, and sent with it. */
export const frontMatterEnd: Check = ({ reading: { prose: { text, frontMatter } } }) => {
  const start = text.charCodeAt(0) === BOM ? 1 : 0;
  if (frontMatter.size > 0 || readFrontMatter(text).end > start) return [];
  const block = OPENED.exec(text.slice(start, lineEnd(text, start + MOST_READ, text.length)));
  const [whole = '', fence = '', fields = ''] = block ?? [];
  if (!block || !fields.split('\n').some((line) => FIELDS.includes(line.toLowerCase().split(/\s*[:=]/, 1)[0] ?? ''))) return [];
  const at = start + whole.length;
  return [{ start, end: start + whole.trimEnd().length, extra: { fence }, fixes: [{ title: `Close it with ${fence}`, kind: 'suggestion', edits: [{ start: at, end: at, text: `${whole.endsWith('\n') ? '' : '\n'}${fence}\n` }] }] }];
};

/** As much of a text as may be front matter, and the rest of the line. */
const MOST_READ = 2_000;

/** A fence on a line of its own, and the fields below it, with what is indented below them. */
const OPENED = /^(---|\+\+\+)[ \t]*\r?\n((?:(?:[a-z_][\w-]*[ \t]*[:=]|[ \t]+\S)[^\n]*(?:\n|$))+)/i;

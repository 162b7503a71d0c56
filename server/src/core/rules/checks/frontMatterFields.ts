import { distance, nearest } from '../../nearest.js';
import type { Range } from '../../types.js';
import type { Check, CheckHit } from '../check.js';

/** Fields of a front matter that are nearly, but not quite, one that Deskside reads in a reply. Of short names, every other word is a slip away. */
export const frontMatterFields: Check = ({ reading: { prose: { frontMatter, text } } }) => {
  return [...frontMatter.keys()].flatMap((written): readonly CheckHit[] => {
    const meant = FIELDS.includes(written) ? undefined : fieldMeant(written);
    if (meant === undefined || frontMatter.has(meant)) return [];
    const place = fieldAt(text, written);
    return place ? [{ ...place.name, extra: { written: text.slice(place.name.start, place.name.end), meant } }] : [];
  });
};

/** A `due` that looks like a day and is none, or is not written as one is read. */
export const frontMatterDue: Check = ({ reading: { prose: { frontMatter, text } } }) => {
  const written = frontMatter.get('due');
  const [day, year, month = '', date = '', rest = ''] = DAY.exec(written ?? '') ?? [];
  if (written === undefined || day === undefined) return [];
  const meant = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const isDay = !Number.isNaN(Date.parse(meant)) && new Date(meant).getUTCDate() === Number(date);
  const value = fieldAt(text, 'due')?.value;
  if (!value || (isDay && written === meant + rest)) return [];
  const span = { start: value.start, end: value.start + day.length - rest.length };
  const fixes = isDay ? [{ title: `Write “${meant}”`, kind: 'suggestion' as const, edits: [{ ...span, text: meant }] }] : [];
  return [{ ...span, extra: { written: text.slice(span.start, span.end), because: isDay ? `a day is written ${meant}` : 'there is no such day' }, fixes }];
};

/** A `kb` that names no template, and is not nearly one: an article that is held against nothing. Numbers and answers are other tools’. */
export const frontMatterTemplate: Check = ({ templates, reading: { prose: { frontMatter, text, kind } } }) => {
  const written = frontMatter.get('kb') ?? '';
  const isName = kind === 'article' && /^[a-z]+(?:[-_/ ][a-z]+)*$/iu.test(written) && !/^(?:true|false|yes|no|on|off|none)$/iu.test(written);
  if (!isName || templates.names.includes(written.toLowerCase()) || nearest(written, templates.names) !== undefined) return [];
  const value = fieldAt(text, 'kb')?.value;
  return value ? [{ start: value.start, end: value.start + written.length, extra: { written, known: templates.names.filter((name) => !name.includes('/')).join(', ') } }] : [];
};

const DAY = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})([ T].*)?$/u;

const FIELDS: readonly string[] = ['kind', 'audience', 'channel', 'customer', 'ticket', 'agent', 'due', 'first_reply'];

/** The field that a name is one letter away from, or has all letters of. */
function fieldMeant(written: string): string | undefined {
  const name = written.replace(/[ -]/gu, '_');
  return FIELDS.find((field) => field.length >= SHORTEST && (distance(name, field) <= 1 || lettersOf(name) === lettersOf(field)));
}

const SHORTEST = 6;

function lettersOf(name: string): string {
  return [...name].sort().join('');
}

/** Where a field of the front matter stands: its name, and its value without quotation marks. */
function fieldAt(text: string, name: string): { readonly name: Range; readonly value: Range } | undefined {
  const line = new RegExp(`^${name}([ \\t]*[:=][ \\t]*["']?)([^"'\\n]*)`, 'im').exec(text);
  if (!line) return undefined;
  const start = line.index + name.length + (line[1]?.length ?? 0);
  return { name: { start: line.index, end: line.index + name.length }, value: { start, end: start + (line[2]?.length ?? 0) } };
}

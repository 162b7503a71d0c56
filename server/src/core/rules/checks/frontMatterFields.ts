import { isDue } from '../../anatomy/due.js';
import { distance, nearest } from '../../nearest.js';
import type { Range } from '../../types.js';
import type { Check, CheckHit } from '../check.js';
import { wordMeant } from './frontMatterWords.js';

/** Fields of a front matter that are nearly, but not quite, one that Deskside reads there. Of short names, every other word is a slip away. */
export const frontMatterFields: Check = ({ templates, reading: { prose: { frontMatter, text, kind } } }) => {
  return [...frontMatter].flatMap(([written, value]): readonly CheckHit[] => {
    const meant = kind === 'article' ? templateField(written, value, templates.names) : fieldMeant(written);
    if (meant === undefined || frontMatter.has(meant)) return [];
    const place = fieldAt(text, written);
    return place ? [{ ...place.name, extra: { written: text.slice(place.name.start, place.name.end), meant, whose: kind === 'article' ? 'an article’s' : 'a reply’s' } }] : [];
  });
};

/** A `due` that no promise can be held against: no day at all, none of the calendar, or one not written as it is read. */
export const frontMatterDue: Check = ({ reading: { prose: { frontMatter, text } } }) => {
  const written = frontMatter.get('due');
  if (written === undefined || isDue(written) || isLeftOpen(written)) return [];
  const value = fieldAt(text, 'due')?.value;
  if (!value) return [];
  const match = DAY.exec(written);
  const span = { start: value.start, end: value.start + (match?.[0] ?? written).length };
  const days = match ? daysOf(match.slice(1)) : undefined;
  const [meant, other] = days ?? [];
  const fixes = meant !== undefined && other === undefined ? [{ title: `Write “${meant}”`, kind: 'suggestion' as const, edits: [{ ...span, text: meant }] }] : [];
  return [{ ...span, extra: { written: text.slice(span.start, span.end), because: dueHelp(days) }, fixes }];
};

/** The days, year first, that numbers may mean: those of a day with its year at the end may be turned round. */
function daysOf([year, month, date, first, second, lastYear]: readonly (string | undefined)[]): readonly string[] {
  const iso = (...[y = '', m = '', d = '']: readonly (string | undefined)[]): string => `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  const all = year === undefined ? [iso(lastYear, second, first), iso(lastYear, first, second)] : [iso(year, month, date)];
  return [...new Set(all)].filter(isDue);
}

/** The way out. @param days those that may be meant; undefined where nothing looks like one */
function dueHelp(days: readonly string[] | undefined): string {
  if (!days) return 'write the day in numbers, the year first, as in 2026-06-12';
  return days.length === 0 ? 'there is no such day' : `write ${days.map((day) => `“${day}”`).join(' or ')}`;
}

/** A `first_reply` that is neither yes nor no. */
export const frontMatterAnswer: Check = ({ reading: { prose: { frontMatter, text } } }) => {
  const written = frontMatter.get('first_reply');
  if (written === undefined || ANSWERS.includes(written.toLowerCase()) || isLeftOpen(written)) return [];
  const start = fieldAt(text, 'first_reply')?.value.start;
  if (start === undefined) return [];
  const span = { start, end: start + written.length };
  const meant = nearest(written, ANSWERS);
  return [{ ...span, extra: { written }, fixes: meant === undefined ? [] : [{ title: `Write “${meant}”`, kind: 'suggestion', edits: [{ ...span, text: meant }] }] }];
};

const ANSWERS: readonly string[] = ['true', 'false', 'yes', 'no', 'on', 'off'];

/** A `channel` that is none, and is not nearly one. Numbers and keys are other tools’. */
export const frontMatterChannel: Check = ({ rule: { words = {}, plain = {} }, reading: { prose: { frontMatter, text } } }) => {
  const written = frontMatter.get('channel');
  if (written === undefined || isLeftOpen(written) || !NAME.test(written)) return [];
  const known = words['channel'] ?? [];
  const isKnown = [...known, ...words['elsewhere'] ?? []].includes(written.toLowerCase()) || wordMeant(written, known) !== undefined;
  const start = fieldAt(text, 'channel')?.value.start;
  if (start === undefined || isKnown) return [];
  const span = { start, end: start + written.length };
  const like = plain[written.toLowerCase()];
  return [{ ...span, extra: { written, known: known.join(', ') }, fixes: like === undefined ? [] : [{ title: `Write “${like}”`, kind: 'suggestion', edits: [{ ...span, text: like }] }] }];
};

/** Whether a value is a placeholder that is yet to be filled in, or a word for nothing. */
export function isLeftOpen(value: string): boolean {
  return /[{}<>$%]|^(?:null|none|n\/a|~|-)$/i.test(value);
}

/** A `kb` that names no template, and is not nearly one: an article that is held against nothing. Numbers and answers are other tools’. */
export const frontMatterTemplate: Check = ({ templates, reading: { prose: { frontMatter, text, kind } } }) => {
  const written = frontMatter.get('kb') ?? '';
  const isName = kind === 'article' && NAME.test(written) && !/^(?:true|false|yes|no|on|off|none)$/i.test(written);
  if (!isName || templates.names.includes(written.toLowerCase()) || nearest(written, templates.names) !== undefined) return [];
  const value = fieldAt(text, 'kb')?.value;
  return value ? [{ start: value.start, end: value.start + written.length, extra: { written, known: templates.names.filter((name) => !name.includes('/')).join(', ') } }] : [];
};

/** Words alone. */
const NAME = /^[a-z]+(?:[-_/ ][a-z]+)*$/i;

const DAY = /^(?:(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})|(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}))(?=$|[ T])/u;

/** What Deskside reads in the front matter of a reply. */
export const FIELDS: readonly string[] = ['kind', 'audience', 'channel', 'customer', 'ticket', 'agent', 'due', 'first_reply'];

/** The field that a name is one letter away from, or has all letters of. */
function fieldMeant(written: string): string | undefined {
  if (FIELDS.includes(written)) return undefined;
  const name = written.replace(/[ -]/gu, '_');
  return FIELDS.find((field) => field.length >= SHORTEST && (distance(name, field) <= 1 || lettersOf(name) === lettersOf(field)));
}

/** Other tools keep much in an article's front matter; a template's name is ours. */
function templateField(written: string, value: string, templates: readonly string[]): string | undefined {
  return written !== 'kb' && templates.includes(value.toLowerCase()) && distance(written, 'kb') <= 1 ? 'kb' : undefined;
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

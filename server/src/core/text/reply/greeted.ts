import { GREETING } from './frame.js';

/** As much of a line as may be a greeting, in UTF-16 code units. */
export const A_GREETING = 80;

/** The words of a greeting that are nobody's name. */
const NOBODY = new Set(['there', 'all', 'again', 'everyone', 'everybody', 'both', 'team', 'folks', 'guys', 'sir', 'madam', 'ma’am']);

/** Whom the first line from an offset on greets: the words of the names, in small letters; none where it greets nobody by name, or leaves the name to be filled in. */
export function greetedAt(text: string, from: number): readonly string[] {
  const [line = ''] = text.slice(from, from + A_GREETING).trimStart().split(/[\r\n,!]/, 1);
  if (!GREETING.test(line) || /[{}$<>[\]]/.test(line)) return [];
  return (line.replace(GREETING, '').toLowerCase().match(/[\p{L}'’-]+/gu) ?? []).filter((word) => !NOBODY.has(word));
}

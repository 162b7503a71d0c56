import { nearest } from '../../nearest.js';
import type { Check, CheckInput } from '../check.js';

/** Of shorter words, every other word is a slip away (node, chart). */
const SHORTEST = 5;

/** Words under names that Deskside reads in the front matter and that are nearly, but not quite, what it knows. Other tools keep words of their own there. */
export const frontMatterWords: Check = (input) => {
  const { frontMatter, text } = input.reading.prose;
  if (frontMatter.size === 0) return [];
  return Object.entries(wordsKnown(input)).flatMap(([field, known]) => {
    const written = frontMatter.get(field);
    if (written === undefined || known.includes(written.toLowerCase()) || !/^[\w/-]+$/.test(written)) return [];
    const meant = wordMeant(written, known);
    const start = meant === undefined ? -1 : placeOf(text, field, written);
    return start < 0 ? [] : [{ start, end: start + written.length, extra: { field, written, meant: meant ?? '', known: known.filter((one) => !one.includes('/')).join(', ') } }];
  });
};

/** The word that one with a slip of the hand in it means. */
export function wordMeant(written: string, known: readonly string[]): string | undefined {
  return nearest(written, known.filter(({ length }) => length >= SHORTEST));
}

/** The fields and their words; the rule knows the lists, the packs the templates. */
function wordsKnown({ rule: { words = {} }, templates, reading: { prose } }: CheckInput): Readonly<Record<string, readonly string[]>> {
  return { ...words, ...(prose.kind === 'article' && { kb: templates.names }) };
}

function placeOf(text: string, field: string, written: string): number {
  const line = new RegExp(`^${field}[ \\t]*[:=][^\\n]*`, 'im').exec(text);
  return line ? line.index + line[0].indexOf(written, field.length) : -1;
}

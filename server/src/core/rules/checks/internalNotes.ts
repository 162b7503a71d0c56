import { readFrontMatter } from '../../text/frontMatter.js';
import { GREETING } from '../../text/reply/greeting.js';
import type { Range } from '../../types.js';
import type { Check } from '../check.js';

/** What a note begins with, beside what may stand around a label: brackets, emphasis, rules. */
const NAMES = ['internal (?:notes?|comments?|memo|remarks?)', '(?:private|agent|staff|handover) (?:note|comment|memo)', '(?:for )?internal use(?: only)?', 'internal only', 'not for (?:the )?(?:customer|client)s?', '(?:do not|don[’\']t) (?:send|forward|show) (?:this |it )?to (?:the )?(?:customer|client)', 'note (?:for|to) (?:the )?(?:team|agents?|colleagues?|staff|next (?:agent|shift))'];
/** Alone, the word may as well speak of a disk or a medicine: only in brackets, or above everything else, it speaks of a note. */
const ALONE = 'internal';
const LABEL = new RegExp(`^[ \\t]*([\\[({#*_=~|–—-][\\[({#*_=~|–— -]{0,7})?(${[...NAMES, ALONE].join('|')})(?=[ \\t]*(?:[\\])}:*_=~|–—-]|$))`, 'gimu');
const LONGEST_LINE = 120;

/**
 * Notes for colleagues among the customer's words: `[Internal note]`, `Internal note: …`, `--- INTERNAL ONLY ---`. A note above
 * the greeting goes as far as the greeting, any other to the end of its paragraph.
 */
export const internalNotes: Check = ({ reading: { prose } }) => {
  const { text, quotes, comments, kind } = prose;
  if (kind === 'note') return [];
  const top = readFrontMatter(text).end;
  const others = [{ start: 0, end: top }, ...quotes, ...comments];
  return [...text.matchAll(LABEL)].flatMap(({ index, 0: head, 1: mark = '', 2: label = '' }) => {
    const end = index + head.length;
    const start = end - label.length;
    if (others.some((one) => one.start <= start && start < one.end)) return [];
    const isFirst = text.slice(top, index).trim() === '';
    if (label.toLowerCase() === ALONE && !/[[({]/.test(mark) && !(isFirst && /^[*_ \t]*:/.test(text.slice(end, end + LONGEST_LINE)))) return [];
    return [{ start, end, spans: { note: noteAt(text, { start: index, end }, mark, isFirst) } }];
  });
};

/** The note that a label begins, with the blank lines below it. @param mark what stands before its name */
function noteAt(text: string, { start, end }: Range, mark: string, isFirst: boolean): Range {
  const paragraph = /\r?\n[ \t]*\r?\n|$/.exec(text.slice(end));
  const last = end + (paragraph?.index ?? 0);
  const isClosed = /[[({]/.test(mark) && /^[^\])}]{3,}[\])}]+[ \t]*(?:\r?\n|$)/.exec(text.slice(end, last));
  const greeting = isClosed ? -1 : greetingBelow(text, end, isFirst ? text.length : last);
  const to = isClosed ? end + isClosed[0].length : greeting < 0 ? last : greeting;
  return { start, end: to + (/^\s*/.exec(text.slice(to))?.[0].length ?? 0) };
}

/** Where the line begins that greets, or -1. */
function greetingBelow(text: string, from: number, to: number): number {
  for (const line of text.slice(from, to).matchAll(/\n[ \t]*([^\n]{1,120})/g)) if (GREETING.test(line[1] ?? '')) return from + line.index + line[0].length - (line[1] ?? '').length;
  return -1;
}

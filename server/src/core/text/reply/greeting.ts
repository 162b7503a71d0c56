import { letters } from '../../generated/letters.js';
import { later } from '../../later.js';

/** The words that greet at the start of a line. “Morning” is one of them where a name or a sign follows. */
export const GREETING = /^(?:@[\w.-]+,?\s+)?(?:hi|hiya|hello|hey|hallo|dear|greetings|howdy|good\s+(?:morning|afternoon|evening|day)|(?:morning|afternoon|evening)(?=[ \t]+@?[a-z\u00c0-\u1fff]?[\w.-]+[,!]|[ \t]*[,!]))\b/i;

/** How much of a line is read as a greeting, in UTF-16 code units. */
export const A_GREETING = 80;

/** What follows where a line is a greeting and little else: the end of the line, or a comma. */
const NOTHING_MORE = /^(?:[^.!?:\n]{0,40}[,!]|[^.!?:,\n]{0,40}$)/;
/** What stands between “Hi” and a name: “Hi again, Sam”. */
const BEFORE_NAME = /^[\s,]*(?:(?:there|again)\s+)?/i;
const NOBODY = later(() => new RegExp(`^(?:${letters.nobody})$`));

/** Whether a line greets and says nothing else, as the first line of a reply does. */
export function isGreetingLine(line: string): boolean {
  const word = GREETING.exec(line);
  return word !== null && NOTHING_MORE.test(line.slice(word[0].length));
}

/** Where a name may begin in a greeting, behind “Hi” or “Good morning again”; 0 where nobody is greeted. */
export function nameStart(greeting: string): number {
  const word = GREETING.exec(greeting)?.[0] ?? '';
  return word === '' ? 0 : word.length + (BEFORE_NAME.exec(greeting.slice(word.length))?.[0].length ?? 0);
}

/** Whether a word of a greeting is no part of a name, though a greeting may write it with a capital. */
export function namesNobody(word: string): boolean {
  return NOBODY().test(word.toLowerCase());
}

/** The names, in lower-case words, that the first line from an offset on greets; none where it greets nobody by name, or leaves the name to be filled in. */
export function greetedAt(text: string, from: number): readonly string[] {
  const line = /^.*/.exec(text.slice(from, from + A_GREETING).trimStart())?.[0] ?? '';
  const word = GREETING.exec(line)?.[0] ?? '';
  const names = line.slice(word.length).split(/[,!]/, 1)[0] ?? '';
  if (word === '' || /[{}$<>[\]]/.test(names)) return [];
  return (names.toLowerCase().match(/[\p{L}'’-]+/gu) ?? []).filter((name) => !namesNobody(name));
}

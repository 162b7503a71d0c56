import type { Range } from '../../types.js';
import type { Line } from '../markdown/line.js';
import type { Quotation } from '../prose.js';
import { SIGN_OFF } from './frame.js';
import { greetedAt } from './greeting.js';
import { handsOn } from './handedOn.js';
import { beginsReply } from './pasted.js';

/** Whose the letters are that stand one below the other with nothing between them that says so: a customer's, pasted, and the reply to it. */
export interface Letters {
  /** The writer's own. */
  readonly own: Range;
  /** Those of others, above it or below. */
  readonly quotes: readonly Quotation[];
  /** What may as well be the customer's: nothing in it is changed without asking, or left out. */
  readonly doubtful?: Range;
}

interface Letter extends Range {
  readonly greeted: readonly string[];
}

/** So many of the last lines may be signed, in so many of the last characters. */
const LAST_LINES = 5;
const AN_ENDING = 600;
/** In words, the longest line that only signs: `Ana Ruiz from Acme`. */
const LONGEST_SIGNATURE = 4;

/** Whether a second letter may begin on a line: it greets somebody, and no colon leads to it, as to a text that somebody is to send on. @param isApart whether the line above it is empty */
export function beginsLetter(text: string, line: Line, start: number, isApart: boolean): boolean {
  return isApart && beginsReply(text, line) && /[^\s:]\s*$/.test(text.slice(Math.max(start, line.start - AN_ENDING), line.start));
}

/**
 * Tells whose letters are whose by who signs one and is greeted in the other: "… Regards, Ana" above "Hi Ana, …" is what is answered. Where each
 * greets who signs the other, nobody can tell which of them answers.
 * @param starts where they begin, the first one below all that is quoted
 */
export function tellLetters(text: string, { start, end }: Range, starts: readonly number[]): Letters {
  const letters = starts.map((from, i): Letter => ({ start: from, end: starts[i + 1] ?? end, greeted: greetedAt(text, from) }));
  const pairs = letters.slice(1).map((below, i) => pairOf(text, letters[i] ?? below, below));
  const whole = { start, end };
  const downwards = pairs.includes('downwards');
  const upwards = pairs.includes('upwards');
  if (downwards === upwards) return { own: whole, quotes: [], ...(pairs.length > 0 && { doubtful: { start: starts[0] ?? start, end: pairs.includes('either') ? end : (letters.at(-1)?.start ?? end) } }) };
  const isAnswer = (pair: Pair): boolean => pair === 'either' || pair === (downwards ? 'downwards' : 'upwards');
  if (downwards) {
    const last = pairs.map(isAnswer).lastIndexOf(true);
    const [message, own] = [letters[last], letters[last + 1]];
    return { own: { start: own?.start ?? start, end }, quotes: [{ start: starts[0] ?? start, end: own?.start ?? start, said: message ? [{ start: message.start, end: message.end }] : [], answered: last > 0 }] };
  }
  const first = pairs.findIndex(isAnswer) + 1;
  const message = letters[first] ?? whole;
  return { own: { start, end: message.start }, quotes: [{ start: message.start, end, said: [{ start: message.start, end: message.end }], answered: first < letters.length - 1 }] };
}

/** Which of two letters is the answer: the one below, the one above, either of them, or neither. */
type Pair = 'downwards' | 'upwards' | 'either' | 'neither';

function pairOf(text: string, above: Letter, below: Letter): Pair {
  const downwards = isSignedBy(text, above, below.greeted);
  const upwards = isSignedBy(text, below, above.greeted);
  // Whoever hands a message on is not the customer: what they were sent stands above
  if (handsOn(text.slice(below.start, below.end))) return downwards || upwards ? 'downwards' : 'neither';
  if (downwards && upwards) return 'either';
  return downwards ? 'downwards' : upwards ? 'upwards' : 'neither';
}

/** Whether one of some names stands on a line of its own at the end of a letter, or behind its goodbye. */
function isSignedBy(text: string, { start, end }: Range, names: readonly string[]): boolean {
  if (names.length === 0) return false;
  const first = /[^\r\n]*/.exec(text.slice(start, end))?.[0].length ?? 0;
  const lines = text.slice(Math.max(start + first, end - AN_ENDING), end).split(/\r\n?|\n/).map((line) => line.trim()).filter((line) => line !== '').slice(-LAST_LINES);
  return lines.some((line) => {
    const words = line.replace(SIGN_OFF, '').toLowerCase().match(/[\p{L}'’-]+/gu) ?? [];
    return words.length <= LONGEST_SIGNATURE && !/[?.]$/.test(line) && words.some((word) => names.includes(word));
  });
}

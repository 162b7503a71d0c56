import { AMP, CLOSING_QUOTE, DASH, GT, SLASH, SPACE, SQUOTE, isCapital, isDigit, isWordCharacter } from '../chars.js';
import type { Range } from '../../types.js';

/** Capitalised words that lead to a path and are no part of it. */
const LEADS = new Set(['Open', 'Go', 'Click', 'Select', 'Choose', 'Press', 'Tap', 'In', 'From', 'Under', 'Then', 'Use', 'Using', 'See', 'Try', 'Navigate', 'Check', 'Visit', 'Via', 'The', 'Find', 'Look', 'Next', 'Please', 'I', 'At', 'On', 'To']);
const MOST_WORDS = 4;

/**
 * A path through menus written without emphasis (*Settings > Privacy & Security > Cookies*) around the
 * sign `[at, after)`, not reaching before `floor`. Undefined where no names stand on both sides.
 */
export function menuPath(text: string, at: number, after: number, floor: number, end: number): Range | undefined {
  const start = firstName(text, at, floor);
  let stop = start < 0 || !isCapital(text.charCodeAt(start)) ? -1 : lastName(text, after, end);
  if (stop < 0) return undefined;
  for (;;) {
    const sign = signEnd(text, stop, end);
    const next = sign < 0 ? -1 : lastName(text, sign, end);
    if (next < 0) return { start, end: stop };
    stop = next;
  }
}

/** The end of the ` > ` or ` → ` that starts at `at`, or -1. */
function signEnd(text: string, at: number, end: number): number {
  if (at + 2 >= end || text.charCodeAt(at) !== SPACE) return -1;
  const sign = text.charCodeAt(at + 1) === DASH ? at + 2 : at + 1;
  const code = text.charCodeAt(sign);
  const stop = code === GT || code === 0x2192 ? sign + 1 : code === AMP ? signEntityEnd(text, sign) : -1;
  return stop > 0 && text.charCodeAt(stop) === SPACE ? stop : -1;
}

function signEntityEnd(text: string, at: number): number {
  return text.startsWith('&gt;', at) ? at + 4 : text.startsWith('&rarr;', at) ? at + 6 : -1;
}

/** Where the names before the sign start: capitalised words, back to the first that is not. */
function firstName(text: string, at: number, floor: number): number {
  let start = -1;
  let to = at;
  for (let words = 0; words < MOST_WORDS && to > floor && text.charCodeAt(to - 1) === SPACE; words++) {
    const from = wordStart(text, to - 1, floor);
    if (from === to - 1 || !isNameWord(text, from, to - 1)) break;
    if (text.charCodeAt(from) !== AMP) start = from;
    to = from;
  }
  return start;
}

/** Where the names after the sign end. */
function lastName(text: string, after: number, end: number): number {
  let stop = -1;
  let from = after;
  for (let words = 0; words < MOST_WORDS && from < end && text.charCodeAt(from) === SPACE; words++) {
    let to = from + 1;
    while (to < end && isNamePart(text.charCodeAt(to))) to++;
    if (to === from + 1 || !isNameWord(text, from + 1, to)) break;
    if (text.charCodeAt(from + 1) !== AMP) stop = to;
    from = to;
  }
  return stop;
}

function wordStart(text: string, at: number, floor: number): number {
  let i = at;
  while (i > floor && isNamePart(text.charCodeAt(i - 1))) i--;
  return i;
}

function isNamePart(code: number): boolean {
  return isWordCharacter(code) || code === AMP || code === DASH || code === SQUOTE || code === SLASH || code === CLOSING_QUOTE;
}

function isNameWord(text: string, from: number, to: number): boolean {
  const first = text.charCodeAt(from);
  if (first === AMP) return to - from === 1;
  return (isCapital(first) || isDigit(first)) && !LEADS.has(text.slice(from, to));
}

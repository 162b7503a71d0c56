import { BACKSLASH, DOLLAR, LBRACE, isAlphanumeric, isBlank, isLineBreak } from '../chars.js';

/** No formula in a line of text is longer, in characters. */
const LONGEST = 200;
/** A letter or two, or something that is calculated with. */
const LETTERS = /^[A-Za-z]['′]?(?:, ?[A-Za-z]['′]?)*$/;
const SIGNS = /[\\^_=+*/<>|-]|[A-Za-z]\(/;
const COMMANDS = /\\(?:text\w*|mathrm|operatorname)\{[^{}]*\}|\\[A-Za-z]+/g;
const WORDS = /[A-Za-z]{2,}[\s,;]+[A-Za-z]{2,}/;

/**
 * The end of the formula `$x + y$` or `$$x$$` that starts at `at`, or -1. Sums of money are none: nothing but signs stands
 * inside of the two marks, and no letter or digit outside.
 */
export function mathEnd(text: string, at: number, end: number): number {
  const marks = text.charCodeAt(at + 1) === DOLLAR ? 2 : 1;
  const open = at + marks;
  const first = text.charCodeAt(open);
  if (open >= end || isBlank(first) || isLineBreak(first) || first === DOLLAR || first === LBRACE || isAlphanumeric(text.charCodeAt(at - 1))) return -1;
  for (let i = open, limit = Math.min(end, open + LONGEST); i < limit; i++) {
    const code = text.charCodeAt(i);
    if (isLineBreak(code)) return -1;
    if (code === BACKSLASH) i++;
    else if (code === DOLLAR) return closes(text, open, i, marks) ? i + marks : -1;
  }
  return -1;
}

function closes(text: string, open: number, at: number, marks: number): boolean {
  if (isBlank(text.charCodeAt(at - 1)) || (marks === 2 && text.charCodeAt(at + 1) !== DOLLAR) || isAlphanumeric(text.charCodeAt(at + marks))) return false;
  const formula = text.slice(open, at);
  return LETTERS.test(formula) || (SIGNS.test(formula) && !WORDS.test(formula.replace(COMMANDS, '')));
}

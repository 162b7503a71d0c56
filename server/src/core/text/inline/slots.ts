import { BACKTICK, BANG, COLON, COMMA, DASH, DOLLAR, DOT, EQUALS, GT, HASH, LBRACE, LBRACKET, LT, PERCENT, PIPE, QUESTION, RBRACE, SLASH, SPACE, SQUOTE, STAR, UNDERSCORE } from '../chars.js';
import type { Finder } from '../finder.js';
import { isAlphanumeric, isAsciiLetter, isDigit, isLineBreak, isWordCharacter, skipBlanks } from '../chars.js';

/** The longest slot (`[order number]`, `{first_name}`) looked for, in characters. */
const LONGEST_SLOT = 60;
const LONGEST_TEMPLATE = 400;

/** What a template construct is: markup, a slot that stands for words, or the opening half of a snippet's tab stop. */
export interface Template {
  readonly end: number;
  readonly slot: boolean;
}

/** Reads what starts with the `{` at `at`: Liquid, a slot, an attribute list, an MDX comment. */
export function braces(text: string, at: number, end: number, finder: Finder): Template | undefined {
  if (finder.find('}', at + 1, Math.min(end, at + LONGEST_TEMPLATE)) < 0) return undefined;
  const next = text.charCodeAt(at + 1);
  if (next === PERCENT) return closed(text, at, end, PERCENT, false);
  if (next === LBRACE) return closed(text, at, end, RBRACE, !isShortcode(text.charCodeAt(at + 2)));
  if (startsAttributes(text, at + 1, end)) return list(text, at, end);
  if (next === SLASH && text.charCodeAt(at + 2) === STAR) return closed(text, at, end, SLASH, false);
  return isAsciiLetter(next) || next === UNDERSCORE ? name(text, at, end) : undefined;
}

/** Up to `code` and `}`. */
function closed(text: string, at: number, end: number, code: number, slot: boolean): Template | undefined {
  for (let i = at + 2, limit = Math.min(end - 1, at + LONGEST_TEMPLATE); i < limit; i++) {
    if (text.charCodeAt(i) === code && text.charCodeAt(i + 1) === RBRACE) return { end: i + 2, slot };
  }
  return undefined;
}

/** `{{< note >}}` and `{{% tabs %}}` are commands of Hugo's, which show nothing themselves. */
function isShortcode(code: number): boolean {
  return code === LT || code === PERCENT;
}

/** `{: .class}`, `{#anchor}`, `{ .button }` and `{width=300}`: the first sign of an attribute list, after its brace. */
function startsAttributes(text: string, at: number, end: number): boolean {
  let i = skipBlanks(text, at, end);
  const first = text.charCodeAt(i);
  if (first === COLON || first === HASH || first === DOT) return true;
  while (i < end && (isAsciiLetter(text.charCodeAt(i)) || text.charCodeAt(i) === DASH)) i++;
  return text.charCodeAt(i) === EQUALS && isAsciiLetter(first);
}

/** A list of attributes ends on its line. */
function list(text: string, at: number, end: number): Template | undefined {
  for (let i = at + 2, limit = Math.min(end, at + LONGEST_TEMPLATE); i < limit; i++) {
    const code = text.charCodeAt(i);
    if (code === RBRACE) return { end: i + 1, slot: false };
    if (isLineBreak(code)) return undefined;
  }
  return undefined;
}

/** `{first_name}`, `{customer.name}`, `{order number}`. */
function name(text: string, at: number, end: number): Template | undefined {
  for (let i = at + 1, limit = Math.min(end, at + LONGEST_SLOT); i < limit; i++) {
    const code = text.charCodeAt(i);
    if (code === RBRACE) return { end: i + 1, slot: true };
    if (!isAlphanumeric(code) && code !== UNDERSCORE && code !== DOT && code !== SPACE && code !== DASH) return undefined;
  }
  return undefined;
}

/** The end of the slot `<customer name>` or `<<name>>` at `at`, or -1. Only letters, digits, blanks, `_` and `-` may stand in it. */
export function angleSlotEnd(text: string, at: number, end: number): number {
  const twice = text.charCodeAt(at + 1) === LT;
  let i = at + (twice ? 2 : 1);
  if (!isAsciiLetter(text.charCodeAt(i))) return -1;
  for (const limit = Math.min(end, at + LONGEST_SLOT); i < limit; i++) {
    const code = text.charCodeAt(i);
    if (code === GT) return !twice ? i + 1 : text.charCodeAt(i + 1) === GT ? i + 2 : -1;
    if (!isAlphanumeric(code) && code !== UNDERSCORE && code !== SPACE && code !== DASH && code !== DOT && code !== SQUOTE) return -1;
  }
  return -1;
}

/** Whether `[start, end)`, the inside of brackets, names something to fill in: a few words and no sentence. */
export function isSlot(text: string, start: number, end: number): boolean {
  if (end - start < 1 || end - start > LONGEST_SLOT) return false;
  let blanks = 0;
  let letters = 0;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === SPACE) blanks++;
    else if (isWordCharacter(code)) letters += isDigit(code) ? 0 : 1;
    else if (isLineBreak(code) || code === BACKTICK || code === COMMA || code === DOT || code === QUESTION || code === BANG || code === PIPE || code === LBRACKET) return false;
  }
  return letters > 1 && blanks < 5;
}

/** The end of `%NAME%` at `at`, or -1. */
export function percentSlotEnd(text: string, at: number, end: number): number {
  let i = at + 1;
  while (i < end && i - at < LONGEST_SLOT && (isUpper(text.charCodeAt(i)) || text.charCodeAt(i) === UNDERSCORE)) i++;
  return i - at > 2 && text.charCodeAt(i) === PERCENT && i < end ? i + 1 : -1;
}

/** The end of `$FIRST_NAME` at `at`, or -1. */
export function dollarSlotEnd(text: string, at: number, end: number): number {
  let i = at + 1;
  while (i < end && i - at < LONGEST_SLOT && (isUpper(text.charCodeAt(i)) || text.charCodeAt(i) === UNDERSCORE)) i++;
  return i - at > 3 && !isWordCharacter(text.charCodeAt(i)) ? i : -1;
}

function isUpper(code: number): boolean {
  return code > 64 && code < 91;
}

/** Where the name of the field `${name:` at `at` ends, which is followed by a text of its own; or -1. */
export function namedField(text: string, at: number, end: number): number {
  if (text.charCodeAt(at + 1) !== LBRACE) return -1;
  let i = at + 2;
  while (i < end && (isAlphanumeric(text.charCodeAt(i)) || text.charCodeAt(i) === UNDERSCORE)) i++;
  return i > at + 2 && text.charCodeAt(i) === COLON ? i : -1;
}

/** The number of a tab stop (`$1`, `${1`) after the `$` at `at`: where its digits start and end, or undefined. */
export function tabStop(text: string, at: number, end: number): { digits: number; after: number; braced: boolean } | undefined {
  if (text.charCodeAt(at) !== DOLLAR) return undefined;
  const braced = text.charCodeAt(at + 1) === LBRACE;
  const digits = at + (braced ? 2 : 1);
  let i = digits;
  while (i < end && isDigit(text.charCodeAt(i))) i++;
  return i > digits ? { digits, after: i, braced } : undefined;
}

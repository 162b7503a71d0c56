import { BANG, CARET, COLON, DASH, DQUOTE, EQUALS, LBRACE, LBRACKET, PLUS, QUESTION, RBRACKET, SPACE, STAR, UNDERSCORE } from '../chars.js';
import { isAsciiLetter, isBlank, isLineBreak, skipBlanks, trimEnd } from '../chars.js';
import type { Range } from '../../types.js';

const NOTE = /^(?:note|notes|tip|tips|hint|info|information|important|warning|caution|danger|attention|example|remember|n\.?b|heads up|pro tip|see also|good to know|prerequisites?|requirements?)\b/i;

/**
 * Whether a block quote whose content starts at `at` is an author's note: `[!NOTE]`, or one that says
 * *Note*, *Tip*, *Warning* in its first words.
 */
export function startsNote(text: string, at: number, end: number): boolean {
  let i = skipBlanks(text, at, end);
  if (text.startsWith('[!', i)) return true;
  while (i < end && !isAsciiLetter(text.charCodeAt(i)) && i - at < 12) i++;
  return NOTE.test(text.slice(i, Math.min(end, i + 20)));
}

/** The end of the `[!NOTE]` that starts at `at`, or -1. */
export function alertEnd(text: string, at: number, end: number): number {
  if (text.charCodeAt(at) !== LBRACKET || text.charCodeAt(at + 1) !== BANG) return -1;
  let i = at + 2;
  while (i < end && isAsciiLetter(text.charCodeAt(i))) i++;
  return i > at + 2 && i < end && text.charCodeAt(i) === RBRACKET ? i + 1 : -1;
}

/**
 * An indented admonition's first line: `!!! note "Title"`, `??? tip`, `=== "Tab"`.
 * @returns its title (empty where it has none), or undefined
 */
export function admonition(text: string, at: number, end: number): Range | undefined {
  const code = text.charCodeAt(at);
  if (code !== BANG && code !== QUESTION && code !== EQUALS) return undefined;
  if (text.charCodeAt(at + 1) !== code || text.charCodeAt(at + 2) !== code) return undefined;
  let i = at + 3;
  while (i < end && text.charCodeAt(i) === PLUS) i++;
  if (i >= end || text.charCodeAt(i) !== SPACE) return undefined;
  i = skipBlanks(text, i, end);
  const words = i;
  while (i < end && (isAsciiLetter(text.charCodeAt(i)) || isBlank(text.charCodeAt(i)) || text.charCodeAt(i) === DASH)) i++;
  const stop = trimEnd(text, i, end);
  if (code === EQUALS && i > words) return undefined;
  if (i >= stop) return { start: i, end: i };
  return text.charCodeAt(i) === DQUOTE && text.charCodeAt(stop - 1) === DQUOTE && stop - i > 1 ? { start: i + 1, end: stop - 1 } : undefined;
}

/** The title on the first line of a `:::note Title` or `:::note[Title]`, given the end of its colons. */
export function directiveTitle(text: string, at: number, end: number): Range {
  let i = skipBlanks(text, at, end);
  while (i < end && (isAsciiLetter(text.charCodeAt(i)) || text.charCodeAt(i) === DASH)) i++;
  let stop = trimEnd(text, i, end);
  if (text.charCodeAt(i) === LBRACKET && text.charCodeAt(stop - 1) === RBRACKET) {
    i++;
    stop--;
  }
  const start = skipBlanks(text, i, stop);
  return { start, end: text.charCodeAt(start) === LBRACE ? start : stop };
}

const SLASHES = /^\/{3,}(?:[ \t]+([A-Za-z][\w-]*)[ \t]*(?:\|[ \t]*(.*))?)?$/;
/** Blocks whose argument is an attribute or a number. */
const UNTITLED = /^(?:html|(?:figure-|table-)?caption|define)$/i;

/**
 * A line that opens or closes a block of PyMdown: `/// note | Title`, `///`.
 * @returns its title (empty where it has none), or undefined
 */
export function slashTitle(text: string, at: number, end: number): Range | undefined {
  const stop = trimEnd(text, at, end);
  const [found, name = '', title = ''] = SLASHES.exec(text.slice(at, stop)) ?? [];
  if (found === undefined) return undefined;
  return { start: title === '' || UNTITLED.test(name) ? stop : stop - title.length, end: stop };
}

/** The end of a footnote definition's `[^1]:`, or -1. */
export function footnoteEnd(text: string, at: number, end: number): number {
  if (text.charCodeAt(at) !== LBRACKET || text.charCodeAt(at + 1) !== CARET) return -1;
  for (let i = at + 2; i < end && i < at + 80; i++) {
    const code = text.charCodeAt(i);
    if (code === RBRACKET) return i > at + 2 && text.charCodeAt(i + 1) === COLON ? i + 2 : -1;
    if (isBlank(code) || isLineBreak(code) || code === STAR || code === UNDERSCORE) return -1;
  }
  return -1;
}

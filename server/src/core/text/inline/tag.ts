import { BANG, BACKTICK, COLON, DASH, DOT, DQUOTE, EQUALS, GT, LBRACE, LT, PERCENT, QUESTION, RBRACE, SLASH, SQUOTE, UNDERSCORE } from '../chars.js';
import { isAlphanumeric, isAsciiLetter, isSpace, skipSpace } from '../chars.js';
import type { Finder } from '../finder.js';

/** The end of a tag's or an attribute's name that starts at `at`. */
function nameEnd(text: string, at: number, end: number, extra: boolean): number {
  let i = at;
  for (; i < end; i++) {
    const code = text.charCodeAt(i);
    if (!isAlphanumeric(code) && code !== DASH && !(extra && (code === UNDERSCORE || code === COLON || code === DOT))) break;
  }
  return i;
}

/** The end of the open or closing tag that starts with the `<` at `at`, or -1. Attributes may hold `{…}` as in MDX. */
export function tagEnd(text: string, at: number, end: number): number {
  const closing = text.charCodeAt(at + 1) === SLASH;
  const from = at + (closing ? 2 : 1);
  if (from >= end || !isAsciiLetter(text.charCodeAt(from))) return -1;
  let i = nameEnd(text, from, end, false);
  if (closing) {
    i = skipSpace(text, i, end);
    return i < end && text.charCodeAt(i) === GT ? i + 1 : -1;
  }
  for (;;) {
    const next = skipSpace(text, i, end);
    if (next >= end) return -1;
    const code = text.charCodeAt(next);
    if (code === GT) return next + 1;
    if (code === SLASH) return text.charCodeAt(next + 1) === GT && next + 1 < end ? next + 2 : -1;
    if (next === i) return -1;
    i = attributeEnd(text, next, end);
    if (i < 0) return -1;
  }
}

function attributeEnd(text: string, at: number, end: number): number {
  const first = text.charCodeAt(at);
  if (first === LBRACE) return bracesEnd(text, at, end);
  if (!isAsciiLetter(first) && first !== UNDERSCORE && first !== COLON) return -1;
  const name = nameEnd(text, at, end, true);
  const equals = skipSpace(text, name, end);
  if (equals >= end || text.charCodeAt(equals) !== EQUALS) return name;
  return valueEnd(text, skipSpace(text, equals + 1, end), end);
}

function valueEnd(text: string, at: number, end: number): number {
  const quote = text.charCodeAt(at);
  if (at >= end) return -1;
  if (quote === LBRACE) return bracesEnd(text, at, end);
  if (quote === DQUOTE || quote === SQUOTE) {
    for (let i = at + 1; i < end; i++) {
      const code = text.charCodeAt(i);
      if (code === quote) return i + 1;
      if (code === LBRACE) i = templateEnd(text, i, end);
    }
    return -1;
  }
  let i = at;
  for (; i < end; i++) {
    const code = text.charCodeAt(i);
    if (isSpace(code) || code === GT || code === LT || code === EQUALS || code === BACKTICK) break;
  }
  return i > at ? i : -1;
}

/** The last brace of the template tag (`{{ … }}`, `{% … %}`) at `at`, or `at` where none closes on the way. */
export function templateEnd(text: string, at: number, end: number): number {
  const next = text.charCodeAt(at + 1);
  if (next !== LBRACE && next !== PERCENT) return at;
  const close = next === PERCENT ? PERCENT : RBRACE;
  const limit = Math.min(end - 1, at + LONGEST_TEMPLATE);
  for (let i = at + 2; i < limit; i++) if (text.charCodeAt(i) === close && text.charCodeAt(i + 1) === RBRACE) return i + 1;
  return at;
}

const LONGEST_TEMPLATE = 300;

/** Longer expressions are not looked into: a bound keeps a page of open braces from costing its square. */
const LONGEST_BRACES = 500;

function bracesEnd(text: string, at: number, end: number): number {
  let depth = 0;
  for (let i = at, limit = Math.min(end, at + LONGEST_BRACES); i < limit; i++) {
    const code = text.charCodeAt(i);
    if (code === LBRACE) depth++;
    else if (code === RBRACE && --depth === 0) return i + 1;
  }
  return -1;
}

/** The end of the comment, processing instruction, declaration or CDATA section at `at` (`<!…`, `<?…`), or -1. */
export function declarationEnd(text: string, at: number, end: number, finder: Finder): number {
  if (text.charCodeAt(at + 1) === QUESTION) return after(finder, '?>', at + 2, end);
  if (text.charCodeAt(at + 1) !== BANG) return -1;
  if (text.startsWith('--', at + 2)) return commentEnd(text, at, end, finder);
  if (text.startsWith('[CDATA[', at + 2)) return after(finder, ']]>', at + 9, end);
  return isAsciiLetter(text.charCodeAt(at + 2)) ? after(finder, '>', at + 2, end) : -1;
}

/** `<!-->` and `<!--->` are comments too. */
function commentEnd(text: string, at: number, end: number, finder: Finder): number {
  if (text.charCodeAt(at + 4) === GT) return at + 5;
  if (text.startsWith('->', at + 4)) return at + 6;
  return after(finder, '-->', at + 4, end);
}

function after(finder: Finder, needle: string, from: number, end: number): number {
  const at = finder.find(needle, from, end);
  return at < 0 ? -1 : at + needle.length;
}

/** The tag's name in lower case. */
export function tagName(text: string, at: number, end: number): string {
  const from = at + (text.charCodeAt(at + 1) === SLASH ? 2 : 1);
  return text.slice(from, nameEnd(text, from, end, false)).toLowerCase();
}

/** The value of an attribute of the tag `[at, end)`: a string, `''` for a bare name, undefined where it is absent. */
export function attribute(text: string, at: number, end: number, wanted: string): string | undefined {
  let i = nameEnd(text, at + 1, end, false);
  for (;;) {
    const start = skipSpace(text, i, end);
    const stop = start < end ? attributeEnd(text, start, end) : -1;
    if (stop < 0) return undefined;
    const name = nameEnd(text, start, stop, true);
    if (text.slice(start, name).toLowerCase() === wanted) return unquoted(text.slice(skipSpace(text, name, stop), stop));
    i = stop;
  }
}

function unquoted(assignment: string): string {
  const value = assignment.replace(/^=\s*/, '');
  return /^["'].*["']$/s.test(value) ? value.slice(1, -1) : value;
}

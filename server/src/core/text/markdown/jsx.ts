import { BACKSLASH, BACKTICK, COLON, DASH, DOLLAR, DOT, DQUOTE, EQUALS, GT, LBRACE, LT, RBRACE, SLASH, SQUOTE, STAR, UNDERSCORE } from '../chars.js';
import { isAlphanumeric, isAsciiLetter, isLineBreak, lineEnd, nextLine, skipBlanks, skipSpace } from '../chars.js';

/** No expression that people write is longer, in characters. */
const LONGEST = 50_000;
/** What may be spent on searches that end nowhere: a page of open braces must not cost its square. */
const MOST_WASTED = 200_000;

/** Finds where MDX's expressions, tags and modules end, without parsing what is in them. */
export class Jsx {
  private wasted = 0;

  constructor(private readonly text: string) {}

  /** The end of the expression that opens with the brace at `at`, or -1. */
  expressionEnd(at: number, end: number): number {
    if (this.wasted > MOST_WASTED) return -1;
    const limit = Math.min(end, at + LONGEST);
    const found = this.closingBrace(at, limit);
    if (found < 0) this.wasted += limit - at;
    return found;
  }

  /** The end of the tag at `at` (`<Tabs groupId="os">`, `</>`), or -1. */
  tagEnd(at: number, end: number): number {
    if (this.wasted > MOST_WASTED) return -1;
    const { text } = this;
    let i = at + 1;
    if (text.charCodeAt(i) === SLASH) i = skipSpace(text, i + 1, end);
    i = nameEnd(text, i, end);
    if (i === at + 1 && text.charCodeAt(i) !== GT) return -1;
    for (;;) {
      const from = skipSpace(text, i, end);
      const code = from < end ? text.charCodeAt(from) : NaN;
      if (code === GT) return from + 1;
      i = code === SLASH ? from + 1 : from < end ? this.attributeEnd(from, end) : -1;
      if (i >= 0) continue;
      this.wasted += from - at;
      return -1;
    }
  }

  private attributeEnd(at: number, end: number): number {
    const { text } = this;
    if (text.charCodeAt(at) === LBRACE) return this.expressionEnd(at, end);
    const name = nameEnd(text, at, end);
    if (name === at) return -1;
    const equals = skipSpace(text, name, end);
    if (equals >= end || text.charCodeAt(equals) !== EQUALS) return name;
    const value = skipSpace(text, equals + 1, end);
    const code = text.charCodeAt(value);
    if (code === LBRACE) return this.expressionEnd(value, end);
    if (code === LT) return this.tagEnd(value, end);
    const close = code === DQUOTE || code === SQUOTE ? text.indexOf(text.charAt(value), value + 1) : -1;
    return close >= 0 && close < end ? close + 1 : -1;
  }

  /** The end of the import or export that starts at `at`: the first blank line at which nothing is open; -1 where a bracket is never closed. */
  moduleEnd(at: number, end: number): number {
    const { text } = this;
    const limit = this.wasted > MOST_WASTED ? lineEnd(text, at, end) : Math.min(end, at + LONGEST);
    let depth = 0;
    for (let i = at; i < limit; ) {
      const code = text.charCodeAt(i);
      if (isLineBreak(code)) {
        const next = nextLine(text, i, end);
        if (depth <= 0 && isBlankLine(text, next, end)) return i;
        i = next;
      } else {
        if (OPENERS.has(code)) depth++;
        else if (CLOSERS.has(code)) depth--;
        i = this.pass(i, limit);
      }
    }
    if (depth <= 0) return limit;
    this.wasted += limit - at;
    return -1;
  }

  private closingBrace(at: number, end: number): number {
    let depth = 0;
    for (let i = at; i < end; i = this.pass(i, end)) {
      const code = this.text.charCodeAt(i);
      if (code === LBRACE) depth++;
      else if (code === RBRACE && --depth === 0) return i + 1;
    }
    return -1;
  }

  /** Where reading goes on after the character, string or comment at `at`. */
  private pass(at: number, end: number): number {
    const { text } = this;
    const code = text.charCodeAt(at);
    if (code === DQUOTE || code === SQUOTE) return stringEnd(text, at, end);
    if (code === BACKTICK) return this.templateEnd(at, end);
    const next = code === SLASH ? text.charCodeAt(at + 1) : NaN;
    if (next === STAR) return endOf(text, '*/', at + 2, end);
    return next === SLASH && text.charCodeAt(at - 1) !== COLON ? lineEnd(text, at, end) : at + 1;
  }

  /** A template literal, whose `${…}` may hold others. */
  private templateEnd(at: number, end: number): number {
    const { text } = this;
    for (let i = at + 1; i < end; i++) {
      const code = text.charCodeAt(i);
      if (code === BACKSLASH) i++;
      else if (code === BACKTICK) return i + 1;
      else if (code === DOLLAR && text.charCodeAt(i + 1) === LBRACE) {
        const close = this.nested(i + 1, end);
        if (close < 0) return end;
        i = close - 1;
      }
    }
    return end;
  }

  private depth = 0;

  /** Templates in templates, as deep as people nest them. */
  private nested(at: number, end: number): number {
    if (this.depth > 5) return -1;
    this.depth++;
    const close = this.closingBrace(at, end);
    this.depth--;
    return close;
  }
}

const OPENERS = new Set([40, 91, 123]);
const CLOSERS = new Set([41, 93, 125]);

/** A quotation mark that its line does not close is an apostrophe. */
function stringEnd(text: string, at: number, end: number): number {
  const mark = text.charCodeAt(at);
  for (let i = at + 1; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === mark) return i + 1;
    if (code === BACKSLASH) i++;
    else if (isLineBreak(code)) break;
  }
  return at + 1;
}

function endOf(text: string, needle: string, from: number, end: number): number {
  const at = text.indexOf(needle, from);
  return at < 0 || at >= end ? end : at + needle.length;
}

function nameEnd(text: string, at: number, end: number): number {
  if (!isAsciiLetter(text.charCodeAt(at)) && text.charCodeAt(at) !== UNDERSCORE && text.charCodeAt(at) !== DOLLAR) return at;
  let i = at;
  for (; i < end; i++) {
    const code = text.charCodeAt(i);
    if (!isAlphanumeric(code) && code !== DOT && code !== COLON && code !== DASH && code !== UNDERSCORE && code !== DOLLAR) break;
  }
  return i;
}

function isBlankLine(text: string, at: number, end: number): boolean {
  const first = skipBlanks(text, at, end);
  return first >= end || isLineBreak(text.charCodeAt(first));
}

/** Whether an expression shows nothing: a comment, or white space in quotation marks. */
export function isSilentExpression(text: string, start: number, end: number): boolean {
  const from = skipSpace(text, start + 1, end);
  if (text.startsWith('/*', from)) return skipSpace(text, endOf(text, '*/', from + 2, end), end) === end - 1;
  return end - start < 12 && /^\{\s*(?:["'`]\s*["'`])?\s*\}$/.test(text.slice(start, end));
}

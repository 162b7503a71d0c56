import { AT, BANG, COLON, COMMA, DASH, DOT, GT, LPAREN, LT, PLUS, QUESTION, RPAREN, SEMI, SQUOTE, TILDE, UNDERSCORE, isAlphanumeric, isAsciiLetter, isInvisible, isSpace } from '../chars.js';

/** Longest scheme and longest local part looked for before a `:` or `@`. */
const LONGEST_SCHEME = 16;
const LONGEST_LOCAL = 64;

const STOPS = new Uint8Array(128);
for (const c of '<>"`[]|\\^*') STOPS[c.charCodeAt(0)] = 1;

/** The start of the scheme (`https`) that ends before the `://` at `at`, not before `floor`, or -1. */
export function schemeStart(text: string, at: number, floor: number): number {
  let i = at;
  const limit = Math.max(floor, at - LONGEST_SCHEME);
  while (i > limit && isSchemeCharacter(text.charCodeAt(i - 1))) i--;
  while (i < at && !isAsciiLetter(text.charCodeAt(i))) i++;
  return at - i >= 2 ? i : -1;
}

function isSchemeCharacter(code: number): boolean {
  return isAlphanumeric(code) || code === PLUS || code === DASH || code === DOT;
}

/** The end of the URL whose rest starts at `at`: up to white space, without the punctuation of its sentence. */
export function urlEnd(text: string, at: number, end: number): number {
  let i = at;
  let depth = 0;
  for (; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code < 128 ? code <= 32 || STOPS[code] === 1 : isSpace(code) || isInvisible(code) || (code >= 0x2000 && code <= 0x206f)) break;
    if (code === LPAREN) depth++;
    else if (code === RPAREN && --depth < 0) break;
  }
  while (i > at && isTrailing(text.charCodeAt(i - 1))) i--;
  return i;
}

/** Punctuation that belongs to the sentence when a URL ends in it. */
function isTrailing(code: number): boolean {
  return code === DOT || code === COMMA || code === COLON || code === SEMI || code === BANG || code === QUESTION || code === SQUOTE || code === UNDERSCORE || code === TILDE;
}

/** The start of the local part of the e-mail address whose `@` stands at `at`, or -1. `mailto:` is part of it. */
export function mailStart(text: string, at: number, floor: number): number {
  let i = at;
  const limit = Math.max(floor, at - LONGEST_LOCAL);
  while (i > limit && isLocalCharacter(text.charCodeAt(i - 1))) i--;
  if (i === at) return -1;
  return i - 7 >= floor && text.startsWith('mailto:', i - 7) ? i - 7 : i;
}

function isLocalCharacter(code: number): boolean {
  return isAlphanumeric(code) || code === DOT || code === PLUS || code === DASH || code === UNDERSCORE;
}

/** The end of the domain of an e-mail address, which must hold a dot, or -1. */
export function domainEnd(text: string, at: number, end: number): number {
  let i = at;
  let dots = 0;
  for (; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === DOT) dots++;
    else if (!isAlphanumeric(code) && code !== DASH) break;
  }
  while (i > at && !isAlphanumeric(text.charCodeAt(i - 1))) {
    i--;
    if (text.charCodeAt(i) === DOT) dots--;
  }
  return dots > 0 ? i : -1;
}

/** The end of the autolink `<https://…>` or `<name@host>` at `at`, or -1. */
export function autolinkEnd(text: string, at: number, end: number): number {
  let colon = false;
  let sign = false;
  for (let i = at + 1; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === GT) return colon || (sign && domainEnd(text, text.lastIndexOf('@', i) + 1, i) === i) ? i + 1 : -1;
    if (code <= 32 || code === LT) return -1;
    if (code === AT) sign = true;
    if (code === COLON && !colon) {
      if (i - at < 3 || schemeStart(text, i, at + 1) !== at + 1) return -1;
      colon = true;
    } else if (!colon && !sign && !isLocalCharacter(code)) return -1;
  }
  return -1;
}

/** Character codes and classes, so that the scanners never compare strings. */

export const TAB = 9, LF = 10, CR = 13, SPACE = 32, BANG = 33, DQUOTE = 34, HASH = 35, DOLLAR = 36, PERCENT = 37;
export const AMP = 38, SQUOTE = 39, LPAREN = 40, RPAREN = 41, STAR = 42, PLUS = 43, COMMA = 44, DASH = 45, DOT = 46;
export const SLASH = 47, ZERO = 48, COLON = 58, SEMI = 59, LT = 60, EQUALS = 61, GT = 62, QUESTION = 63, AT = 64;
export const LBRACKET = 91, BACKSLASH = 92, RBRACKET = 93, CARET = 94, UNDERSCORE = 95, BACKTICK = 96;
export const LBRACE = 123, PIPE = 124, RBRACE = 125, TILDE = 126, BOM = 0xfeff;
export const MIDDLE_DOT = 0xb7, CLOSING_GUILLEMET = 0xbb, EN_DASH = 0x2013, EM_DASH = 0x2014, CLOSING_QUOTE = 0x2019, CLOSING_DOUBLE_QUOTE = 0x201d, BULLET = 0x2022, ELLIPSIS = 0x2026, INTERROBANG = 0x203d;
/** Full stops, and signs as wide as them, of the scripts that come after all others. */
export const FIRST_IDEOGRAPHIC = 0x3000, IDEOGRAPHIC_STOP = 0x3002, WIDE_BANG = 0xff01, WIDE_QUESTION = 0xff1f;
const NBSP = 0xa0, SOFT_HYPHEN = 0xad;

const SPACES = 1, DIGIT = 2, UPPER = 4, LOWER = 8, PUNCTUATION = 16;

const CLASS = new Uint8Array(128);
for (let c = 33; c < 127; c++) CLASS[c] = PUNCTUATION;
for (let c = 48; c < 58; c++) CLASS[c] = DIGIT;
for (let c = 65; c < 91; c++) CLASS[c] = UPPER;
for (let c = 97; c < 123; c++) CLASS[c] = LOWER;
for (const c of [TAB, LF, 11, 12, CR, SPACE]) CLASS[c] = SPACES;

function classOf(code: number): number {
  return code < 128 ? (CLASS[code] ?? 0) : 0;
}

/** A digit, 0 to 9. */
export function isDigit(code: number): boolean {
  return code > 47 && code < 58;
}

/** An unaccented Latin letter. */
export function isAsciiLetter(code: number): boolean {
  return (classOf(code) & (UPPER | LOWER)) !== 0;
}

/** An unaccented Latin letter or a digit. */
export function isAlphanumeric(code: number): boolean {
  return (classOf(code) & (UPPER | LOWER | DIGIT)) !== 0;
}

/** ASCII punctuation: what a backslash can escape. */
export function isAsciiPunctuation(code: number): boolean {
  return (classOf(code) & PUNCTUATION) !== 0;
}

/** White space in Unicode's sense, line breaks included. NaN (outside the text) is white space too. */
export function isSpace(code: number): boolean {
  if (code < 128) return (classOf(code) & SPACES) !== 0;
  return code !== code || code === NBSP || code === 0x3000 || code === 0x1680 || code === 0x202f || code === 0x205f
    || (code >= 0x2000 && code <= 0x200a) || code === 0x2028 || code === 0x2029;
}

/** Space or tab. */
export function isBlank(code: number): boolean {
  return code === SPACE || code === TAB;
}

/** Carriage return or line feed. */
export function isLineBreak(code: number): boolean {
  return code === LF || code === CR;
}

/** Characters that show nothing: zero-width spaces and joiners, directional marks, soft hyphen, byte order mark. */
export function isInvisible(code: number): boolean {
  return (code >= 0x200b && code <= 0x200f) || code === SOFT_HYPHEN || code === 0x2060 || code === BOM;
}

const SYMBOL = (): RegExp => /[\p{P}\p{S}]/u;

/** Punctuation or a symbol at an offset, as CommonMark counts them. `code` is the unit that stands there. */
export function isPunctuation(text: string, at: number, code: number): boolean {
  if (code < 128) return (classOf(code) & PUNCTUATION) !== 0;
  if (code !== code) return false;
  const start = code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
  return SYMBOL().test(String.fromCodePoint(text.codePointAt(start) ?? SPACE));
}

/** A letter of any script, a digit, or half of a surrogate pair: what a word can be made of. */
export function isWordCharacter(code: number): boolean {
  if (code < 128) return (classOf(code) & (UPPER | LOWER | DIGIT)) !== 0;
  return code >= 0xaa && !isSpace(code) && !isInvisible(code) && (code < 0x2010 || code > 0x206f) && (code < 0x3000 || code > 0x303f)
    && code !== 0xab && code !== 0xbb && code !== 0xb7 && code !== 0xbf;
}

const CAPITAL = (): RegExp => /\p{Lu}/u;

/** A capital letter, of any script that has them. */
export function isCapital(code: number): boolean {
  if (code < 128) return (classOf(code) & UPPER) !== 0;
  return code === code && CAPITAL().test(String.fromCharCode(code));
}

/** The offset of the first character of `[from, end)` that is neither space nor tab, or `end`. */
export function skipBlanks(text: string, from: number, end: number): number {
  while (from < end && isBlank(text.charCodeAt(from))) from++;
  return from;
}

/** The offset of the first character of `[from, end)` that is not white space, or `end`. */
export function skipSpace(text: string, from: number, end: number): number {
  while (from < end && isSpace(text.charCodeAt(from))) from++;
  return from;
}

/** The end of `[start, from)` without the white space it ends in. */
export function trimEnd(text: string, start: number, from: number): number {
  while (from > start && isSpace(text.charCodeAt(from - 1))) from--;
  return from;
}

/** The offset at which the line of `from` ends, before its line break, at most `end`. */
export function lineEnd(text: string, from: number, end: number): number {
  while (from < end && !isLineBreak(text.charCodeAt(from))) from++;
  return from;
}

/** The start of the next line, given the end of this one. */
export function nextLine(text: string, at: number, end: number): number {
  if (at >= end) return end;
  return text.charCodeAt(at) === CR && at + 1 < end && text.charCodeAt(at + 1) === LF ? at + 2 : at + 1;
}

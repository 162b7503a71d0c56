import { BACKTICK, COLON, DASH, DOT, EQUALS, HASH, PLUS, RPAREN, STAR, TILDE, UNDERSCORE, isBlank, isDigit, skipBlanks } from '../chars.js';
import { trimEnd } from '../chars.js';

/** A run of one character: how many of `code` stand at `at`. */
export function runLength(text: string, at: number, end: number, code: number): number {
  let i = at;
  while (i < end && text.charCodeAt(i) === code) i++;
  return i - at;
}

/** `***`, `- - -`, `___`: a line of three or more of one of these and nothing else. */
export function isThematicBreak(text: string, at: number, end: number): boolean {
  const code = text.charCodeAt(at);
  if (code !== STAR && code !== DASH && code !== UNDERSCORE) return false;
  let count = 0;
  for (let i = at; i < end; i++) {
    const c = text.charCodeAt(i);
    if (c === code) count++;
    else if (!isBlank(c)) return false;
  }
  return count >= 3;
}

/** The level of the setext underline (`===` 1, `---` 2) at `at`, or 0. */
export function setextLevel(text: string, at: number, end: number): number {
  const code = text.charCodeAt(at);
  if (code !== EQUALS && code !== DASH) return 0;
  if (skipBlanks(text, at + runLength(text, at, end, code), end) < end) return 0;
  return code === EQUALS ? 1 : 2;
}

/** An ATX heading: its level and where its text starts and ends, closing `#`s left out. */
export function atxHeading(text: string, at: number, end: number): { level: number; start: number; end: number } | undefined {
  const level = runLength(text, at, end, HASH);
  if (level < 1 || level > 6 || (at + level < end && !isBlank(text.charCodeAt(at + level)))) return undefined;
  const start = skipBlanks(text, at + level, end);
  let stop = trimEnd(text, start, end);
  let hashes = stop;
  while (hashes > start && text.charCodeAt(hashes - 1) === HASH) hashes--;
  if (hashes === start || isBlank(text.charCodeAt(hashes - 1))) stop = trimEnd(text, start, hashes);
  return { level, start, end: stop };
}

/** The length of the code fence that opens at `at`, or 0. */
export function fenceLength(text: string, at: number, end: number): number {
  const code = text.charCodeAt(at);
  if (code !== BACKTICK && code !== TILDE) return 0;
  const length = runLength(text, at, end, code);
  if (length < 3) return 0;
  for (let i = at + length; code === BACKTICK && i < end; i++) if (text.charCodeAt(i) === BACKTICK) return 0;
  return length;
}

/** A list item's marker: where it ends, whether it is a number, and which. */
export interface ListMarker {
  readonly end: number;
  readonly ordered: boolean;
  readonly value: number;
}

/** The list marker at `at`, which must be followed by a blank or the end of the line. */
export function listMarker(text: string, at: number, end: number): ListMarker | undefined {
  const code = text.charCodeAt(at);
  const ordered = isDigit(code);
  let stop = at + 1;
  if (ordered) {
    while (stop < end && stop - at < 10 && isDigit(text.charCodeAt(stop))) stop++;
    const after = text.charCodeAt(stop);
    if (stop - at > 9 || stop >= end || (after !== DOT && after !== RPAREN)) return undefined;
    stop++;
  } else if (code !== STAR && code !== DASH && code !== PLUS) return undefined;
  if (stop < end && !isBlank(text.charCodeAt(stop))) return undefined;
  return { end: stop, ordered, value: ordered ? Number.parseInt(text.slice(at, stop - 1), 10) : 1 };
}

/** `:::note Title`: how many colons, three at least, or 0. */
export function directiveLength(text: string, at: number, end: number): number {
  const length = runLength(text, at, end, COLON);
  return length >= 3 ? length : 0;
}

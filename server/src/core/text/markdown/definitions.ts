import { BACKSLASH, COLON, CR, DQUOTE, GT, LBRACE, LBRACKET, LF, LPAREN, LT, RBRACKET, RPAREN, SQUOTE, isSpace, lineEnd, nextLine, skipBlanks } from '../chars.js';
import { templateEnd } from '../inline/tag.js';

/** How much of a bracket can be a label, in characters; CommonMark's bound. */
const LONGEST_LABEL = 999;

/** A label as labels are compared: case and white space do not matter. */
export function normalLabel(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase();
}

/** The offset of the `]` that closes the label opened by the `[` at `at`, or -1. */
export function labelEnd(text: string, at: number, end: number): number {
  const limit = Math.min(end, at + LONGEST_LABEL + 2);
  for (let i = at + 1; i < limit; i++) {
    const code = text.charCodeAt(i);
    if (code === RBRACKET) return i;
    if (code === LBRACKET) return -1;
    if (code === BACKSLASH) i++;
  }
  return -1;
}

/** The end of the link target at `at` (after its `>` when it is in `<…>`), or -1. A template tag in it may hold blanks. */
export function targetEnd(text: string, at: number, end: number): number {
  if (text.charCodeAt(at) === LT) return angleEnd(text, at, end);
  let depth = 0;
  let i = at;
  for (; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === BACKSLASH && i + 1 < end && !isSpace(text.charCodeAt(i + 1))) i++;
    else if (code === LPAREN && ++depth > 32) return -1;
    else if (code === RPAREN && --depth < 0) break;
    else if (code === LBRACE) i = templateEnd(text, i, end);
    else if (code <= 32) break;
  }
  return depth > 0 ? -1 : i;
}

function angleEnd(text: string, at: number, end: number): number {
  for (let i = at + 1; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === GT) return i + 1;
    if (code === LT || code === LF || code === CR) return -1;
    if (code === BACKSLASH) i++;
  }
  return -1;
}

/** The end of the title that opens at `at` (after its closing mark), or -1. */
export function titleEnd(text: string, at: number, end: number): number {
  const open = text.charCodeAt(at);
  const close = open === LPAREN ? RPAREN : open;
  if (open !== DQUOTE && open !== SQUOTE && open !== LPAREN) return -1;
  for (let i = at + 1; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === close) return i + 1;
    if (code === LPAREN && open === LPAREN) return -1;
    if (code === BACKSLASH) i++;
  }
  return -1;
}

/** The target without `<…>`. */
export function targetText(text: string, at: number, end: number): string {
  return text.charCodeAt(at) === LT ? text.slice(at + 1, end - 1) : text.slice(at, end);
}

/** White space with one line break in it at most; -1 where a second one follows. */
function skipSpaceAndBreak(text: string, at: number, end: number): number {
  const i = skipBlanks(text, at, end);
  return i < end && (text.charCodeAt(i) === LF || text.charCodeAt(i) === CR) ? skipBlanks(text, nextLine(text, i, end), end) : i;
}

/**
 * Reads the link reference definitions a paragraph starts with and puts them into `into`.
 * @returns where the paragraph's own text starts
 */
export function readDefinitions(text: string, start: number, end: number, into: Map<string, string>): number {
  let at = start;
  while (at < end && text.charCodeAt(at) === LBRACKET) {
    const next = readDefinition(text, at, end, into);
    if (next < 0) break;
    at = skipBlanks(text, nextLine(text, next, end), end);
  }
  return at;
}

/** @returns the end of the definition's last line, or -1 */
function readDefinition(text: string, at: number, end: number, into: Map<string, string>): number {
  const close = labelEnd(text, at, end);
  if (close < 0 || text.charCodeAt(close + 1) !== COLON || close + 1 >= end) return -1;
  const label = normalLabel(text.slice(at + 1, close));
  const from = skipSpaceAndBreak(text, close + 2, end);
  const to = from < end ? targetEnd(text, from, end) : -1;
  if (label === '' || to <= from) return -1;
  const bare = skipBlanks(text, to, end);
  const stop = titledEnd(text, to, end);
  const last = stop >= 0 ? stop : bare >= end || bare === lineEnd(text, bare, end) ? bare : -1;
  if (last >= 0 && !into.has(label)) into.set(label, targetText(text, from, to));
  return last;
}

/** The end of the line on which the title ends that follows a target, or -1 where no proper title follows. */
function titledEnd(text: string, to: number, end: number): number {
  const from = skipSpaceAndBreak(text, to, end);
  const stop = from > to && from < end ? titleEnd(text, from, end) : -1;
  if (stop < 0) return -1;
  const rest = skipBlanks(text, stop, end);
  return rest >= end || rest === lineEnd(text, rest, end) ? rest : -1;
}

import type { Range } from '../../types.js';

const LONGEST_TAG = 210;
const TAG = /\[(\/?)quote\b[^\]\n]{0,200}\]/gi;
const OPENING = /^\[quote\b[^\]\n]{0,200}\]/i;
const CLOSING = /\[\/quote\b[^\]\n]{0,200}\]$/i;

/** The quotations of forums, `[quote]…[/quote]`, from `from` on that begin a line; those inside others are part of them. One that nothing closes is none. */
export function taggedQuotes(text: string, from: number): readonly Range[] {
  if (!text.includes('[/', from)) return [];
  const open: number[] = [];
  const quotes: Range[] = [];
  for (const { 0: tag, 1: slash, index } of text.slice(from).matchAll(TAG)) {
    const at = from + index;
    const start = slash === '' ? undefined : open.pop();
    if (slash === '') open.push(at);
    else if (start !== undefined && /(?:^|\n)[ \t]*$/.test(text.slice(Math.max(0, start - 100), start))) {
      while ((quotes.at(-1)?.start ?? 0) > start) quotes.pop();
      quotes.push({ start, end: at + tag.length });
    }
  }
  return quotes;
}

/** What stands between the tags of a quotation; of one without tags all of it. */
export function betweenTags(text: string, { start, end }: Range): Range {
  const opening = OPENING.exec(text.slice(start, Math.min(end, start + LONGEST_TAG)));
  const closing = opening && CLOSING.exec(text.slice(Math.max(start, end - LONGEST_TAG), end));
  return closing ? { start: start + opening[0].length, end: end - closing[0].length } : { start, end };
}

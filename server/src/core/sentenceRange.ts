import { readFrontMatter } from './text/frontMatter.js';
import type { Range } from './types.js';

const LONGEST = 2000;
const MARKUP = /(?:[-*+>]|\d+[.)]|#{1,6})[ \t]+/u.source;
// What ends a sentence, what ends a paragraph, and what begins a list item, heading, quotation or row of a table.
const BLOCK_TAG = /<\/?(?:p|li|[uod]l|d[dt]|div|h[1-6]|t[dhr]|table|section|article|body|br)\b[^<>]{0,200}>/u.source;
const ROW = /\|[ \t]*/u.source;
// The line that opens an admonition, with its title: “:::tip Good to know”, “!!! note”.
const ADMONITION = /[ \t]*(?::{3,}|!!!|\?\?\?\+?)[^\n]{0,200}\n\s*/u.source;
const OPENINGS = new RegExp(`[.!?…][”’"')\\]]*\\s+|${BLOCK_TAG}\\s*|\\n[ \\t]*\\r?\\n\\s*|\\n---[ \\t]*\\r?\\n|\\n[ \\t]*(?:${MARKUP}|${ROW})|(?<=^|\\n)${ADMONITION}`, 'gu');
const CLOSING = new RegExp(`(?<=[.!?…][”’"')\\]]*)(?=\\s|$)|\\r?\\n[ \\t]*\\r?\\n|\\r?\\n[ \\t]*(?:${MARKUP}|${ROW})|\\s*${BLOCK_TAG}|$`, 'u');
const LEADING_MARKUP = new RegExp(`^\\s*(?:${MARKUP}|${ROW})*`, 'u');

/**
 * Roughly the sentence around a range, as a person would copy it out: no markup before it, not beyond its
 * paragraph. Only for showing; what a sentence is to the rules, the engine alone says.
 */
export function sentenceRange(text: string, { start, end }: Range): Range {
  // Each line of a front matter stands for itself.
  if (start < readFrontMatter(text).end) return { start: text.lastIndexOf('\n', start - 1) + 1, end: lineEnd(text, end) };
  const begun = lastOpening(text, Math.max(0, start - LONGEST), start);
  const markup = LEADING_MARKUP.exec(text.slice(begun, start))?.[0].length ?? 0;
  return { start: begun + markup, end: end + toTheEnd(text.slice(start, end), text.slice(end, end + LONGEST)) };
}

function lineEnd(text: string, at: number): number {
  const end = text.slice(at).search(/\r?\n|$/u);
  return at + end;
}

/** Where the last sentence or paragraph of a passage begins. What ends its last but one paragraph is of no account. */
function lastOpening(text: string, from: number, to: number): number {
  const paragraph = Math.max(from, from + text.slice(from, to).lastIndexOf('\n\n'));
  let begun = paragraph;
  for (const { index, 0: opening } of text.slice(paragraph, to).matchAll(OPENINGS)) begun = paragraph + index + opening.length;
  return begun;
}

/** How much of the rest still belongs to the sentence of a phrase. */
function toTheEnd(phrase: string, rest: string): number {
  const isWhole = /[.!?…][”’"')\]]*$/u.test(phrase) && /^(?:\s|$)/u.test(rest);
  return isWhole ? 0 : Math.max(0, rest.search(CLOSING));
}

import { Parser, type Node } from 'commonmark';
import type { Range } from '../../../../server/src/core/types.js';
import { readFrontMatter } from '../../../../server/src/core/text/frontMatter.js';
import { readProse } from '../../../../server/src/core/text/read.js';
import { compareWords, ourTexts, wordsOf, type Comparison } from '../words.js';
import { htmlText, withoutDialects, withoutUrls } from './dialects.js';

/** Elements whose content both sides leave out when they stand in a paragraph. */
const CODE_TAG = /^<(\/?)(code|kbd|samp|var|tt|script|style|svg|pre|textarea|math|noscript|template|object)\b[^>]*?(\/?)>$/i;

/** Compares our reading of a Markdown text with CommonMark's. */
export function compare(source: string): Comparison {
  const text = source.slice(readFrontMatter(source).end);
  const prose = readProse({ text, kind: 'article', languageId: 'markdown' });
  const ours = ourTexts(prose, (part) => withoutUrls(theirText(withoutDialects(part))));
  return compareWords(ours.flatMap(wordsOf), wordsOf(withoutUrls(theirText(withoutDialects(blanked(text, prose.quotes))))));
}

/** The text without the ranges: block quotes we call somebody else's words are left out of both sides. */
function blanked(text: string, ranges: readonly Range[]): string {
  let out = '';
  let at = 0;
  for (const { start, end } of ranges) {
    out += text.slice(at, start);
    at = end;
  }
  return out + text.slice(at);
}

/** The literals of all text nodes, without image descriptions, autolinks and elements of code. */
function theirText(text: string): string {
  const walker = new Parser().parse(text).walker();
  let out = '';
  let silent = 0;
  for (let event = walker.next(); event; event = walker.next()) {
    const { node, entering } = event;
    if (!entering) {
      if (node.type === 'image') silent--;
      else if (!INLINE.has(node.type)) {
        silent = 0;
        out += '\n';
      }
    } else if (node.type === 'image') silent++;
    else if (node.type === 'html_inline') {
      if (/^<br/i.test(node.literal ?? '')) out += '\n';
      silent = Math.max(0, silent + depthOf(node.literal ?? ''));
    } else if (silent === 0) out += textOf(node);
  }
  return out;
}

const INLINE: ReadonlySet<string> = new Set(['emph', 'strong', 'link', 'text', 'softbreak', 'linebreak', 'code']);

function depthOf(tag: string): number {
  const code = CODE_TAG.exec(tag);
  return !code || code[3] ? 0 : code[1] ? -1 : 1;
}

function textOf(node: Node): string {
  if (node.type === 'html_block') return htmlText(node.literal ?? '');
  if (node.type === 'emph' || node.type === 'strong' || node.type === 'link') return '';
  if (node.type !== 'text') return ' ';
  const literal = node.literal ?? '';
  const parent = node.parent;
  const isAutolink = parent?.type === 'link' && (parent.destination === literal || parent.destination === `mailto:${literal}`);
  return isAutolink ? ' ' : literal;
}

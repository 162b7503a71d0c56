import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import type { Prose } from '../../../../server/src/core/text/prose.js';
import { readProse } from '../../../../server/src/core/text/read.js';
import { withoutUrls } from '../commonmark/dialects.js';
import { compareWords, ourTexts, wordsOf, type Comparison } from '../words.js';

type Node = DefaultTreeAdapterTypes.Node;

/** What an article leaves out on purpose: code, what is never shown, and a page's own parts. */
const SILENT = new Set(('script style template textarea svg math noscript object code kbd samp var tt pre nav title select datalist iframe video audio canvas img').split(' '));
/** Elements that stand in a line of text and do not part its words. */
const INLINE = new Set(('a abbr b bdi bdo big button cite data del dfn em font i ins label mark q s small span strike strong sub sup time u wbr').split(' '));

/** Compares our reading of an HTML file with a browser's parser's. */
export function compareHtml(source: string): Comparison {
  const prose = readProse({ text: source, kind: 'article', languageId: 'html' });
  const ours = ourTexts(prose, (part) => textOf(parse(part))).map(withoutUrls);
  return compareWords(ours.flatMap(wordsOf), wordsOf(withoutUrls(textOf(parse(blanked(source, prose.quotes))))));
}

/** A page's quotations are somebody else's words, which we leave out; so does the parser. */
function blanked(text: string, ranges: Prose['quotes']): string {
  return ranges.reduceRight((out, { start, end }) => `${out.slice(0, start)} <br> ${out.slice(end)}`, text);
}

function textOf(node: Node): string {
  if ('value' in node) return node.nodeName === '#text' ? node.value : '';
  if (SILENT.has(node.nodeName) || !('childNodes' in node)) return ' ';
  const inner = node.childNodes.map(textOf).join('');
  return INLINE.has(node.nodeName) ? inner : ` ${inner} `;
}

import { Parser, type Node } from 'commonmark';
import type { Block, Prose, Span } from '../../../../server/src/core/text/prose.js';
import type { Range } from '../../../../server/src/core/types.js';
import { readFrontMatter } from '../../../../server/src/core/text/frontMatter.js';
import { readProse } from '../../../../server/src/core/text/read.js';
import { htmlText, withoutDialects, withoutUrls } from './dialects.js';

/** A stretch of words that one side has and the other has not. */
export interface Difference {
  readonly side: 'ours' | 'theirs';
  readonly words: readonly string[];
  readonly context: string;
}

/** How far our words and the parser's agree, for one text. */
export interface Comparison {
  readonly words: number;
  readonly extra: number;
  readonly lost: number;
  readonly differences: readonly Difference[];
}

/** Kinds of span whose words CommonMark calls text. */
const TEXT_KINDS: ReadonlySet<Span['kind']> = new Set<Span['kind']>(['text', 'quote', 'label', 'placeholder']);
/** Elements whose content both sides leave out when they stand in a paragraph. */
const CODE_TAG = /^<(\/?)(code|kbd|samp|var|tt|script|style|svg|pre|textarea|math|noscript|template|object)\b[^>]*?(\/?)>$/i;

/** Compares our reading of a Markdown text with CommonMark's. */
export function compare(source: string): Comparison {
  const text = source.slice(readFrontMatter(source).end);
  const prose = readProse({ text, kind: 'article', languageId: 'markdown' });
  const ours = ourWords(prose);
  const theirs = wordsOf(withoutUrls(theirText(withoutDialects(blanked(text, prose.quotes)))));
  const differences = align(ours, theirs);
  const count = (side: Difference['side']): number => differences.filter((d) => d.side === side).reduce((sum, d) => sum + d.words.length, 0);
  return { words: theirs.length, extra: count('ours'), lost: count('theirs'), differences };
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
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

/** Our words, those of quotations and labels included; within these the parser's word is taken for markup. */
function ourWords(prose: Prose): string[] {
  return prose.blocks.flatMap((block) => wordsOf(blockText(prose.text, block)));
}

/** The spans of a block, run together as the reader sees them: an entity and what is not text part words, other markup does not. */
function blockText(text: string, block: Block): string {
  let out = '';
  let at = block.start;
  for (const span of block.spans) {
    out += (text.charAt(at) === '&' && at < span.start ? ' ' : '') + (TEXT_KINDS.has(span.kind) ? spanText(text, span) : ' ');
    at = span.end;
  }
  return out;
}

function spanText(text: string, span: Span): string {
  const content = text.slice(span.start, span.end);
  return span.kind === 'text' ? content : withoutUrls(theirText(withoutDialects(content)));
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

/** Walks both sequences, and where they part looks for the nearest place they meet again. */
function align(ours: readonly string[], theirs: readonly string[]): Difference[] {
  const differences: Difference[] = [];
  let i = 0;
  let k = 0;
  while (i < ours.length || k < theirs.length) {
    if (ours[i] === theirs[k]) {
      i++;
      k++;
      continue;
    }
    const [di, dk] = nextMeeting(ours, theirs, i, k);
    const context = theirs.slice(Math.max(0, k - 6), k).join(' ');
    if (di > 0) differences.push({ side: 'ours', words: ours.slice(i, i + di), context });
    if (dk > 0) differences.push({ side: 'theirs', words: theirs.slice(k, k + dk), context });
    i += di;
    k += dk;
  }
  return differences;
}

/** The nearest pair of offsets from which three words in a row agree. */
function nextMeeting(ours: readonly string[], theirs: readonly string[], i: number, k: number): [number, number] {
  const most = Math.max(ours.length - i, theirs.length - k);
  for (let distance = 1; distance <= most * 2; distance++) {
    for (let di = Math.max(0, distance - (theirs.length - k)); di <= Math.min(distance, ours.length - i); di++) {
      const dk = distance - di;
      if (agree(ours, theirs, i + di, k + dk)) return [di, dk];
    }
  }
  return [ours.length - i, theirs.length - k];
}

function agree(ours: readonly string[], theirs: readonly string[], i: number, k: number): boolean {
  const left = Math.min(3, Math.max(ours.length - i, theirs.length - k));
  for (let n = 0; n < left; n++) if (ours[i + n] !== theirs[k + n]) return false;
  return true;
}

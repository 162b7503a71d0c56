import { each, type Steps } from '../../steps.js';
import type { Range } from '../../types.js';
import { isWordCharacter } from '../chars.js';
import type { Block } from '../prose.js';

/** The writer's own blocks, and what turned out to be the customer's words. */
export interface Own {
  readonly blocks: readonly Block[];
  readonly quotes: readonly Range[];
}

/** `*Sam said*`, `*Sam [[#post-1|wrote]]*`, also torn apart by line breaks. */
const SAID = /^[*_]{0,2}\s*[^\s*_][^\n*_]{0,60}?\s*(?:\[\[#?[^\]\n|]{0,40}\|)?(?:said|wrote|asked|posted)(?:\]\])?\s*:?\s*[*_]{0,2}$/i;
const EMPHATIC = /^([*_])(?![*_\s])[^\n]*[^*_\s]\1$/;
/** `**re: my mail **`, which is no emphasis to Markdown for the blank before its end. */
const REPEATED = /^[*_]{1,3}\s*re\s*:[^]*[*_]$/i;
const FIRST_PERSON = /\b(?:I|I'm|I’m|I've|I’ve|my|me|mine)\b/;
const LONGEST_HEADER = 100;
/** So many blocks are looked at in one step. */
const MANY = 200;

/** Takes out the ways forum agents quote without `>`: `*Sam said*`, and the customer's words in italics on a line of their own. */
export function* droppingForumQuotes(text: string, blocks: readonly Block[]): Steps<Own> {
  const quotes: Range[] = [];
  let quotedTo = -1;
  const isOwn = (block: Block, i: number): boolean => {
    if (i > quotedTo) quotedTo = Math.max(quotedTo, lastQuoted(text, blocks, i));
    return i > quotedTo && !isForumQuote(text, block, i < blocks.length - 1);
  };
  const own: Block[] = [];
  let at = 0;
  yield* each(blocks, (block) => {
    if (isOwn(block, at++)) own.push(block);
    else quotes.push({ start: block.start, end: block.end });
  }, MANY);
  return quotes.length > 0 ? { blocks: own, quotes } : { blocks, quotes };
}

function isForumQuote(text: string, block: Block, answered: boolean): boolean {
  if (block.kind === 'paragraph' && isQuotation(text, block)) return true;
  if (block.kind !== 'paragraph') return false;
  const first = text.charAt(block.start);
  const emphatic = first === '*' || first === '_';
  if (!emphatic && block.end - block.start > LONGEST_HEADER) return false;
  const content = text.slice(block.start, block.end);
  if ((emphatic || content.includes('[[#')) && content.length < LONGEST_HEADER && SAID.test(content)) return true;
  if (emphatic && REPEATED.test(content) && !content.replace(/^[*_]+|[*_]+$/g, '').includes(first)) return true;
  return emphatic && answered && EMPHATIC.test(content) && !content.slice(1, -1).includes(first) && /[.?!…"”]$/.test(content.slice(0, -1))
    && (FIRST_PERSON.test(content) || content.endsWith(`?${first}`));
}

/** Nothing but a passage in quotation marks. */
function isQuotation(text: string, block: Block): boolean {
  let quoted = false;
  for (const span of block.spans) {
    if (span.kind === 'quote') quoted = true;
    else if (span.kind !== 'text') return false;
    else for (let i = span.start; i < span.end; i++) if (isWordCharacter(text.charCodeAt(i))) return false;
  }
  return quoted;
}

/** The most paragraphs one quotation is looked for in. */
const MOST_PARAGRAPHS = 6;

/** The last block of a quotation that opens at the start of block `i`, with quotations or paragraph breaks inside it, or -1. */
function lastQuoted(text: string, blocks: readonly Block[], i: number): number {
  if (!opensQuotation(text, blocks[i])) return -1;
  for (let k = i; k < Math.min(blocks.length, i + MOST_PARAGRAPHS); k++) if (closesQuotation(text, blocks[k])) return k;
  return -1;
}

/** Starts with a mark that is not closed in the block. */
function opensQuotation(text: string, block: Block | undefined): boolean {
  return block?.spans[0]?.kind === 'text' && block.spans[0].start === block.start && /["“]/.test(text.charAt(block.start)) && isWordCharacter(text.charCodeAt(block.start + 1));
}

/** Ends in a mark that was not opened in the block. */
function closesQuotation(text: string, block: Block | undefined): boolean {
  const last = block?.spans[block.spans.length - 1];
  return last?.kind === 'text' && /["”]\s*[.,:]?$/.test(text.slice(Math.max(last.start, last.end - 3), last.end));
}

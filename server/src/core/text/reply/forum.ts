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
const FIRST_PERSON = /\b(?:I|I'm|I’m|I've|I’ve|my|me|mine)\b/;
const LONGEST_HEADER = 100;

/** Takes out the ways forum agents quote without `>`: `*Sam said*`, and the customer's words in italics on a line of their own. */
export function dropForumQuotes(text: string, blocks: readonly Block[]): Own {
  const quotes: Range[] = [];
  const own = blocks.filter((block, i) => {
    if (!isForumQuote(text, block, i < blocks.length - 1)) return true;
    quotes.push({ start: block.start, end: block.end });
    return false;
  });
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

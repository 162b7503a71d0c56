import type { Block } from '../../text/prose.js';
import type { Range } from '../../types.js';
import { wordsOf } from './slotWords.js';
import { holds, type WordSets } from './wordSets.js';

/** How far to either side of a bracket its neighbours are looked for, in characters. */
const NEIGHBOURHOOD = 64;
/** Labels before the one in question, which the same verb commands: `[File] > [Account]`, `[Customer] and then [Order]`. */
const EARLIER_LABELS = (): RegExp => /(?:[[<]\p{Lu}[^\]>\n]{0,40}[\]>][*_]*\s*(?:,?\s*(?:and|or|then|and then)\s|[>›»→/+&-]|->)\s*[*_]*)+$/u;
/** A clause goes on over blanks, emphasis and quotation marks alone. */
const CLAUSE_END = (): RegExp => /[^\p{L}\s*_"'“‘]/u;
const FILLER = new Set(['on', 'the', 'in']);
/** Before "open" these make it an adjective: "is still open", "your open case". */
const BEFORE_ADJECTIVE = new Set('is are was were be been being s re still now remain remains stay stays keep left the a an your my our this that any'.split(' '));

/** "Press [Menu]", "the [Name] box": whether the brackets at `range` show a key or a field of the screen, and not something to fill in. */
export function isControl(text: string, block: Block, range: Range, sets: WordSets): boolean {
  return isFieldName(text, block, range, sets) || isCommanded(text, block, range, sets);
}

/** "the [Name] box"; but not "Hi [Name], box 4 has arrived". */
function isFieldName(text: string, block: Block, { end }: Range, sets: WordSets): boolean {
  const after = /^[\s*_"'”’]*(\p{L}+)/u.exec(text.slice(end, Math.min(block.end, end + NEIGHBOURHOOD)));
  return holds(sets, 'control', after?.[1]?.toLowerCase() ?? '');
}

/** "Press [Menu]", "type [password]": the verb stands right before the brackets. */
function isCommanded(text: string, block: Block, range: Range, sets: WordSets): boolean {
  const verb = verbBefore(text.slice(Math.max(block.start, range.start - NEIGHBOURHOOD), range.start), sets);
  const written = text.slice(range.start, range.end);
  if (verb === 'type') return !holds(sets, 'insert', wordsOf(written)[0] ?? '');
  return holds(sets, 'press', verb) && isLabel(written, sets);
}

/** The word that governs what comes after `before`, or an empty text. */
function verbBefore(before: string, sets: WordSets): string {
  const clause = before.replace(EARLIER_LABELS(), '').split(CLAUSE_END()).at(-1) ?? '';
  const words = wordsOf(clause);
  let at = words.length - 1;
  while (FILLER.has(words[at] ?? '') || holds(sets, 'control', words[at] ?? '')) at--;
  const verb = words[at] ?? '';
  return verb === 'open' && BEFORE_ADJECTIVE.has(words[at - 1] ?? '') ? '' : verb;
}

/** `[Save]`, `<Menu>`: screens write their labels with a capital, and name no button "Link" or "Your plan". */
function isLabel(written: string, sets: WordSets): boolean {
  return /^[[<]\p{Lu}/u.test(written) && !wordsOf(written).some((word) => holds(sets, 'blank', word) || holds(sets, 'mark', word));
}

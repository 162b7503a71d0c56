import type { Block } from '../../text/prose.js';
import type { Range } from '../../types.js';
import { rangeAt } from '../../ranges.js';
import { matchesIn } from './passages.js';
import { sign } from './signs.js';
import { wordsOf } from './slotWords.js';
import { holds, type WordSets } from './wordSets.js';

/** How far to either side of a variable words tell that it is one of a program, in characters. */
const NEAR = 60;

/** A way in which programs write a variable. */
interface Grammar {
  readonly pattern: RegExp;
  /** The signs mean other things too: only a name that people give to a customer's data counts. */
  readonly named: boolean;
}

/** The merge tags of mail programs, template languages and older help desks, beyond those that the text reader knows as slots. */
const GRAMMARS: readonly Grammar[] = [
  // Mailchimp
  { pattern: /\*\|[A-Za-z][\w:. -]{0,40}\|\*|\|\*[A-Z][A-Z_]{1,40}\*\|/g, named: false },
  // ERB, EJS, ASP
  { pattern: /<%[=-]\s?[\w.@\[\]'":() -]{1,60}?%>/g, named: false },
  // Salesforce, Helprace, Smarty
  { pattern: /\{!\s?[A-Za-z][\w.]{1,60}\}|\{\$[A-Za-z][\w.]{1,60}\}/g, named: false },
  // Half a pair of braces
  { pattern: /\{\{\s?[A-Za-z][\w.]{1,60}\s?\}(?!\})/g, named: false },
  // Word's mail merge, and what looks like it
  { pattern: /«[A-Za-z][\w .-]{1,40}»/g, named: true },
  { pattern: /\[\[\s?[A-Za-z]\w{1,40}\s?\]\]/g, named: true },
  { pattern: /##?[A-Za-z][A-Za-z_]{1,40}##?(?![\w#])/g, named: true },
  { pattern: /%[a-z]+(?:\.[a-z_]+)+%/gi, named: true },
  // Shells and older template languages
  { pattern: /\$[a-z]\w{2,40}(?![\w(=[.]*[\w(=[])/g, named: true },
  // "Hi (name),"
  { pattern: /(?<=^(?:hi|hello|hey|dear) )\((?:[a-z']+ ){0,2}[a-z]+\)/gi, named: true },
];

/** With what they begin. The rest of a tag may stand beyond the end of its block. */
export const TAG_SIGN = sign({ words: /\*\||\|\*|<%|\{|«[a-z]|\[\[|#[a-z#]|%[a-z]|\$[a-z]|(?:hi|hello|hey|dear) \(/i });

/** The merge tags of a block that nobody filled in, what is no prose of the writer's aside. */
export function mergeTags(text: string, block: Block, sets: WordSets): readonly Range[] {
  // A greeting may end inside a tag: "Hi {!Contact.FirstName},".
  const written = text.slice(block.start, block.end) + (/^[^\r\n]{0,60}/.exec(text.slice(block.end, block.end + 60))?.[0] ?? '');
  if (wordsOf(written).some((word) => holds(sets, 'templates', word))) return [];
  const taken = block.spans.filter(({ kind, start, end }) => kind !== 'text' && kind !== 'html' && !isGuillemet(text, start, end));
  return GRAMMARS.flatMap(({ pattern, named }) =>
    matchesIn(written, { start: 0, end: written.length }, pattern)
      .map((match) => ({ start: block.start + match.index, end: block.start + match.index + match[0].length }))
      .filter(({ start, end }) => start < block.end && !rangeAt(taken, start) && !/[\w/\\=]/.test(text.charAt(start - 1)) && (!named || (namesData(text.slice(start, end), sets) && !isOfProgram(text, { start, end }, block, sets)))),
  );
}

/** A name in guillemets is read as a quotation; with a word for data in it, it is none. */
function isGuillemet(text: string, start: number, end: number): boolean {
  return text.charAt(start) === '«' && end - start < 44;
}

/** "Type echo $name in the terminal": a variable of a program is right as it stands; behind a greeting it is the customer's name. */
function isOfProgram(text: string, { start, end }: Range, block: Block, sets: WordSets): boolean {
  if (text.charAt(start) !== '$') return false;
  const before = wordsOf(text.slice(Math.max(block.start, start - NEAR), start));
  const last = before.at(-1) ?? '';
  if (holds(sets, 'address', last)) return false;
  return holds(sets, 'run', last) || [...before, ...wordsOf(text.slice(end, Math.min(block.end, end + NEAR)))].some((word) => holds(sets, 'program', word));
}

function namesData(written: string, sets: WordSets): boolean {
  return holds(sets, 'noun', wordsOf(written).at(-1) ?? '');
}

import { isSpace, skipSpace } from '../chars.js';
import { opensWithWord } from './loneWords.js';

/** `Bea Novak, support lead`. */
const NAME_AND_POST = (): RegExp => /^(?:[-–—~]\s?)?\p{Lu}[\p{L}'’-]*(?:\s\p{Lu}[\p{L}'’-]*\.?){0,3}, \p{L}/u;
/** What tells `Bea, support desk` from `Sorry, no refunds`. */
const POST = /\b(?:accounts|admin\w*|advis[eo]r|agent|analyst|assistant|billing|care|clerk|consultant|coordinator|customer|department|desk|director|engineer|founder|head|helpdesk|it|lead|manager|office|officer|operations|owner|pharmacist|reception\w*|rep|representative|sales|secretary|services?|specialist|support|team|technician)\b/i;
/** No one's post has these words in it. */
const SAYS_SOMETHING = /\b(?:i|me|my|we|us|you|your|it|this|that|please|is|are|was|will|can|has|have|don['’]t|let|not)\b/i;
const POSTSCRIPT = /^p\.?\s?s\b/i;
/** What mail programs and companies put below every mail. */
const FOOTER = /^(?:sent from (?:my|the|outlook|mail|yahoo|gmail|proton|samsung|an? )|sent with (?:proton|spark|airmail|mailbird)|get outlook for |please consider the environment|(?:confidentiality|legal) (?:notice|disclaimer)\b|disclaimer:|(?:this|the contents? of this|the information (?:contained )?in this) (?:e-?mail|message|communication|transmission)\b.{0,120}\b(?:confidential|privileged|intended)\b(?!\?))/isu;
/** A line of telephone numbers and addresses. */
const CONTACT = /^(?:(?:tel(?:ephone)?|phone|mob(?:ile)?|cell|fax|office|direct|[tmpew]|e-?mail|web(?:site)?)\b[.:]?\s*[\w+(]\S*[\d@.]|(?:https?:\/\/|www\.)\S+$)/i;
/** In words, of a person and what they are. */
const LONGEST_NAME = 7;
/** As much of a paragraph as tells whether it is added to every mail. */
const LONGEST_FOOTER = 200;
/** In words, of a line of telephone numbers and addresses. */
const LONGEST_CONTACT = 12;
/** Names and numbers in up to three lines, the first of them a name. */
export function isSignature(content: string): boolean {
  const [first = '', ...rest] = aboveFooter(content.trim().split(/\s*\n\s*/));
  return ((isBareName(first) && !opensWithWord(first)) || isNameAndPost(first)) && rest.every((line) => isName(line) || (isPost(line) && POST.test(line)) || /^[\d ()+/-]+$/.test(line) || isContact(line));
}

/** A line of a signature: few words, mostly capitalised, no sentence. */
export function isName(line: string): boolean {
  if (hasMoreWords(line, LONGEST_NAME)) return false;
  const words = line.trim().split(/\s+/);
  if (/[?!]$|[^.]\.\s+[A-Z].*\s/.test(line.trim())) return false;
  const capitals = words.filter((word) => /^[^\p{L}]*(?:\p{Lu}|$)|^(?:of|the|at|and|for|from|de|van|von)$/u.test(word)).length;
  return capitals === words.length || line.includes('@') || /^\W*[\w.-]+$/.test(line.trim()) && words.length === 1;
}

/** Whether lines are those of a signature: below a name, and after a comma beside it, stands what its bearer does: `Bea Novak, support lead`. */
export function areNames(lines: readonly string[]): boolean {
  const named = isBareName(lines[0]?.trim() ?? '');
  return aboveFooter(lines).every((line, k) => isName(line) || (k > 0 && named && isPost(line.trim())) || isNameAndPost(line.trim()) || isContact(line.trim()));
}

/** The lines above what a mail program or a company adds to every mail. */
export function aboveFooter(lines: readonly string[]): readonly string[] {
  const footer = lines.findIndex(isFooter);
  return footer < 0 ? lines : lines.slice(0, footer);
}

/** Whether a line is what a mail program or a company adds to every mail: `Sent from my iPhone`, `This email and any attachments are confidential`. */
export function isFooter(line: string): boolean {
  return FOOTER.test(line.slice(0, LONGEST_FOOTER).trimStart());
}

/** Whether a paragraph stands below the names of a letter: a postscript, or what is added to every mail. */
export function isBelowNames(paragraph: string): boolean {
  return POSTSCRIPT.test(paragraph) || isFooter(paragraph);
}

/** `Billing | Acme`, `Tel 020 555 0147 · www.example.com`. */
function isContact(line: string): boolean {
  if (hasMoreWords(line, LONGEST_CONTACT)) return false;
  return CONTACT.test(line) || (line.includes(' | ') && line.split(' | ').every((part) => isName(part) || isPost(part.trim()) || CONTACT.test(part.trim())));
}

function isNameAndPost(line: string): boolean {
  if (!NAME_AND_POST().test(line)) return false;
  const comma = line.indexOf(',');
  const post = line.slice(comma + 1).trim();
  return isPost(post) && (/\s\p{Lu}/u.test(line.slice(0, comma)) || POST.test(post));
}

/** What somebody does, in a few words; no sentence to a customer. */
function isPost(words: string): boolean {
  return /^(?:\d(?:st|nd|rd|th)[ -])?\p{L}[\p{L}&/'’ ,-]*$/u.test(words) && words.split(/\s+/).length <= 5 && !SAYS_SOMETHING.test(words);
}

/** Whether a line has more words than so many, told without taking it apart: most lines are sentences. */
function hasMoreWords(line: string, most: number): boolean {
  let words = 0;
  for (let at = skipSpace(line, 0, line.length); at < line.length && words <= most; at = skipSpace(line, at, line.length), words++) {
    while (at < line.length && !isSpace(line.charCodeAt(at))) at++;
  }
  return words > most;
}

/** A name of its own as the last paragraph: `Sam`, `- Sam Lee`, `Sam Lee, Member Services`. */
export function isBareName(line: string): boolean {
  return /^(?:[-–—~]\s?)?\p{Lu}[\p{L}\d'’-]*\.?(?:,?\s(?:\p{Lu}[\p{L}'’-]*\.?|&|from|and)){0,4}$/u.test(line) && !line.endsWith('.');
}

/** Whether a line is a name on its own below a finished sentence: `Ravi`, `Ravi Patel`, and not `Sent`. */
export function isLoneName(line: string): boolean {
  return isBareName(line) && !opensWithWord(line) && !hasMoreWords(line, 2);
}

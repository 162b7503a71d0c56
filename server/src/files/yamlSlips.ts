/** What went wrong in YAML, in the words of somebody who does not think of it as a language. By the parser's codes. */
const SLIPS: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'This line begins with a tab. Use spaces: two for each step in.',
  BAD_INDENT: 'This line stands too far in or out. Lines that belong together begin in the same column, two spaces further in than what they belong to.',
  BLOCK_IN_FLOW: 'Inside {…} and […] everything goes on with commas. Close the bracket, or write it as lines of their own.',
  BLOCK_AS_IMPLICIT_KEY: 'There are two “name:” on this line, or it stands too far in. Give each a line of its own, begun in the same column as those it belongs with; put a text with a colon in quotes.',
  MULTILINE_IMPLICIT_KEY: 'Something before a colon goes on over a line’s end. Write “name: value” on one line, and put a text with a colon in quotes.',
  DUPLICATE_KEY: 'This name stands here twice. Put both together under one.',
  BAD_ALIAS: 'A word that begins with “*” or “&” means something else here. Put it in quotes: "**/*.md".',
  BAD_SCALAR_START: 'A text cannot begin with this sign here. Put it in quotes.',
  BAD_PROP_ORDER: 'A word that begins with “*”, “&” or “!” means something else here. Put it in quotes.',
  BAD_DQ_ESCAPE: 'A backslash in "…" means something else. Write two of them, or use single quotes.',
  MISSING_CHAR: 'A quotation mark, bracket or comma is opened before here and never closed, or one is missing. Look at this line and the one above.',
  MULTIPLE_DOCS: 'The file has a line “---” in the middle. Take it out; everything goes into one piece.',
  UNEXPECTED_TOKEN: 'Something stands here that does not belong. Put a text with signs in it in quotes, and each “name: value” on a line of its own.',
  KEY_OVER_1024_CHARS: 'What stands before the colon is too long. Shorten it, or put a text with a colon in quotes.',
  TAG_RESOLVE_FAILED: 'A word that begins with “!” means something else here. Put it in quotes.',
  BAD_DIRECTIVE: 'A line that begins with “%” means something else here. Put it in quotes.',
};

const QUOTE = 'A quotation mark is opened before here and never closed. Close it, or take it out.';
const BRACKET = 'A bracket is opened before here and never closed. Close it with “}” or “]”.';

/** A sentence for a mistake that the parser found. @param message the parser's own words, for what has no sentence here */
export function slipOf(code: string, message: string): string {
  if (code === 'MISSING_CHAR' && /closing ["']/u.test(message)) return QUOTE;
  if (/^Flow (?:map|sequence)/u.test(message) || (code === 'MISSING_CHAR' && /[\]}]/u.test(message))) return BRACKET;
  return SLIPS[code] ?? `${message.replace(/[\s.:]+$/u, '')}; mend the YAML here.`;
}

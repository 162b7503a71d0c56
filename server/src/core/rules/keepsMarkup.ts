import type { Prose } from '../text/prose.js';
import type { Fix, TextEdit } from '../types.js';
import { rangeAt } from '../ranges.js';

const TAG = /<(\/?)([A-Za-z][\w.-]*)(?:[^<>"']|"[^"]*"|'[^']*')*?(\/?)>/g;
/** Elements without an end tag. */
const VOID = /^(?:br|hr|img|wbr|input|col|area|embed|source|track)$/i;
/** What means something in Markdown and shows as it is in HTML, and what would start a tag. */
const NOT_HTML = /[<\r\n]|!\[|\]\(|^\s*(?:[-*+#>]|\d+[.)])\s|\*\*|`/;
/** What would start a tag or an expression in MDX; `${1:` of a snippet is none. */
const NOT_MDX = /<[A-Za-z/>]|(?<!\$)\{/;

/** Whether a fix leaves the markup of its text intact: it takes out no half of an element, and what it inserts is text in the file's format. */
export function keepsMarkup({ edits }: Fix, prose: Prose): boolean {
  const { form } = prose;
  return edits.every((edit) => isSameTag(prose.text.slice(edit.start, edit.end), edit.text) || isRemoval(edit, prose)) || edits.every((edit) => isBalanced(markupIn(edit, prose)) && (form !== 'html' || staysInBlock(edit, prose)) && !foreignTo(form).test(edit.text));
}

const WHOLE_TAG = /^<([A-Za-z][\w.-]*)\s(?:[^<>"']|"[^"<]*"|'[^'<]*')*?(\/?)>$/;

/** Whether a tag stays what it is and only its attributes change. */
function isSameTag(before: string, after: string): boolean {
  if (!before.startsWith('<')) return false;
  const [, name, alone] = before.length > LONGEST ? [] : (WHOLE_TAG.exec(before) ?? []);
  const [, now, nowAlone] = WHOLE_TAG.exec(after) ?? [];
  return name !== undefined && name === now && alone === nowAlone;
}

/** A comment may go as a whole. */
function isRemoval({ start, end, text }: TextEdit, { comments }: Prose): boolean {
  return text === '' && comments.some((comment) => start <= comment.start && comment.end <= end && end - start < comment.end - comment.start + 200);
}

/** What an edit takes out, without slots such as `<customer name>`, which only look like tags. */
function markupIn({ start, end }: TextEdit, { text, blocks }: Prose): string {
  const piece = text.slice(start, end);
  if (!piece.includes('<')) return '';
  const slots = rangeAt(blocks, start)?.spans.filter((span) => span.kind === 'placeholder' && span.start >= start && span.end <= end) ?? [];
  return slots.reduceRight((rest, slot) => rest.slice(0, slot.start - start) + rest.slice(slot.end - start), piece);
}

/** A fix of more than this is none. */
const LONGEST = 5000;

const NOTHING = /(?!)/;

function foreignTo(form: Prose['form']): RegExp {
  return form === 'html' ? NOT_HTML : form === 'mdx' ? NOT_MDX : NOTHING;
}

/** In HTML, what is not prose is never touched: not a list's tags, nor an image's. */
function staysInBlock({ start, end }: TextEdit, { blocks }: Prose): boolean {
  const block = rangeAt(blocks, start) ?? rangeAt(blocks, start - 1);
  return block !== undefined && end <= block.end;
}

/** Whether every tag in a piece of text has its partner there. */
function isBalanced(piece: string): boolean {
  if (piece === '') return true;
  if (piece.length > LONGEST) return false;
  const open: string[] = [];
  for (const [, closing, name = '', alone] of piece.matchAll(TAG)) {
    if (closing) {
      if (open.pop() !== name) return false;
    } else if (!alone && !VOID.test(name)) open.push(name);
  }
  return open.length === 0;
}

import type { TextEdit } from '../types.js';
import { withLineEndsOf } from '../text/lineEnds.js';
import { isBelowNames } from '../text/reply/signature.js';
import type { Reading, Sentence } from '../reading/reading.js';

/** Where a new paragraph is inserted: above everything, above the body, below the body, or below everything. */
export type Placement = 'top' | 'opening' | 'end' | 'bottom';

/** Puts a passage in as a paragraph of its own. @param body in the text it will be, tab stops and all */
export function placed(body: string, placement: Placement, reading: Reading): TextEdit {
  const { sentences, prose: { text } } = reading;
  const main = mainOf(reading);
  const above = placement === 'top' ? sentences[0] : placement === 'opening' ? main[0] : undefined;
  if (above) return atStartOf(above, body, reading);
  const below = placement === 'bottom' ? lastWritten(reading) : main.at(-1);
  if (below) return between(body, below.block.end, reading);
  const [first] = sentences;
  return first && isSignOff(first) ? atStartOf(first, body, reading) : between(body, first?.block.end ?? text.length, reading);
}

/** The body as far as the sign-off: a postscript below it is no place to go on. */
function mainOf({ body, sentences }: Reading): readonly Sentence[] {
  const signOff = sentences.find(isSignOff);
  return signOff ? body.filter(({ start }) => start < signOff.start) : body;
}

function isSignOff({ block: { kind } }: Sentence): boolean {
  return kind === 'signoff';
}

/** The last sentence above the postscripts and what is added to every mail: a letter is signed before them. */
function lastWritten({ sentences, prose: { text } }: Reading): Sentence | undefined {
  return sentences.filter(({ block: { start, end } }) => !isBelowNames(text.slice(start, end))).at(-1);
}

function atStartOf({ block: { start } }: Sentence, body: string, { prose: { text } }: Reading): TextEdit {
  return { start, end: start, text: withLineEndsOf(text, `${gapAbove(text, start)}${body}\n\n`) };
}

/** Puts a passage in as paragraphs of its own at an offset between two others, or at the end of the text. */
export function between(body: string, at: number, { prose: { text } }: Reading): TextEdit {
  const [before, after] = [text.slice(0, at), text.slice(at)];
  const above = before.trim() === '' || /\n\r?\n$/.test(before) ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  const below = after.trim() === '' || /^\r?\n\r?\n/.test(after) ? '' : /^\r?\n/.test(after) ? '\n' : '\n\n';
  return { start: at, end: at, text: withLineEndsOf(text, above + body + below) };
}

/** "Hi Sam, your order…": a greeting on the same line gets the new paragraph below it. */
function gapAbove(text: string, at: number): string {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  return /\p{L}/u.test(line) ? '\n\n' : '';
}

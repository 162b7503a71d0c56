import type { TextEdit } from '../types.js';
import type { Reading } from './reading.js';

/** Where a passage of its own goes in: above everything, above the body, below the body, or below everything. */
export type Placement = 'top' | 'opening' | 'end' | 'bottom';

/** Puts a passage in as a paragraph of its own. @param body in the text it will be, tab stops and all */
export function placed(body: string, placement: Placement, reading: Reading): TextEdit {
  const { text } = reading.prose;
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const passage = body.replaceAll('\n', newline);
  const above = placement === 'top' ? reading.sentences[0] : placement === 'opening' ? reading.body[0] : undefined;
  if (above) return { start: above.block.start, end: above.block.start, text: gapAbove(reading, above.block.start) + passage + newline + newline };
  const below = (placement === 'bottom' ? undefined : reading.body.at(-1)) ?? reading.sentences.at(-1);
  const at = below ? below.block.end : text.length;
  return { start: at, end: at, text: below ? newline + newline + passage : passage };
}

/** Puts a passage in as paragraphs of its own at an offset between two others, or at the end of the text. */
export function between(body: string, at: number, { prose: { text } }: Reading): TextEdit {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const gap = newline + newline;
  const [before, after] = [text.slice(0, at), text.slice(at)];
  const above = before.trim() === '' || before.endsWith(gap) ? '' : before.endsWith(newline) ? newline : gap;
  const below = after.trim() === '' || after.startsWith(gap) ? '' : after.startsWith(newline) ? newline : gap;
  return { start: at, end: at, text: above + body.replaceAll('\n', newline) + below };
}

/** "Hi Sam, your order…": a greeting on the same line gets the new paragraph below it. */
function gapAbove({ prose: { text } }: Reading, at: number): string {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  return /\p{L}/u.test(line) ? '\n\n' : '';
}

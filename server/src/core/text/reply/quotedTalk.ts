import type { Steps } from '../../steps.js';
import { GT } from '../chars.js';
import { Line } from '../markdown/line.js';
import type { Block, Quotation } from '../prose.js';
import { blankMarks } from './quoteMarks.js';
import { readingTalk } from './talk.js';
import { turnLine } from './turnLines.js';

/** So many quotations are looked at in one step. */
const A_FEW = 20;

/** Reads the talks among quotations with `>`, such as a chat at the top of a draft, turn by turn. @param blocks the reply */
export function* readingQuotedTalks(text: string, quotes: readonly Quotation[], blocks: readonly Block[]): Steps<readonly Quotation[]> {
  const told: Quotation[] = [];
  for (const quote of quotes) {
    told.push(yield* readingQuoted(text, quote, blocks));
    if (told.length % A_FEW === 0) yield;
  }
  return told;
}

function* readingQuoted(text: string, quote: Quotation, blocks: readonly Block[]): Steps<Quotation> {
  const { start, end } = quote;
  if (text.charCodeAt(start) !== GT || !beginsTalk(text, quote)) return quote;
  const answer = text.slice(blocks[0]?.start ?? end, blocks.at(-1)?.end ?? end);
  const talk = yield* readingTalk(blankMarks(text, quote), 0, { text: answer, isAbove: false });
  const [over] = talk?.quotes ?? [];
  return over ? { ...over, start, end, said: over.said?.map((range) => ({ start: start + range.start, end: start + range.end })) ?? [] } : quote;
}

/** Whether somebody speaks in the first line of a quotation, marks and all. */
function beginsTalk(text: string, { start, end }: Quotation): boolean {
  const line = new Line(text, start, end);
  if (!line.advance()) return false;
  const marks = /^[ \t>]*/.exec(text.slice(line.first, line.end))?.[0].length ?? 0;
  line.consumeTo(line.first + marks);
  return turnLine(text, line) !== undefined;
}

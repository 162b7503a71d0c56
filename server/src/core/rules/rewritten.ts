import type { Range } from '../types.js';

/** "Note:** ", "Please note*: ", "Tip: ", "Important:</strong> ": what names a passage, at the start of its first sentence. */
const LABEL = (): RegExp => /^(?:\p{L}+(?: \p{L}+){0,3}(?:(?:[*_]+|<\/\w+>):|:(?:[*_]+|<\/\w+>))|\p{L}+:)[ \t]+/u;
/** No label is longer. */
const LONGEST_LABEL = 60;

/** The range that a rewritten sentence replaces: the old sentence without a label before it, and with both ends of its emphasis. @param finding what has to go in any case */
export function rewritten(sentence: Range, finding: Range, text: string): Range {
  const label = LABEL().exec(text.slice(sentence.start, sentence.start + LONGEST_LABEL))?.[0].length ?? 0;
  const isKept = label > 0 && sentence.start + label <= finding.start;
  return isKept ? { start: sentence.start + label, end: sentence.end } : withWholeEmphasis(sentence, text);
}

/** "**You forgot** it.": what opens before the sentence and closes in it goes with it. */
function withWholeEmphasis({ start, end }: Range, text: string): Range {
  const runs = text.slice(start, end).match(/\*+|(?<!\p{L})_+|_+(?!\p{L})/gu) ?? [];
  if (runs.length % 2 === 0) return { start, end };
  const opening = /[*_]+$/.exec(text.slice(Math.max(0, start - 3), start))?.[0].length ?? 0;
  const closing = opening > 0 ? 0 : (/^[*_]+/.exec(text.slice(end, end + 3))?.[0].length ?? 0);
  return { start: start - opening, end: end + closing };
}

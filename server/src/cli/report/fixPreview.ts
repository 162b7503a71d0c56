import type { Finding, Fix, Range } from '../../core/index.js';
import { rewording } from '../../core/rewording.js';
import type { Rewording } from '../../core/rewording.js';
import { sentenceRange } from '../../core/sentenceRange.js';
import { cutEnd, excerpt } from './excerpt.js';
import type { Excerpt } from './excerpt.js';
import { onOneLine } from './plain.js';

/** How a text would read with a fix applied. */
export interface FixPreview extends Excerpt {
  readonly verb: Rewording['verb'];
  /** What the light bulb calls it. */
  readonly title: string;
}

/** What two lines lose where a word does not fit on the first. */
const RAGGED = 16;

/**
 * What to write instead, the best first, for lines of `width` columns: two lines for a new sentence, else one. The phrase
 * is what is new. A fix that only puts the cursor into what stands there is for editors.
 * @param sentence that of the finding
 */
export function fixPreviews(text: string, finding: Finding, width: number, sentence = sentenceRange(text, finding)): readonly FixPreview[] {
  const previews = new Map<string, FixPreview>();
  for (const fix of finding.fixes) {
    const one = preview(text, sentence, fix, width);
    // The first of two that read alike: with it, nothing is left to be filled in
    if (one && !previews.has(asRead(one))) previews.set(asRead(one), one);
  }
  return [...previews.values()];
}

function asRead({ before, phrase, after }: FixPreview): string {
  return (before + phrase + after).replace(/[‹›]/g, '');
}

function preview(text: string, sentence: Range, fix: Fix, width: number): FixPreview | undefined {
  const one = rewording(text, sentence, fix);
  return one && { verb: one.verb, title: onOneLine(fix.title), ...shownIn(one, width) };
}

function shownIn({ verb, text, words }: Rewording, width: number): Excerpt {
  if (verb === 'add') return { before: '', phrase: cutEnd(lines(text), 2 * width - RAGGED), after: '' };
  if (verb === 'cut') return { before: '', phrase: '', after: cutEnd(onOneLine(text).trim(), width) };
  return change(text, words, { start: 0, end: text.length }, width);
}

/** New words line by line. */
function lines(words: string): string {
  return words.trim().split(/\s*\n\s*/u).map(onOneLine).join('\n');
}

/** Where something was only taken out, nothing is new, and the sentence is shown as it now reads. */
function change(fixed: string, words: Range, sentence: Range, width: number): Excerpt {
  const isLong = words.end - words.start > width / 2;
  const shown = excerpt(fixed, words, isLong ? 2 * width - RAGGED : width, sentence);
  return shown.phrase.trim() ? shown : { before: onOneLine(shown.before + shown.phrase + shown.after), phrase: '', after: '' };
}

import { applyEdits } from '../../core/fix.js';
import type { Finding, Fix, Range, TextEdit } from '../../core/index.js';
import { parseSnippet } from '../../core/packs/snippet-syntax.js';
import type { SnippetPart } from '../../core/packs/snippet-syntax.js';
import { cutEnd, excerpt, sentenceRange } from './excerpt.js';
import type { Excerpt } from './excerpt.js';
import { onOneLine } from './plain.js';

/** How a text would read with a fix applied. */
export interface FixPreview extends Excerpt {
  /** `add`: the words come beside what is there; `cut`: they go, and with them the whole sentence. */
  readonly verb: 'try' | 'add' | 'cut';
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
  const edits = fix.snippet ? fix.edits.map((edit) => ({ ...edit, text: filledIn(edit.text) })) : fix.edits;
  const first = edits[0];
  const last = edits.at(-1);
  if (!first || !last || edits.every(({ start, end, text: words }) => words.replace(/[‹›]/g, '') === text.slice(start, end))) return undefined;
  const changed = { start: first.start, end: last.end };
  if (changed.start === changed.end && (changed.start <= sentence.start || changed.end >= sentence.end)) {
    return { verb: 'add', before: '', phrase: cutEnd(lines(first.text), 2 * width - RAGGED), after: '' };
  }
  // The capital that the next sentence may have to get is all that is written
  const written = text.slice(sentence.start, sentence.end).trimEnd();
  if (changed.start <= sentence.start && changed.end >= sentence.start + written.length && edits.every((edit) => edit.text.trim().length <= 1)) {
    return { verb: 'cut', before: '', phrase: '', after: cutEnd(onOneLine(written).trim(), width) };
  }
  return { verb: 'try', ...change(...fixedPassage(text, sentence, edits), width) };
}

/** New words line by line. */
function lines(words: string): string {
  return words.trim().split(/\s*\n\s*/u).map(onOneLine).join('\n');
}

/**
 * The part of a text around some edits, with the edits applied. Nothing else of the text is copied, as
 * in a long text with thousands of fixes that would cost its length each time.
 * @returns the passage, and in it the new words and their sentence
 */
export function fixedPassage(text: string, around: Range, edits: readonly TextEdit[]): [passage: string, words: Range, sentence: Range] {
  const from = Math.min(around.start, ...edits.map(({ start }) => start));
  const to = Math.max(around.end, ...edits.map(({ end }) => end));
  const passage = applyEdits(text.slice(from, to), edits.map((edit) => ({ ...edit, start: edit.start - from, end: edit.end - from })));
  const longer = passage.length - (to - from);
  const start = Math.min(...edits.map((edit) => edit.start)) - from;
  const end = Math.max(...edits.map((edit) => edit.end)) - from + longer;
  return [passage, { start, end }, { start: 0, end: passage.length }];
}

/** Where something was only taken out, nothing is new, and the sentence is shown as it now reads. */
function change(fixed: string, words: Range, sentence: Range, width: number): Excerpt {
  const isLong = words.end - words.start > width / 2;
  const shown = excerpt(fixed, words, isLong ? 2 * width - RAGGED : width, sentence);
  return shown.phrase.trim() ? shown : { before: onOneLine(shown.before + shown.phrase + shown.after), phrase: '', after: '' };
}

/** A snippet as a person reads it: what is to be filled in stands between ‹ and ›. */
function filledIn(body: string): string {
  const render = (parts: readonly SnippetPart[]): string => parts.map(one).join('');
  const one = (part: SnippetPart): string => {
    if (part.kind === 'text') return part.text;
    const content = render(part.content);
    if (part.kind === 'field') return `‹${content || part.name}›`;
    return part.number === 0 ? content : `‹${part.choices?.[0] ?? (content || '…')}›`;
  };
  return render(parseSnippet(body).parts);
}

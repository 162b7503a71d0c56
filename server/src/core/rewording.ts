import { applyEdits } from './fix.js';
import { parseSnippet, type SnippetPart, withoutMarks } from './packs/snippet-syntax.js';
import type { Fix, Range, TextEdit } from './types.js';

/** How a text reads with a fix applied. */
export interface Rewording {
  /** `add`: the words come beside what is there; `cut`: they go, and with them the whole sentence. */
  readonly verb: 'try' | 'add' | 'cut';
  /** The sentence as it then reads, the words to add, or those to cut. What is to be filled in stands between ‹ and ›. */
  readonly text: string;
  /** In that text, what is new. */
  readonly words: Range;
}

/**
 * What a fix makes of a sentence; undefined where it only puts the cursor into what stands there.
 * @param sentence that of the finding
 */
export function rewording(text: string, sentence: Range, fix: Fix): Rewording | undefined {
  const edits = fix.snippet ? fix.edits.map((edit) => ({ ...edit, text: filledIn(edit.text) })) : fix.edits;
  const first = edits[0];
  const last = edits.at(-1);
  if (!first || !last || edits.every(({ start, end, text: words }) => words.replace(/[‹›]/g, '') === text.slice(start, end))) return undefined;
  if (edits.every((edit) => isBeside(edit, sentence))) {
    const added = edits.length === 1 ? first.text : edits.map((edit) => edit.text.trim()).join('\n\n');
    return { verb: 'add', text: added, words: { start: 0, end: added.length } };
  }
  const changed = { start: first.start, end: last.end };
  // The capital that the next sentence may have to get is all that is written
  const written = text.slice(sentence.start, sentence.end).trimEnd();
  if (changed.start <= sentence.start && changed.end >= sentence.start + written.length && edits.every((edit) => edit.text.trim().length <= 1)) {
    return { verb: 'cut', text: written, words: { start: 0, end: 0 } };
  }
  const [passage, words] = fixedPassage(text, sentence, edits);
  return { verb: 'try', text: passage, words };
}

/** Takes nothing away, and leaves the sentence as it is. */
function isBeside({ start, end }: Range, sentence: Range): boolean {
  return start === end && (start <= sentence.start || end >= sentence.end);
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

/** A snippet as a person reads it: what is to be filled in stands between ‹ and ›. */
export function filledIn(body: string): string {
  const render = (parts: readonly SnippetPart[]): string => parts.map(one).join('');
  const one = (part: SnippetPart): string => {
    if (part.kind === 'text') return part.text;
    const content = withoutMarks(render(part.content));
    if (part.kind === 'field') return `‹${content || part.name}›`;
    return part.number === 0 ? content : `‹${part.choices?.[0] ?? (content || '…')}›`;
  };
  return render(parseSnippet(body).parts);
}

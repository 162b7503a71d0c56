/** What is typed into texts that are measured while somebody writes them. */
import type { TextDocument, TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';

/** A key, or with more than one character taken out, a sentence that is taken back. */
export interface Edit {
  readonly at: number;
  readonly gone: number;
  readonly letter: string;
}

const SENTENCE = ' Then we just click it and wait for the file.';

/** So many keys are typed before the code counts as warm: V8 compiles what is done often, and a server is typed in for hours. */
export const WARM = 3000;
/** Keys that are measured after these. */
export const MEASURED = 600;
/** The first keys of all, which run code that V8 has compiled without looking at it twice. */
export const FIRST = 200;

/** What V8 optimises when is chance: one process says little. */
export const FEWEST_ROUNDS = 3;

/** From sentence to sentence, the share of a text by which the next one stands further down, or above: never twice at one place, and after a few all over it. */
const STRIDE = 0.618034;

/** Keys as people type them: sentences all over a text, each taken back before the next, so that the text stays as long as it is. */
export function* typing(text: string): Generator<Edit, never> {
  const ends = [...text.matchAll(/[a-z]\.(?=\s)/g)].map(({ index }) => index + 2);
  for (let share = STRIDE; ; share = (share + STRIDE) % 1) {
    const end = ends[Math.floor(share * ends.length)] ?? text.length;
    for (const [i, letter] of [...SENTENCE].entries()) yield { at: end + i, gone: 0, letter };
    yield { at: end, gone: SENTENCE.length, letter: '' };
  }
}

/** The next so many edits. */
export function next(edits: Iterator<Edit, never>, count: number): readonly Edit[] {
  return Array.from({ length: count }, () => edits.next().value);
}

/** An edit as editors tell of it. */
export function changeOf({ at, gone, letter }: Edit, document: TextDocument): TextDocumentContentChangeEvent {
  return { range: { start: document.positionAt(at), end: document.positionAt(at + gone) }, text: letter };
}

/** What is typed into texts that are measured while somebody writes them. */

/** A key: what is typed, and where in the text as it is by then. */
export interface Key {
  readonly at: number;
  readonly letter: string;
}

const SENTENCE = ' Then we just click it and wait for the file.';

/** The first keys are not counted, a quarter of all: V8 compiles what is done often, and nobody types for a second only. */
export const UNCOUNTED = 0.25;

/** Keys as people type them: a sentence here, and one further down, until there are so many. */
export function keysFor(text: string, count: number): readonly Key[] {
  const ends = [...text.matchAll(/[a-z]\.(?=\s)/g)].map(({ index }) => index + 2);
  const passages = Math.ceil(count / SENTENCE.length);
  return Array.from({ length: count }, (_, i) => {
    const passage = Math.floor(i / SENTENCE.length);
    const end = ends[Math.floor((passage * ends.length) / passages)] ?? text.length;
    return { at: end + i, letter: SENTENCE.charAt(i % SENTENCE.length) };
  });
}

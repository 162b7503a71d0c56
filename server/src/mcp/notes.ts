import * as v from 'valibot';

/** What every answer says of the project beside the text: what is wrong with its settings and packs. */
export const NOTES = v.pipe(v.array(v.string()), v.description('What is wrong with the project’s own settings or packs, for people.'));

/** An answer, and below it what is wrong with the project. */
export function withNotes(words: string, notes: readonly string[]): string {
  return notes.length === 0 ? words : `${words}\n\nWrong with the project’s own files:\n${notes.map((note) => `- ${note}`).join('\n')}`;
}

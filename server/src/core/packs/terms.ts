import * as v from 'valibot';
import { line } from './schema.js';

const words = v.pipe(v.record(line('a word', 80, 'The words as they are written.'), line('plain words', 200, 'What to write in their place.'), 'This takes lines like “SSO: one sign-in for everything”.'), v.maxEntries(1000, 'More than 1000 words; make two packs of it.'));

/** `terms.yaml`: a team's own words. */
export const termsSchema = v.strictObject({
  plain: v.exactOptional(v.pipe(words, v.description('Words that readers may not know, and plain ones. A word that the text explains is fine.'))),
  say: v.exactOptional(v.pipe(words, v.description('Words that the team does not use, and those that it uses.'))),
  allow: v.exactOptional(
    v.pipe(v.array(line('allow', 80, 'A word, phrase or acronym.'), '“allow” takes a list of words.'), v.maxLength(1000, '“allow” lists more than 1000 words.'), v.description('Words, phrases and acronyms that are fine in this team’s texts.')),
  ),
});

/** A team's own words, as its pack says them. */
export type Terms = v.InferOutput<typeof termsSchema>;

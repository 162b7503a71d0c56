import * as v from 'valibot';

/**
 * The public format of a pack's files: type, limits and description in one place. JSON schemas for
 * editors are generated from here, and every message is a sentence that says the way out.
 */

// Control and bidirectional characters could make a title in a list look like something else.
const HIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u;
const NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;
const VERSION = /^\d+\.\d+\.\d+(?:-[0-9a-z.-]+)?$/iu;
const LANGUAGE = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/iu;

/** Whether a text holds characters that are not seen and have no place in a pack. Tabs and line feeds are fine. */
export function hasHiddenCharacters(text: string): boolean {
  return HIDDEN.test(text);
}

function line(key: string, most: number, description: string) {
  return v.pipe(
    v.string(`“${key}” must be text; put it in quotes.`),
    v.trim(),
    v.nonEmpty(`“${key}” is empty; write a few words or leave the line out.`),
    v.maxLength(most, `“${key}” is longer than ${most} characters; shorten it.`),
    v.check((text) => !/[\n\t]/u.test(text) && !hasHiddenCharacters(text), `“${key}” holds line breaks or control characters; keep it to one plain line.`),
    v.description(description),
  );
}

function lineOrList(key: string, most: number, description: string) {
  const one = line(key, most, description);
  const list = v.pipe(v.array(one, `“${key}” must be text or a list.`), v.maxLength(50, `“${key}” lists more than 50; keep the ones that matter.`));
  return v.pipe(
    v.union([v.pipe(one, v.transform((only) => [only])), list], (issue) => issue.issues?.[issue.issues.length - 1]?.message ?? `“${key}” must be text or a list.`),
    v.description(description),
  );
}

const KIND_MESSAGE = '“kinds” knows reply and article; name one or both.';
const kindSchema = v.picklist(['reply', 'article'], KIND_MESSAGE);

/** `pack.yaml`. */
export const manifestSchema = v.strictObject({
  name: v.pipe(
    line('name', 60, 'Lower case letters, digits and dashes; the first part of every snippet id.'),
    v.regex(NAME, '“name” takes lower case letters, digits and dashes, like my-team.'),
  ),
  title: v.optional(line('title', 80, 'What people see in lists; default: the name.')),
  version: v.pipe(
    line('version', 40, 'Three numbers with dots: 1.0.0.'),
    v.regex(VERSION, '“version” takes three numbers with dots, like 1.0.0.'),
  ),
  description: line('description', 300, 'Whom the pack is for and what is in it, in a sentence.'),
  licence: v.optional(line('licence', 80, 'An SPDX id such as MIT, or the words your team uses.')),
  language: v.optional(
    v.pipe(
      line('language', 20, 'Of the snippets, as a language tag; default: en.'),
      v.regex(LANGUAGE, '“language” takes a language tag like en or en-GB.'),
    ),
    'en',
  ),
});

/** The front matter of `snippets/*.md`. */
export const snippetSchema = v.strictObject({
  title: line('title', 100, 'What people see in lists.'),
  prefix: v.pipe(
    lineOrList('prefix', 40, 'What people type to get it; one or a list.'),
    v.minLength(1, '“prefix” is an empty list; name what people type to get it.'),
    v.check((all) => all.every((prefix) => !/\s/u.test(prefix)), '“prefix” is typed as one word; use dashes for spaces.'),
  ),
  description: line('description', 300, 'When to use it, in a sentence.'),
  for: v.optional(lineOrList('for', 80, 'Categories whose findings it answers, the one it answers best first.'), []),
  moment: v.optional(line('moment', 40, 'The moment of the conversation it belongs to; lists are grouped by it.'), 'other'),
  kinds: v.optional(
    v.pipe(
      v.union([v.pipe(kindSchema, v.transform((only) => [only])), v.pipe(v.array(kindSchema), v.minLength(1))], KIND_MESSAGE),
      v.description('The texts it belongs in: reply, article, or both; default: reply.'),
    ),
    ['reply'],
  ),
});

export type ManifestInput = v.InferInput<typeof manifestSchema>;
export type SnippetInput = v.InferInput<typeof snippetSchema>;

/** Characters a snippet's body may have. */
export const MAX_BODY = 20_000;

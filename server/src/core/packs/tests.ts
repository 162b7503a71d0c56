import * as v from 'valibot';
import { AUDIENCES, KINDS } from '../types.js';

const strings = (description: string) => v.exactOptional(v.pipe(v.array(v.string('Each is text; put it in quotes.'), 'This takes a list.'), v.maxLength(100), v.description(description)));
const text = (description: string) => v.pipe(v.string('This takes text.'), v.maxLength(20_000), v.description(description));

/** What is to be found in a text. With nothing said, the text has to be clean. */
const textTestSchema = v.strictObject({
  text: text('A reply or an article, or a sentence of one.'),
  kind: v.exactOptional(v.pipe(v.picklist(KINDS), v.description('What the text is; default: reply.'))),
  audience: v.exactOptional(v.pipe(v.picklist(AUDIENCES), v.description('Who reads it; default: general.'))),
  finds: strings('Rules or categories of which each must find something.'),
  lacks: strings('Rules or categories that must find nothing.'),
  offers: strings('Snippets that a fix of some finding must offer, by their paths.'),
});

/** How a snippet reads. */
const snippetTestSchema = v.strictObject({
  snippet: text('The snippet’s path in this pack: billing/refund.'),
  fields: v.exactOptional(v.pipe(v.record(v.string(), v.string('A field’s value is text; put it in quotes.')), v.description('What its named fields are filled with.'))),
  reads: v.exactOptional(text('The whole text, every tab stop left as it is.')),
  has: strings('Passages that it must have.'),
});

/** What a search has to bring. */
const searchTestSchema = v.strictObject({
  search: text('Words as people type them.'),
  brings: v.pipe(v.array(v.string(), 'This takes a list.'), v.minLength(1, 'Name at least one snippet.'), v.maxLength(100), v.description('Snippets that must come first, in this order.')),
});

/** `tests.yaml`: what a team expects of its pack. */
export const testsSchema = v.pipe(v.array(v.union([textTestSchema, snippetTestSchema, searchTestSchema])), v.maxLength(2000, 'A pack may have 2000 tests.'));

/** A text, and what is to be found in it. */
export type TextTest = v.InferOutput<typeof textTestSchema>;
/** A snippet, and how it is to read when it is filled in. */
export type SnippetTest = v.InferOutput<typeof snippetTestSchema>;
/** Words, and the snippet that they are to find. */
export type SearchTest = v.InferOutput<typeof searchTestSchema>;
/** A pack's own test. */
export type PackTest = TextTest | SnippetTest | SearchTest;

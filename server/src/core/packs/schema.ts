import * as v from 'valibot';
import { CHANNELS } from '../anatomy/anatomy.js';
import { later } from '../later.js';
import { AUDIENCES } from '../types.js';
import { SITUATIONS } from './pack.js';

/**
 * The public format of a pack's files: type, limits and description in one place. JSON schemas for
 * editors are generated from here, and every message is a sentence that says the way out.
 */

// Control and bidirectional characters could make a title in a list look like something else.
const HIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u;
const ALL_HIDDEN = new RegExp(HIDDEN, 'gu');
const NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;
const VERSION = /^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/u;
const LANGUAGE = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u;

/** Whether a text holds characters that are not seen and have no place in a pack. Tabs and line feeds are fine. */
export function hasHiddenCharacters(text: string): boolean {
  return HIDDEN.test(text);
}

/** A text without the characters that are not seen. */
export function withoutHiddenCharacters(text: string): string {
  return text.replace(ALL_HIDDEN, '');
}

/** A plain line of text without line breaks or hidden characters. @param key names it in messages @param most UTF-16 units it may have */
export function line(key: string, most: number, description: string) {
  const empty = `“${key}” is empty; write a few words or leave the line out.`;
  return v.pipe(
    v.string(({ input }) => (input === null ? empty : `“${key}” must be text; put it in quotes.`)),
    v.trim(),
    v.nonEmpty(empty),
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

/** One of some words, or a list of them. */
function choices<const Options extends readonly string[]>(key: string, options: Options, description: string) {
  const message = `“${key}” knows ${options.join(', ')}; name one or several.`;
  const one = v.picklist(options, message);
  return v.pipe(v.union([v.pipe(one, v.transform((only) => [only])), v.pipe(v.array(one), v.minLength(1))], message), v.description(description));
}

/** A day of the calendar. */
function day(key: string, description: string) {
  const message = `“${key}” takes a day like 2025-01-31.`;
  const schema = v.pipe(v.string(message), v.isoDate(message), v.check(isDay, message), v.description(description));
  // What is wrong twice is said once
  return v.config(schema, { abortPipeEarly: true });
}

/** Whether the calendar has a day, written like 2025-01-31. Some engines take 2025-02-31 for a day in March. */
function isDay(text: string): boolean {
  const time = new Date(`${text}T00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(text);
}

const FIELD_NAME = /^[A-Za-z_][A-Za-z0-9_]*$/u;
const FIELD_MESSAGE = 'A field has a name of letters, digits and underscores, and “title: …”, “default: …” or both.';
const fieldSchema = later(() => v.strictObject(
  {
    title: v.exactOptional(line('title', 80, 'What people are asked for; default: the name.')),
    default: v.exactOptional(line('default', 200, 'What stands there when nothing is known.')),
  },
  FIELD_MESSAGE,
));

function named(key: string) {
  return v.pipe(line(key, 60, 'A pack’s name.'), v.regex(NAME, `“${key}” takes lower case letters, digits and dashes, like my-team.`));
}

function version(key: string) {
  const message = `“${key}” takes three numbers with dots, like 1.0.0.`;
  return v.pipe(v.string(message), v.maxLength(40, message), v.regex(VERSION, message), v.description('Three numbers with dots: 1.0.0.'));
}

/** `pack.yaml`. Like the other made when a pack is read: both took 2 ms of every start. */
export const manifestSchema = later(() => v.strictObject({
  name: v.pipe(named('name'), v.description('Lower case letters, digits and dashes; the first part of every snippet id.')),
  title: v.optional(line('title', 80, 'What people see in lists; default: the name.')),
  version: version('version'),
  description: line('description', 300, 'Whom the pack is for and what is in it, in a sentence.'),
  licence: v.optional(line('licence', 80, 'An SPDX id such as MIT, or the words your team uses.')),
  language: v.optional(
    v.pipe(
      line('language', 20, 'Of the snippets, as a language tag; default: en.'),
      v.regex(LANGUAGE, '“language” takes a language tag like en or en-GB.'),
    ),
    'en',
  ),
  requires: v.exactOptional(
    v.pipe(
      v.record(named('requires'), version('requires'), '“requires” takes lines like “essentials: 1.0.0”.'),
      v.description('Packs that must be there too, and the least version of each.'),
    ),
  ),
  extends: v.exactOptional(lineOrList('extends', 60, 'Packs that this one builds on: its snippet takes the place of theirs at the same path.')),
  fields: v.exactOptional(
    v.pipe(
      v.record(v.pipe(v.string(), v.regex(FIELD_NAME, FIELD_MESSAGE)), fieldSchema(), '“fields” takes a group of lines for each field, under its name.'),
      v.description('Named fields of its own, for ${name} in its snippets. Every pack has ${customer}, ${ticket} and ${agent}.'),
    ),
  ),
  reviewDays: v.exactOptional(
    v.pipe(v.number('“reviewDays” is a number of days.'), v.integer('“reviewDays” is a whole number of days.'), v.minValue(1, '“reviewDays” is at least 1.'), v.description('Days after which a snippet wants reading again; default: 365.')),
  ),
}));

/** The front matter of `snippets/*.md`. */
export const snippetSchema = later(() => v.strictObject({
  title: line('title', 100, 'What people see in lists.'),
  prefix: v.exactOptional(
    v.pipe(
      lineOrList('prefix', 40, 'What people type to get it; one or a list.'),
      v.check((all) => all.length > 0, '“prefix” is an empty list; name what people type to get it.'),
      v.check((all) => all.every((prefix) => !/\s/u.test(prefix)), '“prefix” is typed as one word; use dashes for spaces.'),
    ),
  ),
  description: line('description', 300, 'When to use it, in a sentence.'),
  for: v.optional(lineOrList('for', 80, 'Categories or rules whose findings it answers, and moves and parts of a reply that it makes; the best first.'), []),
  moment: v.optional(line('moment', 40, 'The moment of the conversation it belongs to; lists are grouped by it.'), 'other'),
  kinds: v.optional(
    choices('kinds', ['reply', 'article'], 'The texts it belongs in: reply, article, or both; default: reply.'),
    ['reply'],
  ),
  when: v.exactOptional(choices('when', SITUATIONS, 'What the customer wrote for; default: anything.')),
  audience: v.exactOptional(v.pipe(v.picklist(AUDIENCES, '“audience” is general or technical.'), v.description('Who can follow it; default: everyone.'))),
  channel: v.exactOptional(choices('channel', CHANNELS, 'Where it can be sent; default: anywhere.')),
  tags: v.exactOptional(lineOrList('tags', 40, 'Words to find it by that are not in its text.')),
  see: v.exactOptional(lineOrList('see', 120, 'Snippets that go with it, by their path in this pack, or with the other pack’s name before it.')),
  owner: v.exactOptional(line('owner', 80, 'Who answers for its wording.')),
  reviewed: v.exactOptional(day('reviewed', 'The day someone last read it through, like 2025-01-31.')),
}));

/** Characters a snippet's body may have. */
export const MAX_BODY = 20_000;

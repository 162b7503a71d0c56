import * as v from 'valibot';
import { nearest } from './nearest.js';

/** Keys and list positions (from 0) that lead from the whole of some data to a part of it. */
export type Path = readonly (string | number)[];

/** A way in which data does not fit its schema, in a sentence that says the way out. */
export interface Issue {
  /** Where the path breaks off, its last part that is there is meant. */
  readonly path: Path;
  /** What is wrong there: the key itself, or its value. */
  readonly part: 'key' | 'value';
  readonly message: string;
}

/**
 * Everything that is wrong with some data. Where a schema offers several shapes, the issues are those of the
 * shape that comes closest.
 */
export function issuesOf(schema: v.GenericSchema, data: unknown): readonly Issue[] {
  const lists = listsForGroups(schema, data, []);
  const other = issuesAt(schema, data, []).filter(({ path }) => !lists.some((list) => list.path.every((key, i) => key === path[i])));
  return [...lists, ...other];
}

function issuesAt(schema: v.GenericSchema, data: unknown, base: Path): readonly Issue[] {
  const result = v.safeParse(schema, data);
  if (result.success) return [];
  return result.issues.flatMap((issue) => {
    const path = issue.path?.map(({ key }) => (typeof key === 'number' ? key : String(key))) ?? [];
    const shapes = issue.type === 'union' ? schemasAt(schema, path).flatMap(shapesOf) : [];
    return shapes.length > 0 ? closest(shapes, issue.input, [...base, ...path]) : [issueOf(issue, [...base, ...path], schema, path)];
  });
}

/** The issues of the shape that data most likely means to have. */
function closest(shapes: readonly Schema[], data: unknown, path: Path): readonly Issue[] {
  const word = typeof data === 'string' ? shapes.find(({ type }) => type === 'picklist') : undefined;
  if (word) return issuesAt(word, data, path);
  const found = sharingKeys(shapes, data).map((shape) => issuesAt(shape, data, path));
  const fitting = found.filter((issues) => !issues.some((issue) => issue.part === 'value' && issue.path.length === path.length));
  if (fitting.length === 0) return [{ path, part: 'value', message: `${nameOf(path)} must be ${[...new Set(shapes.map(({ type }) => shapeName(type)))].join(', or ')}.` }];
  const least = Math.min(...fitting.map(({ length }) => length));
  const best = fitting.filter(({ length }) => length === least);
  const missing = best.flatMap((issues) => issues.flatMap((issue) => (issue.part === 'key' && issue.message.includes('is missing;') ? String(issue.path.at(-1)) : [])));
  if (best.length > 1 && missing.length === best.length) return [{ path: [...path, missing[0] ?? ''], part: 'key', message: `One of ${missing.map((key) => `“${key}”`).join(', ')} is missing.` }];
  return best[0] ?? [];
}

/** The shapes that have a key which a group of lines has as well: "search" is what one of three sorts of tests begins with. All of them where none has. */
function sharingKeys(shapes: readonly Schema[], data: unknown): readonly Schema[] {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return shapes;
  const sharing = shapes.filter(({ entries = {} }) => Object.keys(data).some((key) => Object.hasOwn(entries, key)));
  return sharing.length > 0 ? sharing : shapes;
}

function issueOf(issue: v.BaseIssue<unknown>, path: Path, schema: Schema, inSchema: Path): Issue {
  const own = !/^Invalid (?:type|key)/.test(issue.message);
  if (issue.expected === 'never' && issue.type === 'strict_object') return { path, part: 'key', message: strayKey(String(path.at(-1)), schema, inSchema) };
  if (issue.input === undefined) return { path, part: 'key', message: `${nameOf(path)} is missing; add a line “${path.at(-1)}: …”.` };
  return { path, part: 'value', message: own ? issue.message : messageOf(issue, path) };
}

function strayKey(key: string, schema: Schema, path: Path): string {
  const known = schemasAt(schema, path.slice(0, -1)).flatMap(({ entries = {} }) => Object.keys(entries)).filter((one) => !one.startsWith('$'));
  const meant = nearest(key, known);
  return `“${key}” has no place here; ${meant === undefined ? `take it out. There are ${known.join(', ')}.` : `did you mean “${meant}”?`}`;
}

function messageOf(issue: v.BaseIssue<unknown>, path: Path): string {
  const name = nameOf(path);
  const choices = [...(issue.expected ?? '').matchAll(/"([^"]+)"/g)].flatMap((match) => match[1] ?? []);
  return choices.length > 0 ? `${name} ${choiceMessage(issue.input, choices)}` : `${name} must be ${shapeName(issue.type)}.`;
}

function choiceMessage(input: unknown, choices: readonly string[]): string {
  const all = `It can be ${choices.join(', ')}.`;
  if (typeof input === 'boolean' && choices.includes('off')) return `cannot be ${input}; ${input ? 'name a severity' : 'write “off”'}. ${all}`;
  if (typeof input !== 'string') return `must be one word. ${all}`;
  const near = nearest(input, choices);
  return `cannot be “${input}”${near === undefined ? '.' : `; did you mean “${near}”?`} ${all}`;
}

/** “terms”, “examples.flag”; for a place in a list, which counts from 1 for people: entry 2 of “phrases”. */
function nameOf(path: Path): string {
  const keys = path.filter((key) => typeof key === 'string').join('.');
  const last = path.at(-1);
  if (typeof last !== 'number') return keys ? `“${keys}”` : 'The file';
  return keys ? `Entry ${last + 1} of “${keys}”` : `Entry ${last + 1}`;
}

const GROUP = 'a group of “name: value” lines';
const SHAPES: Readonly<Record<string, string>> = {
  array: 'a list, each entry after “- ” on a line of its own',
  tuple: 'a list of two texts: ["before", "after"]',
  strict_object: GROUP,
  object: GROUP,
  record: GROUP,
  string: 'text; put it in quotes if it looks like a number or a date',
  boolean: 'true or false',
  number: 'a number',
  picklist: 'one of the words it knows',
  literal: 'true',
};

function shapeName(type: string): string {
  return SHAPES[type] ?? 'something else';
}

/** valibot takes a list for a group whose names are 0, 1, 2 …; a person who writes one has mistaken the notation. */
function listsForGroups(schema: v.GenericSchema, data: unknown, path: Path): readonly Issue[] {
  if (typeof data !== 'object' || data === null) return [];
  const groups = variantsOf(schema, data);
  const isGroup = groups.length > 0 && groups.every(({ type }) => SHAPES[type] === GROUP);
  if (isGroup && Array.isArray(data)) return [{ path, part: 'value', message: `${nameOf(path)} is a list, and must be ${GROUP}: take out the dashes.` }];
  const children: readonly (readonly [string | number, unknown])[] = Array.isArray(data) ? data.map((value: unknown, i) => [i, value]) : Object.entries(data);
  return children.flatMap(([key, value]) => groups.flatMap((group) => childrenOf(group, key).flatMap((child) => listsForGroups(child, value, [...path, key]))).slice(0, 1));
}

/** What of a schema's innards the way to a part of the data needs; pipes keep those of their first schema. */
interface Schema extends v.GenericSchema {
  readonly entries?: Readonly<Record<string, Schema>>;
  readonly item?: Schema;
  readonly items?: readonly Schema[];
  readonly value?: Schema;
  readonly wrapped?: Schema;
  readonly options?: readonly Schema[];
  readonly getter?: (input: unknown) => Schema;
}

/** The schemas that a path leads to: several where the way forks. */
function schemasAt(schema: Schema, path: Path): readonly Schema[] {
  const [key, ...rest] = path;
  if (key === undefined) return unwrapped(schema);
  return unwrapped(schema).flatMap((one) => [one, ...shapesOf(one)].flatMap((option) => childrenOf(option, key))).flatMap((child) => schemasAt(child, rest));
}

function childrenOf(schema: Schema, key: string | number): readonly Schema[] {
  return unwrapped(schema).flatMap(({ entries, item, items, value }) => {
    const child = typeof key === 'number' ? (item ?? items?.[key]) : (entries?.[key] ?? value);
    return child ? [child] : [];
  });
}

/** A schema without what makes it optional or late. */
function unwrapped(schema: Schema): readonly Schema[] {
  if (schema.wrapped) return unwrapped(schema.wrapped);
  return schema.getter ? unwrapped(schema.getter(undefined)) : [schema];
}

/** What a union offers. */
function shapesOf({ type, options = [] }: Schema): readonly Schema[] {
  return type === 'union' ? options : [];
}

/** The shapes a value may have: those of a union that are not text for what is none. */
function variantsOf(schema: Schema, data: object): readonly Schema[] {
  const all = unwrapped(schema).flatMap((one) => (one.type === 'union' ? shapesOf(one).flatMap((option) => variantsOf(option, data)) : [one]));
  return all.filter(({ type }) => type !== 'string' && type !== 'picklist');
}

import * as v from 'valibot';
import { issuesOf, type Path } from '../core/issues.js';
import { nearest } from '../core/nearest.js';
import { byPlace, type Problem } from './problem.js';
import type { YamlFile } from './yaml.js';

/** Data that passed its schema, or every way in which it does not, each with the way out. */
export interface CheckedData<S extends v.GenericSchema> {
  /** Undefined where there are problems. */
  readonly data: v.InferOutput<S> | undefined;
  readonly problems: readonly Problem[];
}

/** Checks the data of a YAML file. */
export function checkData<S extends v.GenericSchema>(schema: S, yaml: YamlFile): CheckedData<S> {
  const problems = issuesOf(schema, yaml.data).map(({ path, part, message }) => yaml.problemAt(path, part, message)).sort(byPlace);
  return { data: problems.length > 0 ? undefined : v.parse(schema, yaml.data), problems };
}

/** What of some data passes its schema, and every way in which the rest does not. */
export interface UsableData<S extends v.GenericSchema> {
  /** Defaults filled in; undefined where nothing can be used. */
  readonly data: v.InferOutput<S> | undefined;
  /** The same without the defaults. */
  readonly given: Partial<v.InferInput<S>>;
  readonly problems: readonly Problem[];
}

/** What is wrong may stand deeper than a part that is wrong as well; more often nothing is taken out. */
const MOST_ROUNDS = 5;

/** Checks the data of a YAML file and leaves out what is wrong, so that one mistake costs no more than itself. */
export function checkUsable<S extends v.GenericSchema>(schema: S, yaml: YamlFile): UsableData<S> {
  const problems: Problem[] = [];
  let { data } = yaml;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const issues = issuesOf(schema, data);
    if (!issues.length) break;
    problems.push(...issues.map(({ path, part, message }) => yaml.problemAt(path, part, message)));
    // From the last on, so that the places of the others in a list stay as they are
    data = issues.reduceRight<unknown>((rest, { path }) => without(rest, wrongPart(data, path)), data);
  }
  problems.sort(byPlace);
  return v.is(schema, data) ? { data: v.parse(schema, data), given: data, problems } : { data: undefined, given: {}, problems };
}

/** What has to go for an issue to be gone: the value, or, where one is missing, what misses it. */
function wrongPart(data: unknown, path: Path): Path {
  const value = path.reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined), data);
  return value === undefined && path.length ? wrongPart(data, path.slice(0, -1)) : path;
}

function without(data: unknown, [key, ...rest]: Path): unknown {
  if (key === undefined) return undefined;
  if (Array.isArray(data)) return rest.length ? data.map((item: unknown, i) => (i === key ? without(item, rest) : item)) : data.filter((_, i) => i !== key);
  if (!isRecord(data)) return data;
  const entries = Object.entries(data);
  return Object.fromEntries(rest.length ? entries.map(([name, value]) => [name, name === key ? without(value, rest) : value]) : entries.filter(([name]) => name !== key));
}

/**
 * Takes out the keys that are not known, each leaving a warning: a newer Deskside may know them.
 * @param list of the records in the list of that name instead
 */
export function withoutUnknownKeys(yaml: YamlFile, known: readonly string[], list?: string): { readonly yaml: YamlFile; readonly problems: readonly Problem[] } {
  const { data } = yaml;
  if (!isRecord(data)) return { yaml, problems: [] };
  const items = list === undefined ? [data] : data[list];
  if (!Array.isArray(items)) return { yaml, problems: [] };
  const pathTo = (i: number): Path => (list === undefined ? [] : [list, i]);
  const problems = items.flatMap((item: unknown, i) => unknownKeys(item, known).map((key) => yaml.problemAt([...pathTo(i), key], 'key', `“${key}” is no setting${hint(key, known)}`, 'warning')));
  const kept = items.map((item: unknown) => onlyKeys(item, known));
  return { yaml: { ...yaml, data: list === undefined ? kept[0] : { ...data, [list]: kept } }, problems };
}

function unknownKeys(item: unknown, known: readonly string[]): readonly string[] {
  return isRecord(item) ? Object.keys(item).filter((key) => !known.includes(key)) : [];
}

function onlyKeys(item: unknown, known: readonly string[]): unknown {
  return isRecord(item) ? Object.fromEntries(Object.entries(item).filter(([key]) => known.includes(key))) : item;
}

/** “; did you mean …?”, or all there are when nothing is near. */
function hint(key: string, known: readonly string[]): string {
  const near = nearest(key, known);
  return near === undefined ? `. There are ${known.filter((k) => !k.startsWith('$')).join(', ')}.` : `; did you mean “${near}”?`;
}

function isRecord(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

import * as v from 'valibot';
import { nearest } from '../core/packs/nearest.js';
import type { Problem } from './problem.js';
import type { Key, YamlFile } from './yaml.js';

/** Data that passed its schema, or every way in which it does not, each with the way out. */
export interface CheckedData<S extends v.GenericSchema> {
  /** Undefined where there are problems. */
  readonly data: v.InferOutput<S> | undefined;
  readonly problems: readonly Problem[];
}

/** Checks the data of a YAML file. */
export function checkData<S extends v.GenericSchema>(schema: S, yaml: YamlFile): CheckedData<S> {
  const result = v.safeParse(schema, yaml.data);
  if (result.success) return { data: result.output, problems: [] };
  return { data: undefined, problems: result.issues.map((issue) => problemOfIssue(issue, yaml)) };
}

/** Takes out the keys that are not known, each leaving a warning: a newer Deskside may know them. */
export function withoutUnknownKeys(yaml: YamlFile, known: readonly string[]): { readonly yaml: YamlFile; readonly problems: readonly Problem[] } {
  if (!isRecord(yaml.data)) return { yaml, problems: [] };
  const entries = Object.entries(yaml.data);
  const unknown = entries.map(([key]) => key).filter((key) => !known.includes(key));
  const problems = unknown.map((key) => yaml.problemAt([key], 'key', `“${key}” is no setting${hint(key, known)}`, 'warning'));
  return { yaml: { ...yaml, data: Object.fromEntries(entries.filter(([key]) => known.includes(key))) }, problems };
}

/** “; did you mean …?”, or all there are when nothing is near. */
function hint(key: string, known: readonly string[]): string {
  const near = nearest(key, known);
  return near === undefined ? `. There are ${known.filter((k) => !k.startsWith('$')).join(', ')}.` : `; did you mean “${near}”?`;
}

function problemOfIssue(issue: v.BaseIssue<unknown>, yaml: YamlFile): Problem {
  const path = issue.path?.map((item) => (typeof item.key === 'number' ? item.key : String(item.key))) ?? [];
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    return yaml.problemAt(path, 'key', `“${String(path.at(-1))}” has no place here; take it out.`);
  }
  return yaml.problemAt(path, issue.input === undefined ? 'key' : 'value', messageOf(issue, path));
}

function messageOf(issue: v.BaseIssue<unknown>, path: readonly Key[]): string {
  const name = path.length ? `“${path.join('.')}”` : 'The file';
  if (issue.input === undefined) return `${name} is missing.`;
  const choices = [...(issue.expected ?? '').matchAll(/"([^"]+)"/g)].flatMap((match) => match[1] ?? []);
  if (choices.length) return `${name} ${choiceMessage(issue.input, choices)}`;
  return `${name} must be ${SHAPES[issue.expected ?? ''] ?? issue.expected ?? 'something else'}.`;
}

function choiceMessage(input: unknown, choices: readonly string[]): string {
  const all = `It can be ${choices.join(', ')}.`;
  if (typeof input !== 'string') return `must be one word. ${all}`;
  const near = nearest(input, choices);
  return `cannot be “${input}”${near === undefined ? '.' : `; did you mean “${near}”?`} ${all}`;
}

const SHAPES: Readonly<Record<string, string>> = {
  Array: 'a list, each entry after “- ” on a line of its own',
  Object: 'a group of “name: value” lines',
  string: 'text; put it in quotes if it looks like a number or a date',
};

function isRecord(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

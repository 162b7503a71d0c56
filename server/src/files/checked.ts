import * as v from 'valibot';
import { issuesOf } from '../core/issues.js';
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

function isRecord(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

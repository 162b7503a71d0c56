import * as v from 'valibot';
import { configSchema } from '../core/config.js';
import { layerThatSets } from './layers.js';
import type { Layer } from './layers.js';

/** A setting that holds, and who says so. */
export interface ExplainedValue {
  /** As `audience`, or `rules.jargon`. */
  readonly key: string;
  readonly value: unknown;
  readonly from: ValueOrigin;
}

/** Who says something: nobody, the editor's settings, the command line's options, or a file. */
export type ValueOrigin = { readonly by: 'default' } | { readonly by: 'editor' } | { readonly by: 'options' } | FileOrigin;

/** A place in a config file. */
export interface FileOrigin {
  readonly by: 'file';
  /** Absolute path. */
  readonly file: string;
  readonly line: number;
  /** The globs of the override that it stands in. */
  readonly files?: readonly string[];
}

/** Everything that some layers set, each with the layer that has the last word; what adds up, from all of them. */
export function explainLayers(layers: readonly Layer[]): readonly ExplainedValue[] {
  const defaults = Object.entries(v.getDefaults(configSchema)).filter(([, value]) => typeof value === 'string');
  const keys = new Set([...defaults.map(([key]) => key), ...layers.flatMap(({ config }) => Object.keys(config))]);
  return [...keys].flatMap((key) => {
    const set = explainKey(key, layers);
    const fallback = defaults.find(([name]) => name === key);
    return set.length || !fallback ? set : [{ key, value: fallback[1], from: { by: 'default' as const } }];
  });
}

function explainKey(key: string, layers: readonly Layer[]): readonly ExplainedValue[] {
  const set = layers.flatMap((layer) => {
    const value: unknown = Reflect.get(layer.config, key);
    return value === undefined ? [] : [{ layer, value }];
  });
  const last = set.at(-1);
  if (!last) return [];
  if (Array.isArray(last.value)) return set.flatMap(({ layer, value }) => (Array.isArray(value) ? value.map((item: unknown) => ({ key, value: item, from: originOf(layer, [key]) })) : []));
  if (typeof last.value !== 'object' || last.value === null) return [{ key, value: last.value, from: originOf(last.layer, [key]) }];
  const merged = Object.assign({}, ...set.map(({ value }) => value)) as Readonly<Record<string, unknown>>;
  return Object.entries(merged).map(([name, value]) => ({ key: `${key}.${name}`, value, from: originOf(layerThatSets(layers, [key, name]) ?? last.layer, [key, name]) }));
}

function originOf({ from, files }: Layer, path: readonly string[]): ValueOrigin {
  if (from === 'editor') return { by: 'editor' };
  if (from === 'options') return { by: 'options' };
  return { by: 'file', file: from.file, line: from.lineOf(path), ...(files && { files }) };
}

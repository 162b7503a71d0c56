import { relative, resolve } from 'pathe';
import type { ConfigInput } from '../core/config.js';
import type { Kind } from '../core/types.js';
import type { ChainedConfig } from './extends.js';
import { globReaches, globTest } from './globs.js';
import { kindsByGlob } from './kinds.js';

/** A part of the config that holds for the same files, and where it comes from. */
export interface Layer {
  readonly from: Origin;
  readonly config: ConfigInput;
  /** The globs it is for; without them, it is for all files. */
  readonly files?: readonly string[];
  readonly holdsFor: (path: string) => boolean;
}

/** Who says something: the editor's settings, the command line's options, or a file. */
export type Origin = 'editor' | 'options' | { readonly file: string; readonly lineOf: (keys: readonly string[]) => number };

/** The layer that has the last word on a key, as `rules`, `jargon`. */
export function layerThatSets(layers: readonly Layer[], path: readonly string[]): Layer | undefined {
  return layers.filter(({ config }) => valueAt(config, path) !== undefined).at(-1);
}

function valueAt(config: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined), config);
}

/** A layer that holds everywhere. */
export function layerOf(from: Origin, config: ConfigInput): Layer {
  return { from, config, holdsFor: () => true };
}

/** What a config file sets: for all files first, then its overrides in their order. */
export function layersOfFile({ file, base, config, overrides, lineOf }: ChainedConfig): readonly Layer[] {
  return [
    layerOf({ file, lineOf }, config),
    ...overrides.map(({ files, config: only, at }): Layer => {
      const tests = files.map(globTest);
      const from = { file, lineOf: (keys: readonly string[]) => lineOf([...at, ...keys]) };
      return { from, files, config: only, holdsFor: (path) => tests.some((fits) => fits(relative(base, path))) };
    }),
  ];
}

/** Makes the question whether overrides may hold for something below a folder, beside what holds in all of it. */
export function overridesBelow(chain: readonly ChainedConfig[]): (folder: string) => boolean {
  return (folder) => chain.some(({ base, overrides }) => overrides.some(({ files }) => files.some((pattern) => globReaches(pattern, relative(base, folder)))));
}

/** Something that a config says of a path by one of its globs. */
export interface Said<T> {
  readonly value: T;
  readonly pattern: string;
  /** Absolute path of the config file. */
  readonly file: string;
  readonly line: number;
}

/** Makes the look-up of `kinds`: the nearest file that speaks decides, and in it the longest glob. */
export function kindsOf(chain: readonly ChainedConfig[]): (path: string) => Said<Kind> | undefined {
  const nearestFirst = [...chain].reverse().map(({ base, file, kinds, lineOf }) => ({ base, file, lineOf, ask: kindsByGlob(kinds) }));
  return (path) => {
    for (const { base, file, lineOf, ask } of nearestFirst) {
      const said = ask(relative(base, path));
      if (said) return { value: said.kind, pattern: said.pattern, file, line: lineOf(['kinds', said.pattern]) };
    }
    return undefined;
  };
}

/** Makes the look-up of `ignore`, the files' patterns taken together. */
export function ignoredBy(chain: readonly ChainedConfig[]): (path: string) => Said<true> | undefined {
  const tests = chain.flatMap(({ base, file, ignore, lineOf }) => ignore.map((pattern, i) => ({ base, file, pattern, fits: globTest(pattern), line: () => lineOf(['ignore', i]) })));
  return (path) => {
    const found = tests.find(({ base, fits }) => fits(relative(base, path)));
    return found && { value: true, pattern: found.pattern, file: found.file, line: found.line() };
  };
}

/** A pack that a config file names. */
export interface NamedPack {
  readonly written: string;
  /** Absolute. */
  readonly path: string;
  readonly file: string;
  readonly line: number;
}

/** All packs that the files name. */
export function packsOf(chain: readonly ChainedConfig[]): readonly NamedPack[] {
  return chain.flatMap(({ file, folder, packs, lineOf }) => packs.map((written, i) => ({ written, path: resolve(folder, written), file, line: lineOf(['packs', i]) })));
}

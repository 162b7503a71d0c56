import { dirname } from 'pathe';
import type { ConfigInput } from '../core/config.js';
import type { Kind } from '../core/types.js';
import type { Problem } from './problem.js';

/** The names a config file may have, the one that wins in a folder first. */
export const CONFIG_NAMES: readonly string[] = ['.deskside.yaml', '.deskside.yml', '.deskside.json'];

/** A config file as it was read. */
export interface ConfigFile {
  /** Absolute path. */
  readonly file: string;
  /** What packs, and what it extends, are relative to. */
  readonly folder: string;
  /** Files, folders and npm packages whose word comes before its own. */
  readonly extends: readonly string[];
  /** Only what the file itself sets: defaults come last. */
  readonly config: ConfigInput;
  readonly kinds: Readonly<Record<string, Kind>>;
  /** What holds besides for some of the files; of several the last wins. */
  readonly overrides: readonly Override[];
  readonly packs: readonly string[];
  readonly ignore: readonly string[];
  readonly problems: readonly Problem[];
  /** The line, from 1, on which a key stands. */
  readonly lineOf: (keys: readonly (string | number)[]) => number;
}

/** A part of a config for the files that fit its globs. */
export interface Override {
  readonly files: readonly string[];
  readonly config: ConfigInput;
  /** The keys that lead to it. */
  readonly at: readonly (string | number)[];
}

/** A config that sets nothing, for a folder without a config file. */
export function emptyConfig(file: string, problems: readonly Problem[] = []): ConfigFile {
  return { file, folder: dirname(file), extends: [], config: {}, kinds: {}, overrides: [], packs: [], ignore: [], problems, lineOf: () => 1 };
}

/** Lays configs over each other: what a later one sets wins, key by key; what is allowed adds up. */
export function mergeConfigs(...configs: readonly ConfigInput[]): ConfigInput {
  return configs.reduce<ConfigInput>(
    (below, above) => ({
      ...below,
      ...above,
      rules: { ...below.rules, ...above.rules },
      terms: { ...below.terms, ...above.terms },
      ...((below.fields ?? above.fields) && { fields: { ...below.fields, ...above.fields } }),
      allow: [...(below.allow ?? []), ...(above.allow ?? [])],
    }),
    {},
  );
}

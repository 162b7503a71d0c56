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
  /** What globs and packs are relative to. */
  readonly folder: string;
  /** Only what the file itself sets: defaults come last. */
  readonly config: ConfigInput;
  readonly kinds: Readonly<Record<string, Kind>>;
  readonly packs: readonly string[];
  readonly ignore: readonly string[];
  /** With an error among them, nothing else of the file is used. */
  readonly problems: readonly Problem[];
}

/** A config that sets nothing, for a folder without a config file. */
export function emptyConfig(file: string, problems: readonly Problem[] = []): ConfigFile {
  return { file, folder: dirname(file), config: {}, kinds: {}, packs: [], ignore: [], problems };
}

/** Lays configs over each other: what a later one sets wins, key by key; what is allowed adds up. */
export function mergeConfigs(...configs: readonly ConfigInput[]): ConfigInput {
  return configs.reduce<ConfigInput>(
    (below, above) => ({
      ...below,
      ...above,
      rules: { ...below.rules, ...above.rules },
      terms: { ...below.terms, ...above.terms },
      allow: [...(below.allow ?? []), ...(above.allow ?? [])],
    }),
    {},
  );
}

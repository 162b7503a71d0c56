import { dirname, join, relative } from 'pathe';
import type { ConfigInput } from '../core/config.js';
import type { Ignore } from '../core/ignore.js';
import type { Kind } from '../core/types.js';
import { CONFIG_NAMES, emptyConfig, mergeConfigs } from './configFile.js';
import type { ConfigFile } from './configFile.js';
import type { FileSystem } from './fileSystem.js';
import { globTest } from './globs.js';
import type { IgnoresFile } from './ignores.js';
import { kindByFrontMatter, kindByName, kindsByGlob, languageOf } from './kinds.js';
import type { KindSource } from './kinds.js';
import { readText } from './text.js';
import { problemOf } from './problem.js';
import type { Problem } from './problem.js';

/** Where ignores are kept: out of the texts, so that no customer ever sees one. */
export const IGNORES_NAME = '.deskside-ignore.yaml';

/** A text to find the kind and the config of. Paths are absolute, with `/`. */
export interface Draft {
  /** Where the text lies, or would lie; undefined for one that was never saved. */
  readonly path?: string;
  /** Where to look for the config of a text without a path. */
  readonly folder?: string;
  /** Names a text without a path in the ignores. */
  readonly uri?: string;
  readonly text: string;
  /** The editor's; by the name where there is none. */
  readonly languageId?: string;
}

/** All that decides how a text is read. */
export interface Resolution {
  /** Undefined: the text does not say what it is, and is left alone. */
  readonly kind: Kind | undefined;
  readonly kindFrom: KindSource | undefined;
  readonly languageId: string;
  readonly settings: Settings;
  /** The text's name in the ignores: path relative to their file, or its URI. */
  readonly ignoreName: string | undefined;
  /** The pattern of the config's `ignore` that leaves the text out. */
  readonly leftOutBy: string | undefined;
}

/** What holds for all texts of a folder; the same object for as long as the resolver lives. */
export interface Settings {
  /** The config file used, if there is one. */
  readonly configFile: string | undefined;
  readonly config: ConfigInput;
  /** Absolute paths. */
  readonly packs: readonly string[];
  readonly ignoreFile: string | undefined;
  readonly ignores: readonly Ignore[];
  readonly problems: readonly Problem[];
  /** Of a path: the kind that `kinds` gives it, and the `ignore` pattern that leaves it out. */
  readonly kindOf: (path: string) => Kind | undefined;
  readonly leftOutBy: (path: string) => string | undefined;
}

export interface ResolverOptions {
  readonly fs: FileSystem;
  /** What holds where no config file says otherwise: the editor's settings. */
  readonly base?: ConfigInput & { readonly packs?: readonly string[] };
  /** What holds whatever a config file says: the command line's options. */
  readonly override?: ConfigInput;
  /** Use this config file and look for no other. */
  readonly configFile?: string;
}

export interface Resolver {
  resolve(draft: Draft): Promise<Resolution>;
  /** The settings of a folder. */
  settings(folder: string): Promise<Settings>;
}

/**
 * The one way from a text to its kind, config and ignores, for the editor and the command line alike.
 * A text says what it is by its name, by its language, by its front matter or by the config's globs,
 * in this order. The nearest config file upwards holds, and the nearest ignore file. All files are
 * read once: after a change, make a new resolver.
 */
export function createResolver(options: ResolverOptions): Resolver {
  const perFolder = new Map<string, Promise<Settings>>();
  const perFiles = new Map<string, Promise<Settings>>();
  const settings = (folder: string): Promise<Settings> =>
    cached(perFolder, folder, async () => {
      const [configFile, ignoreFile] = await findFiles(options, folder);
      return cached(perFiles, `${configFile}\n${ignoreFile}\n${configFile === undefined ? folder : ''}`, () => readSettings(options, folder, configFile, ignoreFile));
    });
  return {
    settings,
    resolve: async (draft) => resolution(draft, await settings(draft.path === undefined ? (draft.folder ?? '/') : dirname(draft.path))),
  };
}

function resolution(draft: Draft, settings: Settings): Resolution {
  const { path, uri } = draft;
  const found = path === undefined || settings.ignoreFile === undefined ? undefined : relative(dirname(settings.ignoreFile), path);
  const [kind, kindFrom] = kindOf(draft, settings) ?? [];
  return {
    kind,
    kindFrom,
    languageId: draft.languageId ?? languageOf(path ?? ''),
    settings,
    ignoreName: found ?? uri,
    leftOutBy: path === undefined ? undefined : settings.leftOutBy(path),
  };
}

function kindOf({ path, text, languageId }: Draft, settings: Settings): [Kind, KindSource] | undefined {
  const byName = path === undefined ? undefined : kindByName(path);
  if (byName) return [byName, 'name'];
  if (languageId === 'support-reply') return ['reply', 'language'];
  const byText = kindByFrontMatter(text);
  if (byText) return [byText, 'front matter'];
  const byConfig = path === undefined ? undefined : settings.kindOf(path);
  return byConfig && [byConfig, 'config'];
}

async function findFiles({ fs, configFile }: ResolverOptions, folder: string): Promise<[string | undefined, string | undefined]> {
  return [configFile ?? (await findUpwards(fs, folder, CONFIG_NAMES)), await findUpwards(fs, folder, [IGNORES_NAME])];
}

async function findUpwards(fs: FileSystem, folder: string, names: readonly string[]): Promise<string | undefined> {
  for (const name of names) {
    const path = join(folder, name);
    if ((await fs.stat(path)) === 'file') return path;
  }
  const above = dirname(folder);
  return above === folder ? undefined : findUpwards(fs, above, names);
}

async function readSettings(options: ResolverOptions, folder: string, configFile?: string, ignoreFile?: string): Promise<Settings> {
  const { fs, base = {}, override = {} } = options;
  const file = configFile === undefined ? emptyConfig(join(folder, '.deskside.yaml')) : await readConfig(fs, configFile);
  const ignored = ignoreFile === undefined ? undefined : await readIgnores(fs, ignoreFile);
  const { packs = [], ...baseConfig } = base;
  return {
    configFile,
    config: mergeConfigs(baseConfig, file.config, override),
    packs: [...packs, ...file.packs.map((pack) => join(file.folder, pack))],
    ignoreFile,
    ignores: ignored?.ignores ?? [],
    problems: [...file.problems, ...(ignored?.problems ?? [])],
    kindOf: under(file, kindsByGlob(file.kinds)),
    leftOutBy: under(file, patternTest(file.ignore)),
  };
}

// What checks YAML is loaded with the first file that needs it: most runs of the command line read none.

async function readConfig(fs: FileSystem, file: string): Promise<ConfigFile> {
  const decoded = await readText(fs, file);
  if ('problem' in decoded) return emptyConfig(file, [problemOf(file, `The file ${decoded.problem}.`)]);
  return (await import('./config.js')).parseConfig(decoded.text, file);
}

async function readIgnores(fs: FileSystem, file: string): Promise<IgnoresFile> {
  const decoded = await readText(fs, file);
  if ('problem' in decoded) return { file, ignores: [], problems: [problemOf(file, `The file ${decoded.problem}.`)] };
  return (await import('./ignores.js')).parseIgnores(decoded.text, file);
}

/** Asks about a path as the config file sees it. */
function under<T>({ folder }: ConfigFile, ask: (path: string) => T): (path: string) => T {
  return (path) => ask(relative(folder, path));
}

function patternTest(patterns: readonly string[]): (path: string) => string | undefined {
  const tests = patterns.map((pattern) => ({ pattern, fits: globTest(pattern) }));
  return (path) => tests.find(({ fits }) => fits(path))?.pattern;
}

function cached<T>(map: Map<string, T>, key: string, make: () => T): T {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

import { basename, dirname, join, relative } from 'pathe';
import type { BaselineCounts } from '../core/baseline.js';
import type { ConfigInput } from '../core/config.js';
import type { Ignore } from '../core/ignore.js';
import type { Kind } from '../core/types.js';
import { knownOf, readBaseline } from './baseline.js';
import { CONFIG_NAMES, mergeConfigs } from './configFile.js';
import { readChain } from './extends.js';
import type { ConfigChain } from './extends.js';
import type { EntryKind, FileSystem } from './fileSystem.js';
import type { IgnoresFile } from './ignores.js';
import { ignoredBy, kindsOf, layerOf, layersOfFile, overridesBelow, packsOf } from './layers.js';
import type { Layer, Said } from './layers.js';
import { packFoldersIn } from './packFolders.js';
import { problemOf } from './problem.js';
import type { Problem } from './problem.js';
import { readText } from './text.js';

/** What holds for texts of a folder; the same object for all texts that share it, for as long as the resolver lives. */
export interface Settings {
  /** The config file used, if there is one. */
  readonly configFile: string | undefined;
  /** That one and all that it extends, the foundations first. */
  readonly configFiles: readonly string[];
  readonly config: ConfigInput;
  /** What `config` is laid together from, the strongest last. */
  readonly layers: readonly Layer[];
  /** Whether more may hold for some files below a folder. */
  readonly hasOverridesBelow: (folder: string) => boolean;
  /** Absolute paths. */
  readonly packs: readonly string[];
  readonly ignoreFile: string | undefined;
  readonly ignores: readonly Ignore[];
  /** A warning at one of the ignores; undefined where there is no file of them. */
  readonly ignoreWarning: IgnoresFile['warningAt'] | undefined;
  readonly baselineFile: string | undefined;
  /** Of a path: what the baseline knows of it. */
  readonly baselineOf: (path: string) => BaselineCounts | undefined;
  readonly problems: readonly Problem[];
  /** Of a path: the kind that `kinds` gives it, and the `ignore` pattern that leaves it out. */
  readonly kindOf: (path: string) => Said<Kind> | undefined;
  readonly leftOutBy: (path: string) => Said<true> | undefined;
  /** The settings of a file there, with the overrides that are for it. */
  readonly forFile: (path: string) => Settings;
}

/** Where settings are read from, and what holds below and above those of files. */
export interface SettingsOptions {
  readonly fs: FileSystem;
  /** What holds where no config file says otherwise: the editor's settings. */
  readonly base?: ConfigInput & { readonly packs?: readonly string[] };
  /** What holds whatever a config file says: the command line's options. */
  readonly override?: ConfigInput;
  /** The folder of the packs that a person has for all projects. */
  readonly userPacks?: string;
}

/** The files that hold for a folder. */
export interface SettingsFiles {
  readonly config: string | undefined;
  readonly ignores: string | undefined;
  /** The folder of the project's packs. */
  readonly packs: string | undefined;
  readonly baseline: string | undefined;
}

/** Reads the files that hold for a folder and lays them together. Never rejects: what is wrong is among the problems. */
export async function readSettings({ fs, base = {}, override = {}, userPacks }: SettingsOptions, files: SettingsFiles): Promise<Settings> {
  const { config: configFile, ignores: ignoreFile, baseline: baselineFile } = files;
  const chain: ConfigChain = configFile === undefined ? { files: [], packs: [], problems: [] } : await readChain(fs, configFile);
  const ignored = ignoreFile === undefined ? undefined : await readIgnores(fs, ignoreFile);
  const baseline = baselineFile === undefined ? undefined : await readBaseline(fs, baselineFile);
  const { packs = [], ...baseConfig } = base;
  const found = await Promise.all([userPacks, files.packs].map(async (folder) => (folder === undefined ? [] : packFoldersIn(fs, folder))));
  const named = await existingPacks(fs, chain.files);
  const layers = [layerOf('editor', baseConfig), ...chain.files.flatMap(layersOfFile), layerOf('options', override)];
  return withOverrides(layers, {
    configFile,
    hasOverridesBelow: overridesBelow(chain.files),
    configFiles: chain.files.map(({ file }) => file),
    packs: [...new Set([...found.flat(), ...packs, ...chain.packs, ...named.packs])],
    ignoreFile,
    ignores: ignored?.ignores ?? [],
    ignoreWarning: ignored?.warningAt,
    baselineFile,
    baselineOf: (path) => baseline && knownOf(baseline, relative(dirname(baselineFile ?? ''), path)),
    problems: [...(await otherConfigs(fs, configFile)), ...chain.problems, ...named.problems, ...(ignored?.problems ?? []), ...(baseline?.problems ?? [])],
    kindOf: kindsOf(chain.files),
    leftOutBy: ignoredBy(chain.files),
  });
}

/** The packs that config files name; where there is none, the file that names it says so. */
async function existingPacks(fs: FileSystem, files: ConfigChain['files']): Promise<{ readonly packs: readonly string[]; readonly problems: readonly Problem[] }> {
  const packs: string[] = [];
  const problems: Problem[] = [];
  for (const { written, path, file, line } of packsOf(files)) {
    if ((await fs.stat(join(path, 'pack.yaml')).catch(() => undefined)) === 'file') packs.push(path);
    else problems.push({ ...problemOf(file, `“${written}” under “packs” is no pack: there is no pack.yaml in ${path}. Correct the path, or take the entry out.`), line });
  }
  return { packs, problems };
}

/** Of two config files in a folder one holds, and the other looks as if it did. */
async function otherConfigs(fs: FileSystem, configFile: string | undefined): Promise<readonly Problem[]> {
  if (configFile === undefined) return [];
  const own = basename(configFile);
  const others: Problem[] = [];
  for (const name of CONFIG_NAMES.slice(CONFIG_NAMES.includes(own) ? CONFIG_NAMES.indexOf(own) + 1 : Infinity)) {
    const path = join(dirname(configFile), name);
    if ((await fs.stat(path).catch(() => undefined)) === 'file') others.push({ ...problemOf(path, `This file is not read, as ${own} beside it holds. Put everything into one of the two, and take the other away.`), severity: 'warning' });
  }
  return others;
}

/** One object for every set of layers that holds for some file: what is made from it is made once. */
function withOverrides(all: readonly Layer[], common: Omit<Settings, 'config' | 'layers' | 'forFile'>): Settings {
  const made = new Map<string, Settings>();
  const of = (layers: readonly Layer[]): Settings => {
    const key = layers.map((layer) => all.indexOf(layer)).join();
    const settings = made.get(key) ?? { ...common, layers, config: mergeConfigs(...layers.map(({ config }) => config)), forFile };
    made.set(key, settings);
    return settings;
  };
  const forFile = (path: string): Settings => of(all.filter(({ holdsFor }) => holdsFor(path)));
  return of(all.filter(({ files }) => files === undefined));
}

async function readIgnores(fs: FileSystem, file: string): Promise<IgnoresFile> {
  const decoded = await readText(fs, file);
  if ('problem' in decoded) return { file, ignores: [], problems: [problemOf(file, `The file ${decoded.problem}.`)], warningAt: (_, message) => problemOf(file, message) };
  return (await import('./ignores.js')).parseIgnores(decoded.text, file);
}

/** The nearest of some names, upwards from a folder. */
export async function findUpwards(fs: FileSystem, folder: string, names: readonly string[], wanted: EntryKind = 'file'): Promise<string | undefined> {
  for (const name of names) {
    const path = join(folder, name);
    if ((await fs.stat(path).catch(() => undefined)) === wanted) return path;
  }
  const above = join(folder, '..');
  return above === folder ? undefined : findUpwards(fs, above, names, wanted);
}

import { dirname, join, relative } from 'pathe';
import { CONFIG_NAMES, emptyConfig } from './configFile.js';
import type { ConfigFile } from './configFile.js';
import type { FileSystem } from './fileSystem.js';
import { problemOf } from './problem.js';
import type { Problem } from './problem.js';
import { readText } from './text.js';

/** A config file among those that hold together. */
export interface ChainedConfig extends ConfigFile {
  /** The folder that its globs count from. */
  readonly base: string;
}

/** A config file and all that it builds on. */
export interface ConfigChain {
  /** The deepest foundation first, the file itself last; each once. */
  readonly files: readonly ChainedConfig[];
  /** Packs that are extended, absolute. */
  readonly packs: readonly string[];
  readonly problems: readonly Problem[];
}

/** Reads a config file and what it extends. Whatever is missing or wrong is a problem, and the rest holds. */
export async function readChain(fs: FileSystem, file: string): Promise<ConfigChain> {
  const reader = new ChainReader(fs, dirname(file));
  await reader.read(file, []);
  return reader;
}

class ChainReader implements ConfigChain {
  readonly files: ChainedConfig[] = [];
  readonly packs: string[] = [];
  readonly problems: Problem[] = [];
  private readonly seen = new Set<string>();

  constructor(
    private readonly fs: FileSystem,
    private readonly root: string,
  ) {}

  /** @param above the files that lead here, to see circles */
  async read(file: string, above: readonly string[]): Promise<void> {
    this.seen.add(file);
    const config = await readConfig(this.fs, file);
    this.problems.push(...config.problems);
    for (const [i, name] of config.extends.entries()) await this.extend(name, i, config, [...above, file]);
    this.files.push({ ...config, base: this.baseOf(config) });
  }

  /** @param index the entry's place in `extends` */
  private async extend(name: string, index: number, config: ConfigFile, above: readonly string[]): Promise<void> {
    const found = await locate(this.fs, name, config.folder);
    if (found.pack !== undefined) this.packs.push(found.pack);
    if (found.config === undefined && found.pack === undefined) return this.report(config, index, `“${name}” under “extends” cannot be found: no file, folder or pack of that name lies beside this file, and no npm package of that name is installed. Put it there, or take the entry out.`);
    if (found.config === undefined) return;
    if (above.includes(found.config)) return this.report(config, index, `“${name}” extends this file in turn, a circle without end; take one of the two out.`);
    if (!this.seen.has(found.config)) await this.read(found.config, above);
  }

  /** Globs of a folder that the project lies in count from there; those of a shared config from the project. */
  private baseOf({ folder }: ConfigFile): string {
    return relative(folder, this.root).startsWith('..') ? this.root : folder;
  }

  private report({ file, lineOf }: ConfigFile, index: number, message: string): void {
    this.problems.push({ ...problemOf(file, message), line: lineOf(['extends', index]) });
  }
}

interface Located {
  readonly config?: string;
  readonly pack?: string;
}

/** What a name under `extends` stands for: a path from the config's folder, or else an npm package, looked for as Node does. */
async function locate(fs: FileSystem, name: string, folder: string): Promise<Located> {
  const kindOf = (path: string) => fs.stat(path).catch(() => undefined);
  for (const path of candidates(name, folder)) {
    const kind = await kindOf(path);
    if (kind === 'file') return { config: path };
    if (kind !== 'folder') continue;
    const names: string[] = [];
    for (const one of [...CONFIG_NAMES, 'pack.yaml']) if ((await kindOf(join(path, one))) === 'file') names.push(one);
    const config = names.find((one) => one !== 'pack.yaml');
    return { ...(config !== undefined && { config: join(path, config) }), ...(names.includes('pack.yaml') && { pack: path }) };
  }
  return {};
}

function* candidates(name: string, folder: string): Generator<string> {
  yield name.startsWith('/') ? name : join(folder, name);
  if (/^[./]/u.test(name)) return;
  for (let at = folder, above = ''; at !== above; above = at, at = dirname(at)) yield join(at, 'node_modules', name);
}

async function readConfig(fs: FileSystem, file: string): Promise<ConfigFile> {
  const decoded = await readText(fs, file);
  if ('problem' in decoded) return emptyConfig(file, [problemOf(file, `The file ${decoded.problem}.`)]);
  // What checks YAML is loaded with the first file that needs it: most runs of the command line read none
  return (await import('./config.js')).parseConfig(decoded.text, file);
}

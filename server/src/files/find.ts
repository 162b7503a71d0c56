import { join, resolve } from 'pathe';
import type { FileSystem } from './fileSystem.js';
import { GitIgnores } from './gitIgnores.js';
import { isText } from './kinds.js';
import { isWithin } from './paths.js';
import type { Resolver } from './resolve.js';
import type { Settings } from './settings.js';

/** The files that paths lead to. */
export interface Found {
  /** Absolute paths, sorted, each once. */
  readonly files: readonly string[];
  /** Those of `files` that were named themselves and not found in a folder. */
  readonly named: ReadonlySet<string>;
  /** What could not be read. */
  readonly problems: readonly PathProblem[];
}

/** Why something on the way to texts was not read. */
export interface PathProblem {
  /** Absolute. */
  readonly path: string;
  /** Goes on after the path: `is …`, `cannot …`. */
  readonly message: string;
  /** It was asked for by its name, or may hold texts; not so a link that leads nowhere. */
  readonly isMissed: boolean;
}

/**
 * Looks for texts: the files named, and in folders those that could say what they are. Folders named
 * with a dot and `node_modules` are not entered, nor what git leaves out. Links are followed, and never in circles.
 * @param also whether a file in a folder counts that neither its name nor a config calls a text
 */
export async function findFiles(fs: FileSystem, resolver: Resolver, cwd: string, paths: readonly string[], also: (path: string) => boolean = () => false): Promise<Found> {
  const finder = new Finder(fs, resolver, also);
  for (const path of paths) await finder.start(resolve(cwd, path));
  return { files: [...finder.files].sort(byPath), named: finder.named, problems: finder.problems };
}

/** A folder on the way, and the real paths of all folders above it. */
interface Folder {
  readonly path: string;
  readonly real: string;
  readonly above: readonly string[];
  /** What git leaves out of it. */
  readonly git: GitIgnores;
}

class Finder {
  readonly files = new Set<string>();
  readonly named = new Set<string>();
  readonly problems: PathProblem[] = [];
  private readonly seen = new Set<string>();

  constructor(
    private readonly fs: FileSystem,
    private readonly resolver: Resolver,
    private readonly also: (path: string) => boolean,
  ) {}

  async start(path: string): Promise<void> {
    const kind = await this.fs.stat(path).catch(() => undefined);
    if (kind === 'file') {
      this.files.add(path);
      this.named.add(path);
    } else if (kind === 'folder') await this.enter({ path, real: await this.realPath(path), above: [], git: await GitIgnores.above(this.fs, path) });
    else this.report(path, kind === undefined ? 'is not there; check the spelling' : 'is neither a file nor a folder');
  }

  private async enter(folder: Folder): Promise<void> {
    if (this.seen.has(folder.real)) return;
    this.seen.add(folder.real);
    const settings = await this.resolver.settings(folder.path);
    const entries = await this.fs.list(folder.path).catch(() => undefined);
    if (!entries) return this.report(folder.path, 'cannot be opened; check who may read it');
    const git = entries.some(({ name }) => name === '.gitignore') ? await folder.git.within(this.fs, folder.path) : folder.git;
    for (const { name, kind } of entries) {
      const path = join(folder.path, name);
      if (isHidden(name) || settings.leftOutBy(path) || git.leavesOut(path, kind === 'folder')) continue;
      if (kind === 'link') await this.followLink(path, { ...folder, git }, settings);
      else if (kind === 'folder') await this.enter({ path, real: join(folder.real, name), above: [...folder.above, folder.real], git });
      else if (kind === 'file') this.take(path, settings);
    }
  }

  private async followLink(path: string, folder: Folder, settings: Settings): Promise<void> {
    const kind = await this.fs.stat(path).catch(() => undefined);
    if (kind === 'file') return this.take(path, settings);
    // What leads to a pipe or a device is passed over like those themselves
    if (kind === undefined && isText(path)) this.report(path, 'is a link that leads nowhere', false);
    if (kind !== 'folder') return;
    const real = await this.realPath(path);
    const above = [...folder.above, folder.real];
    if (above.some((one) => isWithin(one, real))) return this.report(path, 'is a link to a folder above it, a circle without end; not followed', false);
    await this.enter({ path, real, above, git: folder.git });
  }

  private take(path: string, settings: Settings): void {
    if (isText(path) || settings.kindOf(path) !== undefined || this.also(path)) this.files.add(path);
  }

  /** A folder that vanishes meanwhile is told when it is listed. */
  private async realPath(path: string): Promise<string> {
    return this.fs.realPath(path).catch(() => path);
  }

  private report(path: string, message: string, isMissed = true): undefined {
    this.problems.push({ path, message, isMissed });
  }
}

function isHidden(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}

/** The same on every machine, whatever its language. */
function byPath(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

import { join, relative } from 'pathe';
import type { WritableFileSystem } from '../../files/fileSystem.js';
import { isText } from '../../files/kinds.js';
import type { Io } from '../io.js';
import { UsageError } from '../io.js';
import { onOneLine } from '../report/plain.js';
import type { PastRun } from './data.js';
import { pastFileSystem } from './pastFileSystem.js';

/** What `--git` asks for. */
export interface Asked {
  /** Absolute. */
  readonly paths: readonly string[];
  readonly commits: number;
  readonly since: string | undefined;
  /** How many findings each text has today, by its absolute path. */
  readonly present: ReadonlyMap<string, number>;
}

/** Reads texts of another time. @returns how many findings each has that was read, by its absolute path */
export type ReadPast = (fs: WritableFileSystem, paths: readonly string[]) => Promise<ReadonlyMap<string, number>>;

type GitIo = Pick<Io, 'cwd' | 'fs' | 'git' | 'gitBlobs'>;

/**
 * How many findings there were at commits of the past, spread evenly from the first to the last that touched the texts.
 * Today's rules and config hold for all of them. A version of a text is read once, however many commits have it.
 * @throws UsageError where there is no repository or no such commit
 */
export async function gitHistory(io: GitIo, { paths, commits, since, present }: Asked, readPast: ReadPast): Promise<readonly PastRun[]> {
  const git = async (...args: readonly string[]): Promise<string> => io.git(args, root);
  let root = io.cwd;
  root = (await git('rev-parse', '--show-toplevel').catch(() => undefined))?.trimEnd() ?? refuse();
  // By `:/` a path is one from the top, and by `literal` a name with a star in it is that file
  const specs = paths.map((path) => `:(top,literal)${relative(root, path)}`);
  const log = await git('log', '--first-parent', '--format=%H %cI %s', ...(since === undefined ? [] : [`--since=${since}`]), 'HEAD', '--', ...specs).catch(() => '');
  const lines = log.split('\n').filter(Boolean).reverse();
  if (!lines.length) throw new UsageError(`Git knows no commit with these texts${since === undefined ? '' : ` since ${since}`}. Leave --git out, or name other paths.`);
  const versions = new Versions(io, root, readPast, await unchanged(git, specs, root, present));
  const runs: PastRun[] = [];
  for (const line of spread(lines, commits)) {
    const [commit = '', date = '', ...subject] = line.split(' ');
    const files = textsIn(await git('ls-tree', '-r', '-z', '--full-tree', commit), root, paths);
    runs.push({ date: new Date(date), name: onOneLine(subject.join(' ')), ...(await versions.count(files)) });
  }
  return runs;
}

function refuse(): never {
  throw new UsageError('--git asks git what was before, and there is no git repository here (or no git); leave it out, or use --history.');
}

/** So many of a list, the first and the last among them. */
export function spread<T>(items: readonly T[], count: number): readonly T[] {
  if (items.length <= count) return items;
  const step = count > 1 ? (items.length - 1) / (count - 1) : 0;
  const last = items.length - 1;
  return Array.from({ length: count }, (_, i) => items[count > 1 ? Math.round(i * step) : last]).filter((item) => item !== undefined);
}

/** The blob of every text below some paths, by its absolute path, from what `ls-tree` prints. Links are none. */
function textsIn(tree: string, root: string, paths: readonly string[]): ReadonlyMap<string, string> {
  const files = tree.split('\0').flatMap((entry): [string, string][] => {
    const [, blob = '', name = ''] = /^100\d+ blob ([0-9a-f]+)\t(.+)$/s.exec(entry) ?? [];
    const path = join(root, name);
    const isAsked = paths.some((asked) => path === asked || path.startsWith(asked.replace(/\/?$/, '/')));
    return name && isAsked && isText(path) && !HIDDEN.test(name) ? [[path, blob]] : [];
  });
  return new Map(files);
}

const HIDDEN = /(?:^|\/)(?:\.|node_modules\/)/;

/** The texts that are today as they are in the last commit need not be read again. */
async function unchanged(git: (...args: readonly string[]) => Promise<string>, specs: readonly string[], root: string, present: ReadonlyMap<string, number>): Promise<ReadonlyMap<string, number | undefined>> {
  const tree = await git('ls-tree', '-r', '-z', '--full-tree', 'HEAD');
  const changed = new Set((await git('diff', '--name-only', '-z', 'HEAD', '--', ...specs)).split('\0').map((name) => join(root, name)));
  const texts = [...textsIn(tree, root, [root])].filter(([path]) => present.has(path) && !changed.has(path));
  return new Map(texts.map(([path, blob]) => [`${blob} ${path}`, present.get(path)]));
}

/** Every version of every text that was read so far. */
class Versions {
  /** By blob and path; undefined for a text that does not say what it is. */
  private readonly known: Map<string, number | undefined>;

  constructor(
    private readonly io: GitIo,
    private readonly root: string,
    private readonly readPast: ReadPast,
    known: ReadonlyMap<string, number | undefined>,
  ) {
    this.known = new Map(known);
  }

  /** How many texts there are among files, and how many findings in them. @param files the blob of each path */
  async count(files: ReadonlyMap<string, string>): Promise<{ articles: number; findings: number }> {
    const fresh = [...files].filter(([path, blob]) => !this.known.has(`${blob} ${path}`));
    if (fresh.length) await this.read(fresh);
    const counts = [...files].flatMap(([path, blob]) => this.known.get(`${blob} ${path}`) ?? []);
    return { articles: counts.length, findings: counts.reduce((sum, count) => sum + count, 0) };
  }

  private async read(fresh: readonly (readonly [path: string, blob: string])[]): Promise<void> {
    const contents = await this.io.gitBlobs(fresh.map(([, blob]) => blob), this.root);
    const texts = new Map(fresh.map(([path], i) => [path, contents[i] ?? new Uint8Array()]));
    const counts = await this.readPast(pastFileSystem(this.io.fs, texts), [...texts.keys()]);
    for (const [path, blob] of fresh) this.known.set(`${blob} ${path}`, counts.get(path));
  }
}

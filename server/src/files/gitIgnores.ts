import { dirname, join, relative } from 'pathe';
import type { FileSystem } from './fileSystem.js';
import { readText } from './text.js';

const NAME = '.gitignore';

/** What the `.gitignore` files on the way to a folder leave out. Never changes: a folder below has one of its own. */
export class GitIgnores {
  static readonly none = new GitIgnores([]);

  private constructor(private readonly files: readonly GitIgnoreFile[]) {}

  /** Those that hold for a folder before its own is read: of the folders above it, as far as the repository reaches. */
  static async above(fs: FileSystem, folder: string): Promise<GitIgnores> {
    const way = await wayFromTop(fs, folder);
    let ignores = GitIgnores.none;
    for (const one of way) ignores = await ignores.within(fs, one);
    // Whoever names a folder that git leaves out wants it read
    return ignores.leavesOut(folder, true) ? GitIgnores.none : ignores;
  }

  /** With what a folder's own `.gitignore` adds, if there is one. */
  async within(fs: FileSystem, folder: string): Promise<GitIgnores> {
    const path = join(folder, NAME);
    if ((await fs.stat(path).catch(() => undefined)) !== 'file') return this;
    const read = await readText(fs, path);
    if ('problem' in read) return this;
    const { default: ignore } = await import('ignore');
    return new GitIgnores([...this.files, { folder, rules: ignore().add(read.text) }]);
  }

  /** Whether git would leave out a path below. The deepest file that speaks of it decides. */
  leavesOut(path: string, isFolder: boolean): boolean {
    for (const { folder, rules } of [...this.files].reverse()) {
      const { ignored, unignored } = rules.test(relative(folder, path) + (isFolder ? '/' : ''));
      if (ignored || unignored) return ignored;
    }
    return false;
  }
}

interface GitIgnoreFile {
  readonly folder: string;
  readonly rules: { test(path: string): { readonly ignored: boolean; readonly unignored: boolean } };
}

/** The folders above one, from its repository's own folder down; none where it is in no repository. */
async function wayFromTop(fs: FileSystem, folder: string): Promise<readonly string[]> {
  const way: string[] = [];
  for (let at = folder; ; at = dirname(at)) {
    if (at !== folder) way.unshift(at);
    if ((await fs.stat(join(at, '.git')).catch(() => undefined)) !== undefined) return way;
    if (dirname(at) === at) return [];
  }
}

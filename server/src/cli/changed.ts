import { join } from 'pathe';
import type { Io } from './io.js';
import { UsageError } from './io.js';

type Ask = (...args: readonly string[]) => Promise<string>;

/** The files that have changed since a branch left a commit, or since the commit itself; divided by NUL. */
async function changedSince(commit: string, ask: Ask): Promise<string> {
  const base = await ask('merge-base', commit, 'HEAD').catch(() => commit);
  return ask('diff', '--name-only', '-z', base, '--');
}

/**
 * What git says has changed below the working folder since a branch left `ref` (or since the commit it names): absolute paths, files
 * that are new and not yet added among them, and deleted ones. Before the first commit all files are new.
 * @throws UsageError where there is no git, no repository or no such commit
 */
export async function changedFiles({ git, cwd }: Pick<Io, 'git' | 'cwd'>, ref: string): Promise<ReadonlySet<string>> {
  const ask: Ask = async (...args) => (await git(args, cwd)).trimEnd();
  const top = await ask('rev-parse', '--show-toplevel').catch(() => undefined);
  if (top === undefined) throw new UsageError('--changed asks git, and there is no git repository here (or no git); leave it out.');
  // By its own name nothing that somebody typed can be taken for an option
  const commit = await ask('rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`).catch(() => undefined);
  if (commit === undefined && ref !== 'HEAD') throw new UsageError(`Git knows no commit “${ref}”. Name a branch, a tag or a commit: --changed=main`);
  const changed = commit === undefined ? await ask('ls-files', '--full-name', '-z') : await changedSince(commit, ask);
  const added = await ask('ls-files', '--others', '--exclude-standard', '--full-name', '-z');
  return new Set([changed, added].flatMap((list) => list.split('\0').filter(Boolean)).map((path) => join(top, path)));
}

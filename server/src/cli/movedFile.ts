import { extname, join } from 'pathe';
import { readText } from '../files/text.js';
import type { Io } from './io.js';

/** A file may have had many names. */
const MOST_STEPS = 5;

/**
 * What a file is called now that is gone, as git knows of renames: committed, staged, or a new file with the text of the old.
 * @param name relative to `folder`, with `/`; so is the answer, undefined where nothing is known or the file has left the folder
 */
export async function nameNow(io: Pick<Io, 'git' | 'fs'>, folder: string, name: string): Promise<string | undefined> {
  try {
    // Git says itself where the folder is below its top, which is another path where a link leads to it
    const [top = '', below = ''] = (await io.git(['rev-parse', '--show-toplevel', '--show-prefix'], folder)).split('\n');
    const path = await follow(io, top, join(below, name));
    return path?.startsWith(below) ? path.slice(below.length) : undefined;
  } catch {
    return undefined; // No git, or no repository
  }
}

async function follow({ git, fs }: Pick<Io, 'git' | 'fs'>, top: string, gone: string): Promise<string | undefined> {
  let path = gone;
  for (let step = 0; step < MOST_STEPS; step++) {
    const next = renameIn(await git(['diff', '-M', '--name-status', '-z', 'HEAD'], top), path) ?? (await committedRename(git, top, path)) ?? (await sameText({ git, fs }, top, path));
    if (next === undefined) return undefined;
    path = next;
    if ((await fs.stat(join(top, path)).catch(() => undefined)) === 'file') return path;
  }
  return undefined;
}

/** The new file, not yet added, that holds what the last commit has under a name. */
async function sameText({ git, fs }: Pick<Io, 'git' | 'fs'>, top: string, path: string): Promise<string | undefined> {
  const before = await git(['show', `HEAD:${path}`], top).catch(() => undefined);
  const others = (await git(['ls-files', '--others', '--exclude-standard', '-z'], top)).split('\0').filter((other) => extname(other) === extname(path));
  for (const other of others) {
    const read = await readText(fs, join(top, other));
    if (before !== undefined && 'text' in read && read.text === before.replace(/^\uFEFF/u, '')) return other;
  }
  return undefined;
}

async function committedRename(git: Io['git'], top: string, path: string): Promise<string | undefined> {
  const commit = (await git(['log', '-1', '--format=%H', '--no-renames', '--diff-filter=D', '--', `:(literal)${path}`], top)).trim();
  return commit === '' ? undefined : renameIn(await git(['show', '-M', '--name-status', '-z', '--format=', commit], top), path);
}

/** The new name of a file in a list of `R100`, old name, new name, and others that have one name. */
function renameIn(list: string, path: string): string | undefined {
  const parts = list.split('\0');
  const at = parts.findIndex((part, i) => /^R\d+$/.test(part.trim()) && parts[i + 1] === path);
  return at < 0 ? undefined : parts[at + 2];
}

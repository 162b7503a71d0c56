import { join } from 'pathe';
import type { FileSystem } from './fileSystem.js';

/** Where a project keeps its packs, a folder for each. */
export const PACKS_FOLDER = '.deskside/packs';

/** The folders in a folder of packs, sorted; links are not followed, and names with a dot are unfinished work. */
export async function packFoldersIn(fs: FileSystem, folder: string): Promise<readonly string[]> {
  const entries = await fs.list(folder).catch(() => []);
  return entries.flatMap(({ name, kind }) => (kind === 'folder' && !name.startsWith('.') ? [join(folder, name)] : [])).sort();
}

/** Where a person keeps what is theirs in every project; undefined where the environment names no place. @param env the process's */
export function ownFolder(env: Readonly<Record<string, string | undefined>>): string | undefined {
  const home = env['HOME'];
  const settings = env['XDG_CONFIG_HOME'] ?? env['APPDATA'] ?? (home === undefined ? undefined : join(home, '.config'));
  return settings === undefined || settings === '' ? undefined : join(settings, 'deskside');
}

/** The folder of the pack that a file is a snippet of; undefined where it is none. @param path absolute */
export async function packOfSnippet(fs: FileSystem, path: string): Promise<string | undefined> {
  if (!path.endsWith('.md')) return undefined;
  const parts = path.split('/');
  for (let at = parts.lastIndexOf('snippets'); at > 0; at = parts.lastIndexOf('snippets', at - 1)) {
    const folder = parts.slice(0, at).join('/');
    if ((await fs.stat(`${folder}/pack.yaml`).catch(() => undefined)) === 'file') return folder;
  }
  return undefined;
}

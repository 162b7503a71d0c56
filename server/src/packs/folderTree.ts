import type { FileSystem } from '../files/fileSystem.js';
import { LIMITS } from './limits.js';
import { PackError } from './packError.js';
import type { TreeEntry } from './tree.js';

/** What a folder holds; hidden files and `node_modules` are no part of it, and links are not followed. @throws PackError */
export async function treeOfFolder(fs: FileSystem, folder: string): Promise<readonly TreeEntry[]> {
  const entries: TreeEntry[] = [];
  const enter = async (path: string, depth: number): Promise<void> => {
    if (depth > LIMITS.depth) throw new PackError(`${folder}/${path} is nested too deeply for a pack.`);
    const found = await fs.list(`${folder}/${path}`).catch(() => {
      throw new PackError(`${folder}/${path} cannot be opened; check that it is there, and who may read it.`);
    });
    for (const { name, kind } of found) {
      if (name.startsWith('.') || name === 'node_modules') continue;
      if (entries.length > LIMITS.entries) throw new PackError(`${folder} holds more than ${LIMITS.entries} files; name the folder that the pack stands in.`);
      if (kind === 'folder') await enter(`${path}${name}/`, depth + 1);
      else entries.push({ path: path + name, kind, read: (most) => fs.read(`${folder}/${path}${name}`, most) });
    }
  };
  await enter('', 0);
  return entries;
}

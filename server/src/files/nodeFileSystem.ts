import type { Dirent, Stats } from 'node:fs';
import { lstat, readdir, readFile } from 'node:fs/promises';
import type { FileKind, FileSystem } from './fs.js';

/** The file system of the machine. */
export const nodeFileSystem: FileSystem = {
  read: async (path) => (await readFile(path, 'utf8')).replace(/^\ufeff/u, ''),
  list: async (folder) => (await readdir(folder, { withFileTypes: true })).map((entry) => ({ name: entry.name, kind: kindOf(entry) })),
  stat: async (path) => {
    const stats = await lstat(path).catch(() => undefined);
    return stats && { kind: kindOf(stats), size: stats.size };
  },
};

function kindOf(entry: Dirent | Stats): FileKind {
  if (entry.isSymbolicLink()) return 'link';
  if (entry.isFile()) return 'file';
  return entry.isDirectory() ? 'folder' : 'other';
}

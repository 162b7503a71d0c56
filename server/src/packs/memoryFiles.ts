import { atMost } from '../files/fileSystem.js';
import type { Entry, FileSystem } from '../files/fileSystem.js';
import type { PackFiles } from './world.js';

/** A pack's files as a file system, so that a pack is read the same way before it is on the disk. @param root their folder's path */
export function memoryFiles(files: PackFiles, root: string): FileSystem {
  const within = (path: string) => path.slice(root.length + 1);
  const folders = new Set([...files.keys()].flatMap((path) => [...path.matchAll(/\//gu)].map(({ index }) => path.slice(0, index))));
  return {
    read: async (path, most) => {
      const bytes = files.get(within(path));
      if (!bytes) throw Object.assign(new Error(`no ${path}`), { code: 'ENOENT' });
      return atMost(bytes, most);
    },
    list: async (path) => listed(within(path), files, folders),
    stat: async (path) => (files.has(within(path)) ? 'file' : path === root || folders.has(within(path)) ? 'folder' : undefined),
    realPath: async (path) => path,
  };
}

function listed(folder: string, files: PackFiles, folders: ReadonlySet<string>): readonly Entry[] {
  const above = folder === '' ? '' : `${folder}/`;
  const below = (path: string) => path.startsWith(above) && !path.slice(above.length).includes('/');
  const entry = (kind: Entry['kind']) => (path: string): Entry => ({ name: path.slice(above.length), kind });
  return [...[...files.keys()].filter(below).map(entry('file')), ...[...folders].filter(below).map(entry('folder'))];
}

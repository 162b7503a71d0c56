import { dirname } from 'pathe';
import type { WritableFileSystem } from '../../files/fileSystem.js';

/**
 * The disk as it is, but with some texts as they were. Configs, packs and ignores are today's, so that a number of the
 * past can be compared with one of today.
 * @param texts their contents, by absolute path; their folders need not be there any more
 */
export function pastFileSystem(fs: WritableFileSystem, texts: ReadonlyMap<string, Uint8Array>): WritableFileSystem {
  const folders = new Set([...texts.keys()].map((path) => dirname(path)));
  const isPast = (path: string): boolean => texts.has(path) || folders.has(path);
  return {
    ...fs,
    read: async (path) => texts.get(path) ?? fs.read(path),
    stat: async (path) => (texts.has(path) ? 'file' : ((await fs.stat(path).catch(() => undefined)) ?? (folders.has(path) ? 'folder' : undefined))),
    realPath: async (path) => (isPast(path) ? path : fs.realPath(path)),
    replace: async () => Promise.reject(new Error('what is past cannot be changed')),
    create: async () => Promise.reject(new Error('what is past cannot be changed')),
  };
}

import { chmodSync, closeSync, fstatSync, linkSync, mkdirSync, openSync, readFileSync, readdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type { Dirent, Stats } from 'node:fs';
import { dirname, normalize } from 'pathe';
import type { Entry, EntryKind, WritableFileSystem } from './fileSystem.js';

/** The machine's disk. Synchronous inside: for many small files that is several times faster in Node. */
export const nodeFileSystem: WritableFileSystem = {
  read: async (path, most) => (most === undefined ? readFileSync(path) : readAtMost(path, most)),
  list: async (path) => readdirSync(path, { withFileTypes: true }).map(entryOf),
  stat: async (path) => {
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats && kindOf(stats);
  },
  realPath: async (path) => normalize(realpathSync.native(path)),
  replace: async (path, contents) => replace(realpathSync.native(path), contents),
  create: async (path, contents) => create(path, contents),
};

function readAtMost(path: string, most: number): Uint8Array {
  const file = openSync(path, 'r');
  try {
    if (fstatSync(file).size > most) throw Object.assign(new Error(`${path} has more than ${most} bytes`), { code: 'EFBIG' });
    return readFileSync(file);
  } finally {
    closeSync(file);
  }
}

function entryOf(entry: Dirent): Entry {
  return { name: entry.name, kind: entry.isSymbolicLink() ? 'link' : kindOf(entry) };
}

function kindOf(stats: Stats | Dirent): EntryKind {
  if (stats.isFile()) return 'file';
  return stats.isDirectory() ? 'folder' : 'other';
}

function replace(path: string, contents: Uint8Array): void {
  const unfinished = `${path}.${process.pid}.tmp`;
  const { mode } = statSync(path);
  try {
    writeFileSync(unfinished, contents, { flag: 'wx' });
    chmodSync(unfinished, mode);
    renameSync(unfinished, path);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

function create(path: string, contents: Uint8Array): void {
  const unfinished = `${path}.${process.pid}.tmp`;
  mkdirSync(dirname(path), { recursive: true });
  try {
    writeFileSync(unfinished, contents, { flag: 'wx' });
    // Unlike a new name, a second one never takes another file's place.
    linkSync(unfinished, path);
  } finally {
    rmSync(unfinished, { force: true });
  }
}

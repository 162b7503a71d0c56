import { accessSync, chmodSync, closeSync, constants, fstatSync, linkSync, mkdirSync, openSync, readFileSync, readdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type { Dirent, Stats } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { basename, dirname, join, normalize } from 'pathe';
import { ChangedMeanwhile, LONGEST_FILE, sameBytes, tooLarge } from './fileSystem.js';
import type { Entry, EntryKind, WritableFileSystem } from './fileSystem.js';

/** The machine's disk. Synchronous inside: for many small files that is several times faster in Node. */
export const nodeFileSystem: WritableFileSystem = {
  read: async (path, most = LONGEST_FILE) => readAtMost(path, most),
  list: async (path) => readdirSync(path, { withFileTypes: true }).map(entryOf),
  stat: async (path) => {
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats && kindOf(stats);
  },
  realPath: async (path) => normalize(realpathSync.native(path)),
  replace: async (path, contents, before) => replace(realpathSync.native(path), contents, before),
  create: async (path, contents) => create(path, contents),
  sweep: async (folder) => sweep(folder),
};

/** To open a pipe waits for somebody to write into it, so that one among somebody's texts would stop everything; opened like this it does not wait. Windows has no such number, nor such pipes. */
const WITHOUT_WAITING = constants.O_RDONLY | constants.O_NONBLOCK;

function readAtMost(path: string, most: number): Uint8Array {
  const file = openSync(path, WITHOUT_WAITING);
  try {
    const stats = fstatSync(file);
    if (kindOf(stats) === 'other') throw new Error('it is a pipe or a device, and no file');
    if (stats.size > most) throw tooLarge(most);
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

/** A name beside a file that nobody else has, for what is to take its place. */
function besides(path: string): string {
  return join(dirname(path), `.${basename(path)}.${process.pid}-${randomBytes(4).toString('hex')}.tmp`);
}

/** Names that `besides` gives, and the process that did. */
const UNFINISHED = /^\..+\.(\d+)-[0-9a-f]{8}\.tmp$/;

function sweep(folder: string): void {
  for (const name of readdirSync(folder)) {
    const [, writer] = UNFINISHED.exec(name) ?? [];
    if (writer !== undefined && !isAtWork(Number(writer))) rmSync(join(folder, name), { force: true });
  }
}

/** Whether another process of that number runs. This one has not written anything yet: what bears its number is older. */
function isAtWork(writer: number): boolean {
  if (writer === process.pid) return false;
  try {
    return process.kill(writer, 0);
  } catch (error) {
    // Anything else than “no such process” says that there is one
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}

/** By way of a file beside it that is flushed to the disk before it takes the name: even a power cut leaves the old or the new. */
function replace(path: string, contents: Uint8Array, before: Uint8Array | undefined): void {
  const unfinished = besides(path);
  const { mode } = statSync(path);
  // A new name would go over a file that its owner has locked
  accessSync(path, constants.W_OK);
  try {
    writeFileSync(unfinished, contents, { flag: 'wx', flush: true });
    chmodSync(unfinished, mode);
    // As late as can be: between this look and the new name lies one system call
    if (before && !sameBytes(readFileSync(path), before)) throw new ChangedMeanwhile();
    renameSync(unfinished, path);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

function create(path: string, contents: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  const unfinished = besides(path);
  try {
    writeFileSync(unfinished, contents, { flag: 'wx', flush: true });
    // Unlike a new name, a second one never takes another file's place.
    linkSync(unfinished, path);
  } finally {
    rmSync(unfinished, { force: true });
  }
}

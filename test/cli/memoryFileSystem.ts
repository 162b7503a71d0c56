import { basename, dirname, join } from 'pathe';
import { atMost, ChangedMeanwhile, sameBytes } from '../../server/src/files/fileSystem.js';
import type { Entry, EntryKind, WritableFileSystem } from '../../server/src/files/fileSystem.js';

/** A file's text or bytes; `{ link }` leads to another path; `{ locked }` may not be read. */
export type MemoryFile = string | Uint8Array | { readonly link: string } | { readonly locked: true };

/** A file system of a few files by absolute path. Folders are there because files are in them. */
export function memoryFileSystem(files: Readonly<Record<string, MemoryFile>>): WritableFileSystem & { text(path: string): string } {
  const entries = new Map(Object.entries(files));
  const folders = () => new Set([...entries.keys()].flatMap(parents));
  const real = (path: string, steps = 0): string => {
    if (path === '/' || steps > 20) return path;
    const here = join(real(dirname(path), steps + 1), basename(path));
    const entry = entries.get(here);
    return entry !== undefined && isLink(entry) ? real(entry.link, steps + 1) : here;
  };
  const kindOf = (path: string): EntryKind | undefined => (entries.has(path) ? 'file' : folders().has(path) ? 'folder' : undefined);
  const bytes = (path: string): Uint8Array => {
    const entry = entries.get(real(path));
    if (entry === undefined || isLink(entry)) throw failure(kindOf(real(path)) === 'folder' ? 'EISDIR' : 'ENOENT');
    if (typeof entry === 'object' && 'locked' in entry) throw failure('EACCES');
    return typeof entry === 'string' ? new TextEncoder().encode(entry) : entry;
  };
  return {
    read: async (path, most) => atMost(bytes(path), most),
    stat: async (path) => kindOf(real(path)),
    realPath: async (path) => real(path),
    list: async (path) => listed(real(path), entries, folders()),
    replace: async (path, contents, before) => {
      if (before && !sameBytes(bytes(path), before)) throw new ChangedMeanwhile();
      entries.set(real(path), contents);
    },
    create: async (path, contents) => {
      if (kindOf(real(path)) !== undefined) throw failure('EEXIST');
      entries.set(real(path), contents);
    },
    sweep: async () => undefined,
    text: (path) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes(path)),
  };
}

function listed(path: string, entries: ReadonlyMap<string, MemoryFile>, folders: ReadonlySet<string>): Entry[] {
  if (!folders.has(path)) throw failure('ENOTDIR');
  const files = [...entries].filter(([file]) => dirname(file) === path);
  const below = [...folders].filter((folder) => folder !== path && dirname(folder) === path);
  return [
    ...files.map(([file, entry]): Entry => ({ name: basename(file), kind: isLink(entry) ? 'link' : 'file' })),
    ...below.map((folder): Entry => ({ name: basename(folder), kind: 'folder' })),
  ];
}

function parents(path: string): string[] {
  const above = dirname(path);
  return above === path ? [] : [above, ...parents(above)];
}

function isLink(file: MemoryFile): file is { readonly link: string } {
  return typeof file === 'object' && 'link' in file;
}

function failure(code: string): Error {
  return Object.assign(new Error(code), { code });
}

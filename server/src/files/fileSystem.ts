/**
 * The little of a file system that Deskside reads. Paths are absolute and use `/` on every system, so that the
 * command line, the language server and tests that have no disk share all that is built on it.
 */
export interface FileSystem {
  /**
   * A file as it is. Rejects where it cannot be read.
   * @param most the bytes it may have, {@link LONGEST_FILE} where nothing is said: a larger one is not read, and the code of the error is `EFBIG`
   */
  read(path: string, most?: number): Promise<Uint8Array>;
  /** What stands in a folder, in any order. Rejects where it is no folder or cannot be read. */
  list(path: string): Promise<readonly Entry[]>;
  /** What a path leads to, links followed; undefined where there is nothing. */
  stat(path: string): Promise<EntryKind | undefined>;
  /** The path without links in it, by which two ways to one folder are seen to be one. Rejects where there is nothing. */
  realPath(path: string): Promise<string>;
}

/** A file system that can also be written to. */
export interface WritableFileSystem extends FileSystem {
  /**
   * Puts new contents in the place of a file's in one step: who reads meanwhile sees the old or the new, whole.
   * @param before refuses, with a {@link ChangedMeanwhile}, where the file does not hold this any more
   */
  replace(path: string, contents: Uint8Array, before?: Uint8Array): Promise<void>;
  /** Makes a file, whole or not at all, and the folders it stands in. Rejects where something stands there already. */
  create(path: string, contents: Uint8Array): Promise<void>;
  /** Removes from a folder what writers that were killed have left there. To be called before anything is written. */
  sweep(folder: string): Promise<void>;
}

/** In bytes. More than anybody writes; what is longer is a log or a dump, and would fill the memory. */
export const LONGEST_FILE = 16 * 1024 * 1024;

/** What `read` rejects with where a file has more bytes than it may have. */
export function tooLarge(most: number): Error {
  return Object.assign(new Error(`more than ${most} bytes`), { code: 'EFBIG' });
}

/** Bytes that are in memory already, for a file system that has them there. @throws as `read` rejects, where there are too many */
export function atMost(bytes: Uint8Array, most = LONGEST_FILE): Uint8Array {
  if (bytes.length > most) throw tooLarge(most);
  return bytes;
}

/** Somebody else has changed a file since it was read. */
export class ChangedMeanwhile extends Error {
  constructor() {
    super('somebody has changed it meanwhile');
    this.name = 'ChangedMeanwhile';
  }
}

/** Whether two files hold the same. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

/** `other` is a socket, a device and the like. */
export type EntryKind = 'file' | 'folder' | 'other';

/** Something that stands in a folder. */
export interface Entry {
  readonly name: string;
  /** Of the entry itself: a link is not followed. */
  readonly kind: EntryKind | 'link';
}

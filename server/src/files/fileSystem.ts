/**
 * The little of a file system that Deskside reads. Paths are absolute and use `/` on every system, so that the
 * command line, the language server and tests that have no disk share all that is built on it.
 */
export interface FileSystem {
  /**
   * A file as it is. Rejects where it cannot be read.
   * @param most the bytes it may have: a larger one is not read, and the code of the error is `EFBIG`
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
  /** Puts new contents in the place of a file's in one step: who reads meanwhile sees the old or the new, whole. */
  replace(path: string, contents: Uint8Array): Promise<void>;
  /** Makes a file, whole or not at all, and the folders it stands in. Rejects where something stands there already. */
  create(path: string, contents: Uint8Array): Promise<void>;
}

/** `other` is a socket, a device and the like. */
export type EntryKind = 'file' | 'folder' | 'other';

export interface Entry {
  readonly name: string;
  /** Of the entry itself: a link is not followed. */
  readonly kind: EntryKind | 'link';
}

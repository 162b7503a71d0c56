/**
 * The little of a file system that reading needs, so that Node, VS Code's `workspace.fs` and a test's
 * map can all give it. Paths are the host's own; a child's path is its folder's, `/` and its name.
 */
export interface FileSystem {
  /** A file's text, read as UTF-8, without a byte order mark. Rejects where it cannot be read. */
  read(path: string): Promise<string>;
  /** What is in a folder, in no order. Rejects where there is no such folder. */
  list(folder: string): Promise<readonly FolderEntry[]>;
  /** What stands at a path, a link itself and not what it leads to; undefined where there is nothing. */
  stat(path: string): Promise<FileStat | undefined>;
}

/** `link` is a symbolic link, wherever it leads; `other` a socket, a device and the like. */
export type FileKind = 'file' | 'folder' | 'link' | 'other';

export interface FolderEntry {
  readonly name: string;
  readonly kind: FileKind;
}

export interface FileStat {
  readonly kind: FileKind;
  /** In bytes. */
  readonly size: number;
}

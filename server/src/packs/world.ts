import type { FileSystem } from '../files/fileSystem.js';

/** The tools that bring packs from elsewhere: those that people have. */
export type Tool = 'git' | 'npm';

/** What a tool said. */
export interface ToolResult {
  /** 0: it went well. */
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** All that adding, updating and removing packs touches of the world. Paths are absolute, with `/`. */
export interface PackWorld {
  readonly fs: FileSystem;
  /**
   * Puts a folder with these files in the place of another, in one step: who looks meanwhile sees the old or the new, whole.
   * Rejects, and leaves the old one as it was, when anything goes wrong.
   */
  putFolder(folder: string, files: PackFiles): Promise<void>;
  /** Takes a folder away with all that is in it. */
  removeFolder(folder: string): Promise<void>;
  /** Writes a file in one step, and the folders it needs. */
  putFile(path: string, text: string): Promise<void>;
  /** Lends an empty folder for as long as the work takes. */
  withTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T>;
  /** Runs a tool without a shell. Rejects with a `PackError` where it is not on this machine, and with the signal's reason. */
  run(tool: Tool, args: readonly string[], options: { readonly cwd: string; readonly signal?: AbortSignal }): Promise<ToolResult>;
  /** The SHA-256 of some bytes, in hexadecimal digits. */
  sha256(bytes: Uint8Array): string;
}

/** A pack's files by their paths inside the pack. */
export type PackFiles = ReadonlyMap<string, Uint8Array>;

/** How those who wait are kept posted, and how they call it off. */
export interface Progress {
  /** A few words on what is being done now. */
  readonly onProgress?: (doing: string) => void;
  readonly signal?: AbortSignal;
}

import type { Linter, LinterOptions, Measures, Range, Source } from '../core/index.js';
import type { PackWorld } from '../packs/world.js';
import type { WritableFileSystem } from '../files/fileSystem.js';
import type { AssistantIo } from './assistantIo.js';
import type { TextStore } from './cache.js';
import type { ReadingThread } from './pool.js';

/** Where text goes. The promise is kept when there is room for more. */
export interface Writer {
  write(text: string): Promise<void>;
}

/** The parts of the engine that the command line uses, in one place so that a test can put others there. */
export interface Engine {
  createLinter(options: LinterOptions): Linter;
  /** Whether the writer's own words are English (or too few to tell). In other languages nothing is looked for. */
  isEnglish(source: Source): boolean;
  /** How long a text is, how hard to read, and what it is called. */
  measure(source: Source): Measures;
  /** The sentence (or block) that each range stands in, in the ranges' order. */
  sentencesAt(source: Source, ranges: readonly Range[]): readonly string[];
}

/** All that the command line touches of the world. */
export interface Io {
  /** Without the program's own name. */
  readonly argv: readonly string[];
  /** Absolute, with `/`. */
  readonly cwd: string;
  readonly fs: WritableFileSystem;
  readonly in: AsyncIterable<Uint8Array>;
  readonly out: Writer;
  readonly err: Writer;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether `out` is a terminal. */
  readonly isTTY: boolean;
  /** The terminal's width. */
  readonly columns?: number;
  /** Whether `err` is a terminal. */
  readonly errIsTTY: boolean;
  readonly version: string;
  /** As `2025-01-31`. */
  today(): string;
  /** What adding and updating packs touches of the world. */
  packWorld(): Promise<PackWorld>;
  readonly engine: Engine;
  /** Runs git and gives back what it prints. Rejects where it fails or is not there. */
  git(args: readonly string[], cwd: string): Promise<string>;
  /** The contents of git's blobs, in their order. Rejects where there is no git. */
  gitBlobs(ids: readonly string[], cwd: string): Promise<readonly Uint8Array[]>;
  /** A name for a text that no other text has. */
  hash(text: string): string;
  /** What is kept in a folder from one run to the next. @param folder absolute */
  store(folder: string): TextStore;
  /** How many threads may work at once. */
  readonly processors: number;
  /** Starts a thread that reads files as `lint` with these options does. */
  startThread(argv: readonly string[]): ReadingThread;
  /** Runs the language server on this process's streams, until they end. */
  startServer(): Promise<void>;
  /** Answers AI assistants on this process's streams, until they end. */
  startAssistants(lent: AssistantIo): Promise<void>;
}

/** 0: nothing found; 1: findings at or above `--fail-on`; 2: wrong usage, or something that could not be read. */
export type ExitCode = 0 | 1 | 2;

/** The command line was used wrongly. The message says the way out. */
export class UsageError extends Error {}

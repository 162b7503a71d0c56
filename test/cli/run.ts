import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { TextStore } from '../../server/src/cli/cache.js';
import { KeptErrors } from '../../server/src/cli/errors.js';
import { readLintOptions } from '../../server/src/cli/lintOptions.js';
import type { Answer, ReadingThread } from '../../server/src/cli/pool.js';
import { createReader } from '../../server/src/cli/reader.js';
import { main } from '../../server/src/cli/main.js';
import type { Engine, ExitCode, Io } from '../../server/src/cli/io.js';
import { memoryFileSystem } from './memoryFileSystem.js';
import type { MemoryFile } from './memoryFileSystem.js';
import { phraseEngine } from './phraseEngine.js';

export interface World {
  readonly files?: Readonly<Record<string, MemoryFile>>;
  /** Instead of `files`. */
  readonly fs?: ReturnType<typeof memoryFileSystem>;
  readonly engine?: Engine;
  readonly cwd?: string;
  /** Chunks of standard input. */
  readonly in?: readonly (string | Uint8Array)[];
  readonly env?: Readonly<Record<string, string>>;
  readonly isTTY?: boolean;
  readonly git?: Io['git'];
  readonly gitBlobs?: Io['gitBlobs'];
  readonly errIsTTY?: boolean;
  /** What `--cache` keeps. */
  readonly kept?: Map<string, string>;
  readonly processors?: number;
  readonly startThread?: (io: Io, argv: readonly string[]) => ReadingThread;
  readonly columns?: number;
}

export interface Ran {
  readonly code: ExitCode;
  readonly out: string;
  readonly err: string;
  /** The text of a file afterwards. */
  readonly text: (path: string) => string;
  readonly startedServer: boolean;
  /** The folders it was started for. */
  readonly startedAssistants: readonly string[] | undefined;
}

/** The rule that most tests need: “you should have” blames. */
export const blame = { phrase: 'you should have', rule: 'blame-language/should-have', message: '“you should have” tells the customer what they did wrong.' };

/** Runs the command line in a world of its own. @param command the arguments, with spaces between them */
export async function run(command: string, world: World = {}): Promise<Ran> {
  const fs = world.fs ?? memoryFileSystem(world.files ?? { '/desk/empty.txt': '' });
  let out = '';
  let err = '';
  let startedServer = false;
  let startedAssistants: readonly string[] | undefined;
  const io: Io = {
    argv: command.split(' ').filter(Boolean),
    cwd: world.cwd ?? '/desk',
    fs,
    in: streamOf(world.in ?? []),
    out: { write: async (text) => void (out += text) },
    err: { write: async (text) => void (err += text) },
    env: world.env ?? {},
    isTTY: world.isTTY ?? false,
    ...stillWorld,
    errIsTTY: world.errIsTTY ?? false,
    store: () => memoryStore(world.kept ?? new Map()),
    processors: world.processors ?? 1,
    ...(world.columns !== undefined && { columns: world.columns }),
    version: '1.2.3',
    today: () => '2025-06-01',
    packWorld: () => Promise.reject(new Error('no test in memory gets packs')),
    engine: world.engine ?? phraseEngine([blame]),
    ...(world.git && { git: world.git }),
    gitBlobs: world.gitBlobs ?? (async () => Promise.reject(new Error('no git'))),
    startServer: async () => void (startedServer = true),
    startAssistants: async ({ roots }) => void (startedAssistants = roots),
    startThread: (argv) => (world.startThread ?? sameThread)(io, argv),
  };
  const code = await main(io);
  return { code, out, err, text: (path) => fs.text(path), startedServer, startedAssistants };
}

/** The ids of the answers that `--format ndjson` gives, a line each. */
export function idsIn(out: string): readonly string[] {
  return out.split('\n').filter(Boolean).map((line) => String(JSON.parse(line).id));
}

async function* streamOf(chunks: readonly (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk;
}

/** The parts of the world that most tests have no use for. */
export const stillWorld: Pick<Io, 'errIsTTY' | 'git' | 'hash' | 'processors' | 'startThread' | 'store'> = {
  errIsTTY: false,
  git: async () => Promise.reject(new Error('no git')),
  hash: (text) => createHash('sha256').update(text).digest('hex'),
  processors: 1,
  startThread: () => assert.fail('one processor needs no threads'),
  store: () => memoryStore(new Map()),
};

/** A thread that is none, for everything around threads. */
export function sameThread(io: Io, argv: readonly string[]): ReadingThread {
  const errors = new KeptErrors();
  const { reader } = createReader(io, readLintOptions(argv, io.cwd), errors);
  return {
    read: async (tasks) => {
      const answers: Answer[] = [];
      for (const task of tasks) answers.push({ outcome: await reader.file(task), said: errors.take() });
      return answers;
    },
    end: () => undefined,
  };
}

function memoryStore(kept: Map<string, string>): TextStore {
  return { get: (name) => kept.get(name), set: (name, text) => void kept.set(name, text) };
}

import { main } from '../../server/src/cli/main.js';
import type { Engine, ExitCode, Io } from '../../server/src/cli/io.js';
import { memoryFileSystem } from './memoryFileSystem.js';
import type { MemoryFile } from './memoryFileSystem.js';
import { phraseEngine } from './phraseEngine.js';

export interface World {
  readonly files?: Readonly<Record<string, MemoryFile>>;
  readonly engine?: Engine;
  readonly cwd?: string;
  /** Chunks of standard input. */
  readonly in?: readonly (string | Uint8Array)[];
  readonly env?: Readonly<Record<string, string>>;
  readonly isTTY?: boolean;
  readonly git?: Io['git'];
  readonly gitBlobs?: Io['gitBlobs'];
  readonly columns?: number;
}

export interface Ran {
  readonly code: ExitCode;
  readonly out: string;
  readonly err: string;
  /** The text of a file afterwards. */
  readonly text: (path: string) => string;
  readonly startedServer: boolean;
}

/** The rule that most tests need: “you should have” blames. */
export const blame = { phrase: 'you should have', rule: 'blame-language/should-have', message: '“you should have” tells the customer what they did wrong.' };

/** Runs the command line in a world of its own. @param command the arguments, with spaces between them */
export async function run(command: string, world: World = {}): Promise<Ran> {
  const fs = memoryFileSystem(world.files ?? { '/desk/empty.txt': '' });
  let out = '';
  let err = '';
  let startedServer = false;
  const io: Io = {
    argv: command.split(' ').filter(Boolean),
    cwd: world.cwd ?? '/desk',
    fs,
    in: streamOf(world.in ?? []),
    out: { write: async (text) => void (out += text) },
    err: { write: async (text) => void (err += text) },
    env: world.env ?? {},
    isTTY: world.isTTY ?? false,
    ...(world.columns !== undefined && { columns: world.columns }),
    version: '1.2.3',
    today: () => '2025-06-01',
    packWorld: () => Promise.reject(new Error('no test in memory gets packs')),
    engine: world.engine ?? phraseEngine([blame]),
    git: world.git ?? (async () => Promise.reject(new Error('no git'))),
    gitBlobs: world.gitBlobs ?? (async () => Promise.reject(new Error('no git'))),
    startServer: async () => void (startedServer = true),
  };
  const code = await main(io);
  return { code, out, err, text: (path) => fs.text(path), startedServer };
}

async function* streamOf(chunks: readonly (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk;
}

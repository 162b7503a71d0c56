import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { promisify } from 'node:util';
import { join, normalize } from 'pathe';
import { engine } from '../core/engine.js';
import { nodeFileSystem } from '../files/nodeFileSystem.js';
import { lastLong } from '../startup/tiers.js';
import type { AssistantIo } from './assistantIo.js';
import { folderStore } from './folderStore.js';
import { gitBlobs } from './gitBlobs.js';
import { main } from './main.js';
import { outputTo } from './output.js';
import { runThread, startThread, THREAD } from './thread.js';

declare const DESKSIDE_VERSION: string;

/** A list of changed files in a big repository is longer than Node would read by itself. */
const MOST_OUTPUT = 256 * 1024 * 1024;

async function git(args: readonly string[], cwd: string): Promise<string> {
  const { execFile } = await import('node:child_process');
  return (await promisify(execFile)('git', [...args], { cwd, maxBuffer: MOST_OUTPUT })).stdout;
}

/** The server is a bundle of its own beside this one, so that reading a file never loads it. */
async function startServer(): Promise<void> {
  lastLong();
  if (!process.argv.includes('--stdio')) process.argv.push('--stdio');
  const server = './server.cjs';
  await import(server);
  await new Promise(() => undefined);
}

/** The same for the service for assistants, whose library is as large as all the rest. */
async function startAssistants(lent: AssistantIo): Promise<void> {
  lastLong();
  const service = './mcp.cjs';
  const { serveAssistants }: { serveAssistants(io: AssistantIo): Promise<void> } = await import(service);
  await serveAssistants(lent);
}

/** The folder of the bundle that this becomes. */
declare const __dirname: string;

/** npm goes to the root of the project before it runs a script; whoever types `npm run deskside` means the folder they are in. */
function workingFolder(): string {
  const { npm_lifecycle_event: script, INIT_CWD: typedIn } = process.env;
  return script === 'deskside' && typedIn ? typedIn : process.cwd();
}

/** Who reads more than this many bytes does some things often enough for V8 to make them faster. */
const SHORT_RUN = 1 << 16;
let read = 0;

async function readCounted(path: string, most?: number): Promise<Uint8Array> {
  const bytes = await nodeFileSystem.read(path, most);
  if (read <= SHORT_RUN && (read += bytes.length) > SHORT_RUN) lastLong();
  return bytes;
}

const { argv, env } = process;
const world = {
  cwd: normalize(workingFolder()),
  fs: { ...nodeFileSystem, read: readCounted },
  env,
  version: DESKSIDE_VERSION,
  engine,
  hash: (text: string) => createHash('sha256').update(text).digest('base64url'),
  store: folderStore,
};

if (argv[2] === THREAD) startReading();
else void start();

function startReading(): void {
  lastLong();
  runThread(world);
}

async function start(): Promise<void> {
  // Whoever reads us has had enough, as in “deskside lint | head”
  const out = outputTo(1, () => process.stdout, () => process.exit(0));
  const err = outputTo(2, () => process.stderr, () => undefined);
  try {
    process.exitCode = await main({
      ...world,
      argv: argv.slice(2),
      // Opened only by whoever reads it: most starts need neither it nor git's process.
      get in() {
        lastLong();
        return process.stdin;
      },
      out,
      err,
      isTTY: out.isTTY,
      // Only asked where there is progress to show
      get errIsTTY() {
        return err.isTTY;
      },
      ...(out.columns !== undefined && { columns: out.columns }),
      git,
      gitBlobs,
      today: () => new Date().toISOString().slice(0, 10),
      packWorld: async () => (await import('../packs/index.js')).nodeWorld,
      processors: availableParallelism(),
      startThread: (options) => {
        lastLong();
        return startThread(join(__dirname, 'cli.cjs'), options);
      },
      startServer,
      startAssistants,
    });
    // All is written by now. To put away what is in memory first took 5 of 114 ms of processor time for one small text.
    if (argv[2] === 'lint') process.exit();
  } catch (error) {
    console.error('deskside stopped short, and it is not your fault. Please report this:\n', error);
    process.exitCode = 2;
  }
}

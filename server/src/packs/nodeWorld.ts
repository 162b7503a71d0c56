import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, delimiter, dirname, join } from 'node:path';
import { normalize } from 'pathe';
import { nodeFileSystem } from '../files/nodeFileSystem.js';
import { PackError } from './packError.js';
import type { PackFiles, PackWorld, Tool, ToolResult } from './world.js';

/** What a tool may say before it is cut off. */
const MAX_OUTPUT = 1024 * 1024;

/** This machine. */
export const nodeWorld: PackWorld = {
  fs: nodeFileSystem,
  putFolder,
  removeFolder: (folder) => rm(folder, { recursive: true, force: true }),
  putFile,
  withTemporaryFolder: async (work) => {
    const folder = await mkdtemp(join(tmpdir(), 'deskside-pack-'));
    try {
      return await work(normalize(folder));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
  run,
  sha256: (bytes) => createHash('sha256').update(bytes).digest('hex'),
};

/** Beside its place, so that the last step is a renaming on one disk; names with a dot are no packs. */
async function putFolder(folder: string, files: PackFiles): Promise<void> {
  const [fresh, old] = ['new', 'old'].map((what) => join(dirname(folder), `.${basename(folder)}.${process.pid}.${what}`)) as [string, string];
  try {
    for (const [path, contents] of files) {
      await mkdir(dirname(join(fresh, path)), { recursive: true });
      await writeFile(join(fresh, path), contents, { flag: 'wx' });
    }
    const replaces = existsSync(folder);
    if (replaces) await rename(folder, old);
    await rename(fresh, folder).catch(async (error: unknown) => {
      if (replaces) await rename(old, folder);
      throw error;
    });
  } finally {
    await rm(fresh, { recursive: true, force: true });
    await rm(old, { recursive: true, force: true });
  }
}

async function putFile(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const unfinished = `${path}.${process.pid}.tmp`;
  await writeFile(unfinished, text);
  await rename(unfinished, path);
}

/** Never waits for a password: nobody could type one. */
const QUIET = { GIT_TERMINAL_PROMPT: '0', GIT_LFS_SKIP_SMUDGE: '1', npm_config_yes: 'true' };

function run(tool: Tool, args: readonly string[], { cwd, signal }: { readonly cwd: string; readonly signal?: AbortSignal }): Promise<ToolResult> {
  const { program, first } = programOf(tool);
  return new Promise((done, fail) => {
    const child = spawn(program, [...first, ...args], { cwd, env: { ...process.env, ...QUIET }, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true, ...(signal && { signal }) });
    let [out, err] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => void (out = (out + text).slice(0, MAX_OUTPUT)));
    child.stderr.setEncoding('utf8').on('data', (text: string) => void (err = (err + text).slice(-MAX_OUTPUT)));
    child.on('error', (error) => fail(signal?.aborted === true ? signal.reason : new PackError(`${tool} is needed for this, and it does not start (${error.message}). Install it, or get the pack as a zip file or a folder.`)));
    child.on('close', (code) => done({ code: code ?? 1, out, err }));
  });
}

/** On Windows npm is a batch file, which cannot be started without a shell; the program that it starts can. */
function programOf(tool: Tool): { readonly program: string; readonly first: readonly string[] } {
  if (tool !== 'npm' || process.platform !== 'win32') return { program: tool, first: [] };
  const folder = (process.env['PATH'] ?? '').split(delimiter).find((path) => existsSync(join(path, 'npm.cmd'))) ?? '';
  return { program: join(folder, 'node.exe'), first: [join(folder, 'node_modules/npm/bin/npm-cli.js')] };
}

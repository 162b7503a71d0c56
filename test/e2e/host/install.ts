import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repository } from './paths.js';
import type { HostVersion } from './versions.js';

/** Where an installed VS Code server stands and what runs it. */
export interface Installed {
  /** The folder with `out/server-main.js`. */
  readonly root: string;
  readonly node: string;
}

/**
 * Installs a VS Code server from the npm registry into `.vscode-test/`, once. The folder is built under
 * another name and renamed when it is whole, so that an interrupted install is never taken for a good one.
 * @param log told what goes on, for people to read
 */
export async function install(version: HostVersion, log: (line: string) => void): Promise<Installed> {
  const cache = join(repository, '.vscode-test');
  const home = join(cache, `code-server-${version.codeServer}`);
  if (!existsSync(home)) await build(version, cache, home, log);
  return {
    root: serverRoot(home),
    node: version.node ? join(home, 'node_modules/node/bin/node') : process.execPath,
  };
}

const serverRoot = (home: string): string => join(home, 'node_modules/code-server/lib/vscode');

async function build(version: HostVersion, cache: string, home: string, log: (line: string) => void): Promise<void> {
  log(`Installing VS Code ${version.vscode} into .vscode-test (once, about a minute) …`);
  const partial = `${home}.partial-${String(process.pid)}`;
  await mkdir(partial, { recursive: true });
  await writeFile(join(partial, 'package.json'), '{ "private": true }\n');
  try {
    const packages = [`code-server@${version.codeServer}`];
    await npm(partial, ['install', '--ignore-scripts', '--no-package-lock', ...packages]);
    // The package `node` fetches its binary in an install script, which in turn only runs npm.
    if (version.node) await npm(partial, ['install', '--no-package-lock', `node@${version.node}`]);
    const root = serverRoot(partial);
    await npm(root, ['install', '--omit=dev', '--ignore-scripts']);
    await npm(root, ['rebuild', ...(await nativeModules(root)), '--foreground-scripts']);
    await rename(partial, home);
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
  log(`VS Code ${version.vscode} is in ${cache}.`);
}

/** Without these the extension host starts and dies; the watchdog's name depends on the version. */
async function nativeModules(root: string): Promise<readonly string[]> {
  const modules = join(root, 'node_modules');
  const names = [...(await readdir(modules)), ...(await readdir(join(modules, '@vscode'))).map((name) => `@vscode/${name}`)];
  return names.filter((name) => ['@vscode/spdlog', 'native-watchdog', '@vscode/native-watchdog'].includes(name));
}

async function npm(cwd: string, args: readonly string[]): Promise<void> {
  const child = spawn('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], { cwd, shell: process.platform === 'win32' });
  let output = '';
  child.stdout.on('data', (data: Buffer) => (output += data.toString()));
  child.stderr.on('data', (data: Buffer) => (output += data.toString()));
  const code = await new Promise<number | null>((done, failed) => child.on('close', done).on('error', failed));
  if (code !== 0) throw new Error(`npm ${args.join(' ')} failed in ${cwd}:\n${output}`);
}

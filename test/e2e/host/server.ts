import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Installed } from './install.js';

/** A running VS Code server. */
export interface Server {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  /** Ends the process and removes what it wrote. */
  stop(): Promise<void>;
}

/** What a server is started with. */
export interface ServerOptions {
  /** Settings of the window, `workbench.colorTheme` and the like. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** A `.vsix` to install first. */
  readonly extension?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Nobody vouches for the folder yet: it opens in Restricted Mode. */
  readonly restricted?: boolean;
}

/** A calm window: nothing opens by itself, nothing asks, nothing covers the text. */
const calmSettings = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'workbench.reduceMotion': 'on',
  'files.exclude': { '.driver': true },
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  'security.workspace.trust.startupPrompt': 'never',
  'security.workspace.trust.banner': 'never',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
};

/** Starts VS Code's own server on a free port of this machine, with a data folder of its own. */
export async function startServer(installed: Installed, options: ServerOptions = {}): Promise<Server> {
  const data = await mkdtemp(join(tmpdir(), 'deskside-vscode-'));
  await mkdir(join(data, 'data/User'), { recursive: true });
  await writeFile(join(data, 'data/User/settings.json'), JSON.stringify({ ...calmSettings, ...options.settings }));
  const child = spawn(installed.node, [join(installed.root, 'out/server-main.js'), ...serverArguments(data, options)], {
    cwd: installed.root,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stop = async (): Promise<void> => {
    await end(child);
    await rm(data, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    return { origin: `http://127.0.0.1:${await listening(child)}`, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function serverArguments(data: string, options: ServerOptions): readonly string[] {
  return [
    ...['--host', '127.0.0.1', '--port', '0', '--without-connection-token', '--accept-server-license-terms'],
    ...['--server-data-dir', data, '--extensions-dir', join(data, 'extensions')],
    ...['--disable-telemetry', '--enable-smoke-test-driver', ...(options.restricted ? [] : ['--disable-workspace-trust'])],
    ...(options.extension ? ['--install-extension', options.extension, '--start-server'] : []),
  ];
}

/** The port, once the server says that it listens. */
function listening(child: ChildProcess): Promise<string> {
  return new Promise((done, failed) => {
    let output = '';
    const read = (data: Buffer): void => {
      output += data.toString();
      const port = /Extension host agent listening on (\d+)/.exec(output)?.[1];
      if (port) done(port);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.on('error', failed);
    child.on('exit', (code) => failed(new Error(`The VS Code server ended (${String(code)}):\n${output}`)));
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((done) => child.once('exit', done));
  child.kill();
  await gone;
}

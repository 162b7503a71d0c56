import { existsSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { normalize } from 'pathe';
import { createConnection, IPCMessageReader, IPCMessageWriter, type Connection } from 'vscode-languageserver/node';
import { builtinPacks } from '../core/packs/builtin.js';
import { ownFolder } from '../files/packFolders.js';
import { nodeFileSystem as disk } from '../files/nodeFileSystem.js';
import type { RuntimeEnvironment } from '../lsp/runtime.js';
import { startServer } from '../lsp/server.js';
import { engine } from '../core/engine.js';
import { nodeWorld } from '../packs/index.js';
import { ClientFiles, withClientFiles } from './clientFiles.js';
import { packService } from './packService.js';
import { projectFiles } from './projectFiles.js';
import { version } from './version.js';
import { virtualPath, virtualUri } from './virtualPaths.js';

/**
 * Runs the language server in this process, on standard input and output, or on Node's own channel
 * where `--node-ipc` says so. The process ends with the connection.
 */
export async function startNodeServer(argv: readonly string[]): Promise<void> {
  const connection = connect(argv);
  const ended = new Promise<void>((resolve) => connection.onExit(() => resolve()));
  await startServer(connection, nodeRuntime(connection));
  return ended;
}

function connect(argv: readonly string[]): Connection {
  if (argv.includes('--node-ipc')) return createConnection(new IPCMessageReader(process), new IPCMessageWriter(process));
  return createConnection(process.stdin, process.stdout);
}

function nodeRuntime(connection: Connection): RuntimeEnvironment {
  const pages = join(dirname(realpathSync(process.argv[1] ?? '.')), '..', 'docs', 'rules');
  const own = ownFolder(process.env);
  const client = new ClientFiles(connection);
  const project = projectFiles({
    fs: withClientFiles(disk, client),
    write,
    pathOf: (uri, folders) => pathOf(uri) ?? virtualPath(uri, folders),
    uriOf: (path) => virtualUri(path) ?? uriOf(path),
    forget: () => client.forget(),
    ...(own !== undefined && { userPacks: `${own}/packs` }),
    today: () => new Date().toISOString().slice(0, 10),
  });
  const packs = packService({ world: nodeWorld, pathOf, uriOf, own });
  return {
    version,
    engine,
    turn: () => new Promise((resolve) => void setImmediate(resolve)),
    get builtinPacks() { return builtinPacks(); },
    project,
    packs,
    ...(existsSync(pages) && { rulePageBase: pathToFileURL(pages).href }),
  };
}

async function write(path: string, text: string): Promise<boolean> {
  if (virtualUri(path) !== undefined) return false;
  if (await disk.stat(path)) await disk.replace(path, new TextEncoder().encode(text));
  else writeFileSync(path, text);
  return true;
}

function uriOf(path: string): string {
  return pathToFileURL(path).href;
}

function pathOf(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? normalize(fileURLToPath(uri)) : undefined;
  } catch {
    return undefined; // On another machine, as its host name says.
  }
}

import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { builtinPacks } from '../core/packs/builtin.js';
import { startServer } from '../lsp/server.js';
import { engine } from '../core/engine.js';
import { ClientFiles } from './clientFiles.js';
import { messageTurn } from './messageTurn.js';
import { projectFiles } from './projectFiles.js';
import { version } from './version.js';
import { virtualPath, virtualUri } from './virtualPaths.js';

declare const self: DedicatedWorkerGlobalScope;

// The language server as a web worker: no disk, so the client reads and writes the workspace's files.
const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));
const fs = new ClientFiles(connection);
const project = projectFiles({
  fs,
  write: () => Promise.resolve(false),
  pathOf: virtualPath,
  uriOf: (path) => virtualUri(path) ?? path,
  forget: () => fs.forget(),
  today: () => new Date().toISOString().slice(0, 10),
});
const turn = messageTurn(new MessageChannel());
void startServer(connection, { version, engine, turn, get builtinPacks() { return builtinPacks(); }, project });

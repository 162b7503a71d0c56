import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { builtinPacks } from '../core/packs/builtin.js';
import { startServer } from '../lsp/server.js';
import { engine } from '../core/engine.js';
import { version } from './version.js';

declare const self: DedicatedWorkerGlobalScope;

/**
 * The language server as a web worker: no disk, so the client sends settings and ignores, and before anything else the
 * address of the tables, as a worker does not know its own.
 */
self.onmessage = ({ data }: MessageEvent<string>): void => {
  self.importScripts(data);
  const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));
  void startServer(connection, { version, engine, get builtinPacks() { return builtinPacks(); } });
};

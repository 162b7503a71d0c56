import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { builtinPacks } from '../core/generated/packs.js';
import { startServer } from '../lsp/server.js';
import { engine } from '../core/engine.js';
import { version } from './version.js';

declare const self: DedicatedWorkerGlobalScope;

/** The language server as a web worker: no disk, so the client sends settings and ignores. */
const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));
void startServer(connection, { version, engine, builtinPacks });

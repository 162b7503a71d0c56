import { Uri, type ExtensionContext } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient, type MessageTransports } from 'vscode-languageclient/browser';
import { start } from './extension.js';

/** A browser: the same server is a web worker. */
export function activate(context: ExtensionContext): void {
  const addressOf = (name: string): string => Uri.joinPath(context.extensionUri, 'dist', name).toString(true);
  let worker: Worker | undefined;
  // not the worker itself: the client asks `instanceof Worker`, which VS Code's own workers are not
  const connect = (): Promise<MessageTransports> => {
    worker?.terminate();
    worker = new Worker(addressOf('server.worker.js'));
    worker.postMessage(addressOf('.'));
    return Promise.resolve({ reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) });
  };
  context.subscriptions.push({ dispose: () => worker?.terminate() });
  start(context, (options) => new LanguageClient('deskside', 'Deskside', connect, options));
}

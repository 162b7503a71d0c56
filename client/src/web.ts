import { Uri, type ExtensionContext } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { start } from './extension.js';

/** A browser: the same server is a web worker. */
export function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, 'dist/server.worker.js').toString(true);
  return start(context, (options) => new LanguageClient('deskside', 'Deskside', () => Promise.resolve(new Worker(script)), options));
}

/** A language server as a process of its own, spoken to as an editor does. */
import { spawn } from 'node:child_process';
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter, type MessageConnection } from 'vscode-languageserver/node';

/** A server that has been greeted. */
export interface LanguageServer {
  readonly connection: MessageConnection;
  /** The number of its process. */
  readonly pid: number | undefined;
  /** Sends messages in one piece; the answers to those that ask for one are thrown away. */
  sendAtOnce(messages: readonly object[]): void;
  end(): void;
}

/**
 * Starts a server that has no settings but its own, and whose diagnostics are asked for.
 * @param command a script and its arguments, `--stdio` left out
 * @param folder the one that is open, if any
 */
export async function startLanguageServer(command: readonly string[], folder?: string): Promise<LanguageServer> {
  const child = spawn(process.execPath, [...command, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createMessageConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  connection.onRequest('workspace/configuration', ({ items }: { readonly items: readonly unknown[] }) => items.map(() => null));
  connection.onRequest('client/registerCapability', () => null);
  connection.onRequest('workspace/diagnostic/refresh', () => null);
  connection.listen();
  const uri = folder === undefined ? null : pathToFileURL(folder).href;
  const capabilities = { textDocument: { diagnostic: {} }, workspace: { configuration: true, workspaceFolders: true, diagnostics: { refreshSupport: true } } };
  await connection.sendRequest('initialize', { processId: process.pid, rootUri: uri, capabilities, workspaceFolders: uri && folder ? [{ uri, name: basename(folder) }] : null });
  await connection.sendNotification('initialized', {});
  return { connection, pid: child.pid, sendAtOnce: (messages) => void child.stdin.write(messages.map(framed).join('')), end: () => void endAsEditorsDo(connection) };
}

function framed(message: object): string {
  const content = JSON.stringify({ jsonrpc: '2.0', ...message });
  return `Content-Length: ${String(Buffer.byteLength(content))}\r\n\r\n${content}`;
}

/** The server ends by itself, and may leave something to the next one. */
async function endAsEditorsDo(connection: MessageConnection): Promise<void> {
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  connection.dispose();
}

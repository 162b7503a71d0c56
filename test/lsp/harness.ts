import { PassThrough } from 'node:stream';
import {
  createConnection,
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type CodeAction,
  type CompletionItem,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type DocumentSymbol,
  type Hover,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  type SymbolInformation,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { ClientOptions, Requests } from '../../server/src/lsp/protocol.js';
import type { RuntimeEnvironment } from '../../server/src/lsp/runtime.js';
import { startServer } from '../../server/src/lsp/server.js';
import type { Session } from '../../server/src/lsp/session.js';
import { fakeRuntime, type EngineLog } from './fakeEngine.js';

/** What VS Code can do, as far as it matters here. */
export const able: ClientCapabilities = {
  textDocument: {
    diagnostic: { codeDescriptionSupport: true },
    publishDiagnostics: { codeDescriptionSupport: true, versionSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } }, isPreferredSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
  },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true, snippetEditSupport: true },
    diagnostics: { refreshSupport: true },
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
  window: { showDocument: { support: true } },
};

/** A client that takes what is pushed and can do little else. */
export const plain: ClientCapabilities = {
  textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } }, publishDiagnostics: { versionSupport: true } },
};

export interface StartOptions {
  readonly capabilities?: ClientCapabilities;
  readonly options?: ClientOptions;
  readonly runtime?: Partial<RuntimeEnvironment>;
  readonly folders?: readonly string[];
}

const clients: TestClient[] = [];

/** Starts a server and a client on the two ends of a stream in memory. */
export async function start(options: StartOptions = {}): Promise<TestClient> {
  const [up, down] = [new PassThrough(), new PassThrough()];
  const { runtime, log } = fakeRuntime();
  const server = createConnection(new StreamMessageReader(up), new StreamMessageWriter(down));
  const session = startServer(server, { ...runtime, ...options.runtime });
  const client = new TestClient(createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up)), log);
  clients.push(client);
  await client.greet(options);
  client.session = await session;
  return client;
}

/** Ends every connection of a test; for `afterEach`. */
export function stopAll(): void {
  for (const client of clients.splice(0)) {
    client.connection.dispose();
    client.session.connection.dispose();
  }
}

/** An editor, as a test drives it. */
export class TestClient {
  session!: Session;
  result!: InitializeResult;
  /** What `workspace/configuration` answers. */
  settings: unknown = {};
  /** Held back until this resolves, to test what happens meanwhile. */
  settingsGate: Promise<void> = Promise.resolve();
  /** Every message of the server, by method, in order. */
  readonly received: { readonly method: string; readonly params: unknown }[] = [];
  readonly documents = new Map<string, TextDocument>();
  private readonly waiting: (() => void)[] = [];

  constructor(
    readonly connection: ProtocolConnection,
    readonly log: EngineLog,
  ) {
    connection.onRequest('workspace/configuration', async () => {
      this.note('workspace/configuration', undefined);
      await this.settingsGate;
      return [this.settings];
    });
    for (const method of ['client/registerCapability', 'workspace/diagnostic/refresh', 'window/showDocument']) {
      connection.onRequest(method, (params: unknown) => {
        this.note(method, params);
        return method === 'window/showDocument' ? { success: true } : null;
      });
    }
    for (const method of ['textDocument/publishDiagnostics', 'deskside/didChangeStatus', 'deskside/didChangeAnatomy', 'window/logMessage']) {
      connection.onNotification(method, (params: unknown) => this.note(method, params));
    }
    connection.listen();
  }

  async greet({ capabilities = able, options, folders = [] }: StartOptions): Promise<void> {
    const workspaceFolders = folders.map((uri) => ({ uri, name: uri }));
    this.result = await this.connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities, workspaceFolders, initializationOptions: options });
    await this.connection.sendNotification('initialized', {});
  }

  open(uri: string, text: string, languageId = 'support-reply'): void {
    this.documents.set(uri, TextDocument.create(uri, languageId, 1, text));
    void this.connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  }

  /** Replaces the first occurrence of a passage, as one incremental change. */
  edit(uri: string, from: string, to: string): void {
    const document = this.document(uri);
    const at = document.getText().indexOf(from);
    if (at < 0) throw new Error(`“${from}” is not in the text.`);
    const change = { range: { start: document.positionAt(at), end: document.positionAt(at + from.length) }, text: to };
    const version = document.version + 1;
    TextDocument.update(document, [change], version);
    void this.connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [change] });
  }

  save(uri: string): void {
    void this.connection.sendNotification('textDocument/didSave', { textDocument: { uri } });
  }

  close(uri: string): void {
    this.documents.delete(uri);
    void this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri }, ...(previousResultId !== undefined && { previousResultId }) });
  }

  /** Pulls, and gives the codes of what was found. */
  async codes(uri: string): Promise<unknown[]> {
    const report = await this.pull(uri);
    return report.kind === 'full' ? report.items.map(({ code }) => code) : [report.kind];
  }

  actions(uri: string, phrase: string, only?: string[]): Promise<CodeAction[]> {
    return this.connection.sendRequest('textDocument/codeAction', { textDocument: { uri }, range: this.rangeOf(uri, phrase), context: { diagnostics: [], ...(only && { only }) } });
  }

  hover(uri: string, phrase: string): Promise<Hover | null> {
    return this.connection.sendRequest('textDocument/hover', { textDocument: { uri }, position: this.rangeOf(uri, phrase).start });
  }

  complete(uri: string, after: string): Promise<CompletionItem[]> {
    return this.connection.sendRequest('textDocument/completion', { textDocument: { uri }, position: this.rangeOf(uri, after).end });
  }

  symbols(uri: string): Promise<(DocumentSymbol | SymbolInformation)[]> {
    return this.connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri } });
  }

  request<M extends keyof Requests>(method: M, params: Requests[M]['params']): Promise<Requests[M]['result']> {
    return this.connection.sendRequest(method, params);
  }

  execute(action: CodeAction | undefined): Promise<unknown> {
    return this.connection.sendRequest('workspace/executeCommand', { command: action?.command?.command, arguments: action?.command?.arguments });
  }

  rangeOf(uri: string, phrase: string): Range {
    const document = this.document(uri);
    const at = document.getText().indexOf(phrase);
    return { start: document.positionAt(at), end: document.positionAt(at + phrase.length) };
  }

  textAt(uri: string, { range }: Diagnostic): string {
    return this.document(uri).getText(range);
  }

  /** The text after an edit, tab stops and all; fails for another version than the one on screen. */
  applied(edit: WorkspaceEdit | undefined): string {
    const [change] = edit?.documentChanges ?? [];
    const [uri, edits] = change && 'edits' in change ? [change.textDocument.uri, change.edits] : (Object.entries(edit?.changes ?? {})[0] ?? ['', []]);
    const document = this.document(uri);
    if (change && 'edits' in change && change.textDocument.version !== document.version) throw new Error('The edit is of another version.');
    return TextDocument.applyEdits(document, edits.map((one) => ('snippet' in one ? { range: one.range, newText: one.snippet.value } : one)));
  }

  /** The first message of a method, from the `from`th received on, that fits. */
  async next<T>(method: string, fits: (params: T) => boolean = () => true, from = 0): Promise<T> {
    for (;;) {
      const found = this.received.slice(from).find((message) => message.method === method && fits(message.params as T));
      if (found) return found.params as T;
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
  }

  pushed(uri: string, version: number): Promise<PublishDiagnosticsParams> {
    return this.next<PublishDiagnosticsParams>('textDocument/publishDiagnostics', (params) => params.uri === uri && params.version === version);
  }

  count(method: string): number {
    return this.received.filter((message) => message.method === method).length;
  }

  /** Resolves when the server has dealt with everything sent so far. */
  async settled(): Promise<void> {
    await this.request('deskside/listSnippets', {});
  }

  private document(uri: string): TextDocument {
    const document = this.documents.get(uri);
    if (!document) throw new Error(`${uri} is not open.`);
    return document;
  }

  private note(method: string, params: unknown): void {
    this.received.push({ method, params });
    for (const resolve of this.waiting.splice(0)) resolve();
  }
}

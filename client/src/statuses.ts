import { Disposable, EventEmitter, window, workspace } from 'vscode';
import { hear, request, type DocumentStatus } from '../../server/src/lsp/protocol.js';
import { activeEditor, type Deskside } from './deskside.js';

/** What is known of the open documents. The server tells of every change. */
export class Statuses implements Disposable {
  readonly #known = new Map<string, DocumentStatus>();
  readonly #changed = new EventEmitter<void>();
  readonly #subscriptions: Disposable;

  /** Fires when anything is known that was not, and when another document comes to the front. */
  readonly onDidChange = this.#changed.event;

  constructor({ client }: Deskside) {
    this.#subscriptions = Disposable.from(
      this.#changed,
      hear(client, 'deskside/didChangeStatus', (status) => this.#learn(status)),
      window.onDidChangeActiveTextEditor(async (editor) => {
        const uri = editor?.document.uri.toString();
        if (uri && activeEditor() && !this.#known.has(uri)) this.#learn(await request(client, 'deskside/status', { uri }));
        this.#changed.fire();
      }),
      workspace.onDidCloseTextDocument((document) => {
        if (this.#known.delete(document.uri.toString())) this.#changed.fire();
      }),
    );
  }

  /** Of the document in front, if it can be read and the server has. */
  get active(): DocumentStatus | undefined {
    return this.#known.get(activeEditor()?.document.uri.toString() ?? '');
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #learn(status: DocumentStatus | null): void {
    if (!status) return;
    this.#known.set(status.uri, status);
    this.#changed.fire();
  }
}

import { Disposable, EventEmitter, window } from 'vscode';
import { hear, request, type AnatomyResult } from '../../server/src/lsp/protocol.js';
import { activeEditor, type Deskside } from './deskside.js';

/** How often what is shown may change while somebody types, in milliseconds. */
const PACE = 200;

/** The anatomy of the text in front, while that is a reply. */
export class ActiveAnatomy implements Disposable {
  readonly #client: Deskside['client'];
  readonly #changed = new EventEmitter<AnatomyResult | undefined>();
  readonly #subscriptions: Disposable;
  #pending: ReturnType<typeof setTimeout> | undefined;
  #questions = 0;

  readonly onDidChange = this.#changed.event;

  constructor({ client }: Deskside) {
    this.#client = client;
    this.#subscriptions = Disposable.from(
      this.#changed,
      hear(client, 'deskside/didChangeAnatomy', ({ uri }) => {
        if (uri === activeUri()) this.#pending ??= setTimeout(() => void this.#update(), PACE);
      }),
      window.onDidChangeActiveTextEditor(() => this.#update()),
    );
  }

  /** Asks for the anatomy of the version on screen. */
  async ask(): Promise<AnatomyResult | undefined> {
    const uri = activeUri();
    if (uri === undefined) return undefined;
    // while the server starts anew there is nobody to ask
    return (await request(this.#client, 'deskside/anatomy', { uri }).catch(() => null)) ?? undefined;
  }

  dispose(): void {
    clearTimeout(this.#pending);
    this.#subscriptions.dispose();
  }

  async #update(): Promise<void> {
    clearTimeout(this.#pending);
    this.#pending = undefined;
    const question = ++this.#questions;
    const anatomy = await this.ask();
    // a later question has a better answer
    if (question === this.#questions) this.#changed.fire(anatomy);
  }
}

const activeUri = (): string | undefined => activeEditor()?.document.uri.toString();

import { Uri, workspace, type Memento } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Ignore } from '../../server/src/core/ignore.js';
import { addToIgnoreFile, ignoreFileOf } from './ignoreFile.js';

const key = 'ignores';

/**
 * What a person does not want to see again: in the nearest `.deskside-ignore.yaml`, where there is a
 * folder; else in the extension's own storage. Whole unsaved drafts are remembered until they are closed,
 * for the next draft may have the same name.
 */
export class IgnoreStore {
  readonly #memory: Memento;
  #drafts: readonly Ignore[] = [];

  constructor(memory: Memento) {
    this.#memory = memory;
  }

  /** All ignores that the server cannot read by itself; `file` is a document's URI. */
  all(): readonly Ignore[] {
    return [...this.#kept(), ...this.#drafts];
  }

  /** Ignores one sentence, wherever it stands. */
  async addSentence(client: BaseLanguageClient, uri: Uri, ignore: Ignore, sentence: string): Promise<void> {
    const folder = workspace.getWorkspaceFolder(uri) ?? workspace.workspaceFolders?.[0];
    if (folder) await addToIgnoreFile(client, await ignoreFileOf(client, uri, folder), ignore, sentence);
    else await this.#memory.update(key, [...this.#kept(), ignore]);
  }

  /** Ignores a category in the whole of a document. */
  async addDocument(client: BaseLanguageClient, uri: Uri, ignore: Ignore): Promise<void> {
    const folder = workspace.getWorkspaceFolder(uri);
    if (folder) {
      const address = await ignoreFileOf(client, uri, folder);
      const file = uri.path.slice(Uri.joinPath(address, '..').path.length).replace(/^\//u, '');
      return addToIgnoreFile(client, address, { ...ignore, file });
    }
    const whole = { ...ignore, file: uri.toString() };
    if (uri.scheme === 'untitled') this.#drafts = [...this.#drafts, whole];
    else await this.#memory.update(key, [...this.#kept(), whole]);
  }

  /** Forgets an unsaved draft. Returns whether anything was known about it. */
  forget(uri: Uri): boolean {
    const before = this.#drafts.length;
    this.#drafts = this.#drafts.filter((ignore) => ignore.file !== uri.toString());
    return this.#drafts.length < before;
  }

  #kept(): readonly Ignore[] {
    return this.#memory.get<readonly Ignore[]>(key, []);
  }
}

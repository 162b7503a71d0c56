import { workspace, type Memento, type Uri } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Ignore } from '../../server/src/core/ignore.js';
import { addToIgnoreFile } from './ignoreFile.js';

const key = 'ignores';

/**
 * What a person does not want to see again: in `.deskside-ignore.yaml` of the folder, where there is
 * one; else in the extension's own storage. Whole unsaved drafts are remembered until they are closed,
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
    if (folder) await addToIgnoreFile(client, folder, ignore, sentence);
    else await this.#memory.update(key, [...this.#kept(), ignore]);
  }

  /** Ignores a category in the whole of a document. */
  async addDocument(client: BaseLanguageClient, uri: Uri, ignore: Ignore): Promise<void> {
    const folder = workspace.getWorkspaceFolder(uri);
    if (folder) return addToIgnoreFile(client, folder, { ...ignore, file: workspace.asRelativePath(uri, false) });
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

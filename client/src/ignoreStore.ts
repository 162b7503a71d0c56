import { Uri, workspace, type Memento, type WorkspaceFolder } from 'vscode';
import type { Ignore } from '../../server/src/core/ignore.js';
import { addToIgnoreFile, readIgnoreFile } from './ignoreFile.js';

const key = 'ignores';

/**
 * What a person does not want to see again: in `.deskside-ignore.yaml` of the folder, where there is
 * one; else in the extension's own storage. Whole unsaved drafts are remembered until they are closed,
 * for the next draft may have the same name.
 */
export class IgnoreStore {
  readonly #memory: Memento;
  #drafts: readonly Ignore[] = [];
  /** Of folders that the server has no disk to read from. */
  #virtual: readonly Ignore[] = [];

  constructor(memory: Memento) {
    this.#memory = memory;
  }

  /** All ignores that the server cannot read by itself; `file` is a document's URI. */
  all(): readonly Ignore[] {
    return [...this.#kept(), ...this.#drafts, ...this.#virtual];
  }

  /** Ignores one sentence, wherever it stands. */
  async addSentence(uri: Uri, ignore: Ignore, sentence: string): Promise<void> {
    const folder = workspace.getWorkspaceFolder(uri) ?? workspace.workspaceFolders?.[0];
    if (folder) await addToIgnoreFile(folder, ignore, sentence);
    else await this.#memory.update(key, [...this.#kept(), ignore]);
  }

  /** Ignores a category in the whole of a document. */
  async addDocument(uri: Uri, ignore: Ignore): Promise<void> {
    const folder = workspace.getWorkspaceFolder(uri);
    if (folder) return addToIgnoreFile(folder, { ...ignore, file: workspace.asRelativePath(uri, false) });
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

  /** Reads the ignore files of folders without a disk again. */
  async readVirtualFolders(): Promise<void> {
    const folders = (workspace.workspaceFolders ?? []).filter((folder) => folder.uri.scheme !== 'file');
    const lists = await Promise.all(folders.map(async (folder) => inFolder(folder, await readIgnoreFile(folder))));
    this.#virtual = lists.flat();
  }

  #kept(): readonly Ignore[] {
    return this.#memory.get<readonly Ignore[]>(key, []);
  }
}

function inFolder(folder: WorkspaceFolder, ignores: readonly Ignore[]): readonly Ignore[] {
  return ignores.map((ignore) => (ignore.file ? { ...ignore, file: Uri.joinPath(folder.uri, ignore.file).toString() } : ignore));
}

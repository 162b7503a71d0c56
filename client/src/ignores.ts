import { commands, Disposable, Uri, workspace } from 'vscode';
import { commands as serverCommands, type FindingReference, type SetIgnoresParams } from '../../server/src/lsp/protocol.js';
import type { Deskside } from './deskside.js';
import { ignoreFileName } from './ignoreFile.js';
import type { IgnoreStore } from './ignoreStore.js';

/** “Ignore this here” and “Ignore in this draft”: nothing is ever written into the text. */
export function registerIgnores({ client }: Deskside, store: IgnoreStore): Disposable {
  const tell = (): Promise<void> => client.sendNotification('deskside/setIgnores', { ignores: store.all() } satisfies SetIgnoresParams);
  const reread = async (): Promise<void> => {
    await store.readVirtualFolders();
    await tell();
  };
  const watcher = workspace.createFileSystemWatcher(`**/${ignoreFileName}`);
  return Disposable.from(
    watcher,
    watcher.onDidChange(reread),
    watcher.onDidCreate(reread),
    watcher.onDidDelete(reread),
    workspace.onDidChangeWorkspaceFolders(reread),
    workspace.onDidCloseTextDocument(({ uri }) => (store.forget(uri) ? tell() : undefined)),
    commands.registerCommand(serverCommands.ignoreHere, async ({ uri, category, fingerprint, sentence }: FindingReference) => {
      await store.addSentence(Uri.parse(uri), { rule: category, fingerprint, date: today() }, sentence);
      await reread();
    }),
    commands.registerCommand(serverCommands.ignoreInDraft, async ({ uri, category }: FindingReference) => {
      await store.addDocument(Uri.parse(uri), { rule: category, date: today() });
      await reread();
    }),
  );
}

const today = (): string => new Date().toISOString().slice(0, 10);

import { commands, Disposable, Uri, workspace } from 'vscode';
import { commands as serverCommands, notify, type FindingReference } from '../../server/src/lsp/protocol.js';
import type { Deskside } from './deskside.js';
import type { IgnoreStore } from './ignoreStore.js';

/** “Ignore this here” and “Ignore in this draft”: nothing is ever written into the text. */
export function registerIgnores({ client }: Deskside, store: IgnoreStore): Disposable {
  const tell = (): Promise<void> => notify(client, 'deskside/setIgnores', { ignores: store.all() });
  return Disposable.from(
    workspace.onDidCloseTextDocument(({ uri }) => (store.forget(uri) ? tell() : undefined)),
    commands.registerCommand(serverCommands.ignoreHere, async ({ uri, category, fingerprint, sentence }: FindingReference) => {
      await store.addSentence(client, Uri.parse(uri), { rule: category, fingerprint, date: today() }, sentence);
      await tell();
    }),
    commands.registerCommand(serverCommands.ignoreInDraft, async ({ uri, category }: FindingReference) => {
      await store.addDocument(client, Uri.parse(uri), { rule: category, date: today() });
      await tell();
    }),
  );
}

const today = (): string => new Date().toISOString().slice(0, 10);

import type { FileRename, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { toRange } from './documents.js';
import type { Session } from './session.js';

/** Whatever is renamed: entries may name any file, and a folder takes its files along. */
export const renameOptions = { filters: [{ pattern: { glob: '**/*' } }] };

/** Lets what the project's ignores say of a file follow it to its new name, in one step with the rename: one undo takes back both. */
export function provideRenames(session: Session): void {
  session.connection.workspace.onWillRenameFiles(async ({ files }) => {
    const changes: Record<string, TextEdit[]> = {};
    for (const file of files) {
      const { uri, edits } = await editsFor(session, file);
      if (edits.length > 0) changes[uri] = [...(changes[uri] ?? []), ...edits];
    }
    return Object.keys(changes).length > 0 ? asEdit(session, changes) : null;
  });
}

/** With the versions that the edits are for, where the client knows such: none is what is on the disk. */
function asEdit({ client, documents }: Session, changes: Readonly<Record<string, TextEdit[]>>): WorkspaceEdit {
  if (!client.documentChanges) return { changes };
  return { documentChanges: Object.entries(changes).map(([uri, edits]) => ({ textDocument: { uri, version: documents.get(uri)?.version ?? null }, edits })) };
}

async function editsFor({ settings, runtime: { project } }: Session, { oldUri, newUri }: FileRename) {
  const query = { uri: oldUri, folders: settings.folders, trusted: false, editor: await settings.editorSettings(oldUri) };
  const { uri, text, edits } = (await project?.ignoresRenamed?.(query, newUri)) ?? { uri: '', text: '', edits: [] };
  const document = TextDocument.create(uri, 'yaml', 0, text);
  return { uri, edits: edits.map((edit) => ({ range: toRange(document, edit), newText: edit.text })) };
}

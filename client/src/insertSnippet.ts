import { commands, SnippetString, window, type Disposable, type TextEditor } from 'vscode';
import { request } from '../../server/src/lsp/protocol.js';
import { activeEditor, type Deskside } from './deskside.js';
import { askFields } from './fieldForm.js';
import { pickSnippet } from './snippetPicker.js';

/** Insert Snippet…: one of the packs' snippets, its fields filled in with what is known and what a person answers. */
export function registerInsertSnippet(deskside: Deskside): Disposable {
  return commands.registerCommand('deskside.insertSnippet', async (id?: string) => {
    const editor = activeEditor();
    const snippet = editor && (id ?? (await pickSnippet(deskside, editor))?.id);
    if (snippet) await insertSnippet(deskside, editor, snippet);
  });
}

/** Puts a snippet where the cursor is. Asks for what is not known, and asks nothing twice in a draft. */
export async function insertSnippet({ client }: Deskside, editor: TextEditor, id: string): Promise<void> {
  const uri = editor.document.uri.toString();
  let filled = await request(client, 'deskside/fillSnippet', { uri, id });
  if (filled && filled.unknown.length > 0) {
    const values = await askFields(filled.title, filled.unknown);
    await request(client, 'deskside/setFields', { uri, values });
    filled = await request(client, 'deskside/fillSnippet', { uri, id });
  }
  if (!filled) return;
  const shown = await window.showTextDocument(editor.document, editor.viewColumn);
  await shown.insertSnippet(new SnippetString(filled.body));
}

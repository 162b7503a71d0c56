import { commands, type Disposable } from 'vscode';
import { request } from '../../server/src/lsp/protocol.js';
import { activeEditor, type Deskside } from './deskside.js';

/** Lint Selection: reads the selected part alone; with nothing selected, the whole text again. */
export function registerLintSelection({ client }: Deskside): Disposable {
  return commands.registerCommand('deskside.lintSelection', async () => {
    const editor = activeEditor();
    if (!editor) return;
    const { document, selection } = editor;
    const { start, end } = selection;
    await request(client, 'deskside/lintSelection', {
      uri: document.uri.toString(),
      range: selection.isEmpty ? null : { start, end },
    });
  });
}

import { commands, type Disposable } from 'vscode';
import { request } from '../../server/src/lsp/protocol.js';
import { activeEditor, type Deskside } from './deskside.js';

/** What Lint Selection is told by a link that leads back to the whole text. */
export const WHOLE = 'whole';

/** Lint Selection: reads the selected part alone; with nothing selected, or if it is told so, the whole text again. */
export function registerLintSelection({ client }: Deskside): Disposable {
  return commands.registerCommand('deskside.lintSelection', async (what?: unknown) => {
    const editor = activeEditor();
    if (!editor) return;
    const { document, selection } = editor;
    const { start, end } = selection;
    await request(client, 'deskside/lintSelection', {
      uri: document.uri.toString(),
      range: selection.isEmpty || what === WHOLE ? null : { start, end },
    });
  });
}

import { commands, Disposable, env, l10n, window, type TextEditor } from 'vscode';
import { request, type CleanReplyParams, type OpenPlace } from '../../server/src/lsp/protocol.js';
import { activeEditor, type Deskside } from './deskside.js';
import { select } from './select.js';

type Format = CleanReplyParams['format'];

/**
 * Copy Clean Reply: what the customer should get, and nothing else. Refuses while a tab stop or a
 * placeholder is open. VS Code's clipboard holds plain text only, so HTML is copied as its source.
 */
export function registerCopyCleanReply({ client }: Deskside): Disposable {
  const copy = (format: Format) => async (): Promise<void> => {
    const editor = activeEditor();
    if (!editor) return;
    const reply = await request(client, 'deskside/cleanReply', { uri: editor.document.uri.toString(), format });
    if (!reply) return;
    if (!reply.ok) return refuse(editor, reply.open);
    if (reply.text.trim() === '') return void window.setStatusBarMessage(l10n.t('There is nothing to copy yet'), 4000);
    await env.clipboard.writeText(reply.text);
    window.setStatusBarMessage(format === 'html' ? l10n.t('$(check) HTML source copied') : l10n.t('$(check) Reply copied'), 4000);
  };
  return Disposable.from(
    commands.registerCommand('deskside.copyCleanReply', copy('text')),
    commands.registerCommand('deskside.copyCleanReplyAsHtml', copy('html')),
  );
}

async function refuse(editor: TextEditor, open: readonly OpenPlace[]): Promise<void> {
  const [first] = open;
  if (!first) return;
  const goThere = l10n.t('Go There');
  const message =
    open.length === 1
      ? l10n.t('Not copied: “{0}” is not for the customer to see.', first.text)
      : l10n.t('Not copied: “{0}” and {1} more are not for the customer to see.', first.text, open.length - 1);
  if ((await window.showWarningMessage(message, goThere)) === goThere) await select(editor, first.range);
}

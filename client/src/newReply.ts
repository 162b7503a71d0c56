import { commands, Disposable, env, l10n, Selection, window, workspace } from 'vscode';

/** New Reply and New Reply from Clipboard. */
export function registerNewReply(): Disposable {
  return Disposable.from(
    commands.registerCommand('deskside.newReply', () => openReply('')),
    commands.registerCommand('deskside.newReplyFromClipboard', async () => {
      const message = await env.clipboard.readText();
      if (message.trim() === '') window.setStatusBarMessage(l10n.t('The clipboard holds no text: the reply starts empty.'), 5000);
      await openReply(quote(message));
    }),
  );
}

/** Opens an unsaved reply with the caret below what it starts with. */
async function openReply(content: string): Promise<void> {
  const document = await workspace.openTextDocument({ language: 'support-reply', content });
  const editor = await window.showTextDocument(document);
  const end = document.positionAt(content.length);
  editor.selection = new Selection(end, end);
}

/** A message as a Markdown quotation with an empty line after it, where the draft begins. */
function quote(message: string): string {
  const text = message.replace(/\r\n?/g, '\n').replace(/^(?:[ \t]*\n)+|\s+$/g, '');
  return text === '' ? '' : `${text.replace(/^/gm, '> ').replace(/[ \t]+$/gm, '')}\n\n`;
}

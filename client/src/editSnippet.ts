import { l10n, Uri, window } from 'vscode';
import { request, type SavedSnippet, type SnippetItem } from '../../server/src/lsp/protocol.js';
import type { Deskside } from './deskside.js';
import { told } from './errors.js';
import { pickPack } from './pickPack.js';
import { select } from './select.js';

/** Opens a snippet's file. One that comes with Deskside has none: a pack of somebody's own gets a copy, and that opens. */
export async function editSnippet(deskside: Deskside, { id, title, file }: SnippetItem): Promise<void> {
  if (file !== undefined) return void (await window.showTextDocument(Uri.parse(file)));
  const to = await pickPack(deskside, l10n.t('“{0}” comes with Deskside and stays as it is. Which pack is to have a copy of your own?', title));
  const saved = to && (await told(() => request(deskside.client, 'deskside/copySnippet', { id, to })));
  if (saved) await openSaved(saved);
}

/** Opens a file that was just written, with what the writer should see to selected. */
export async function openSaved({ file, select: range }: SavedSnippet): Promise<void> {
  await select(await window.showTextDocument(Uri.parse(file)), range);
}

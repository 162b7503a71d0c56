import { l10n, QuickPickItemKind, window, type QuickPickItem } from 'vscode';
import { request, type PackOwner, type PackTarget } from '../../server/src/lsp/protocol.js';
import type { Deskside } from './deskside.js';
import { told } from './errors.js';
import { ownerChoices } from './packOwners.js';

interface Place extends QuickPickItem {
  readonly to?: PackTarget;
  readonly owner?: PackOwner;
}

/** Asks which pack of somebody's own something is for, or what a new one is called; undefined: Escape. Packs that were added from elsewhere are left as they came. */
export async function pickPack({ client }: Deskside, placeHolder: string): Promise<PackTarget | undefined> {
  const packs = await told(() => request(client, 'deskside/listPacks', {}));
  if (!packs) return undefined;
  const own = packs.flatMap(({ name, title, folder, source, owner }): Place[] => (folder !== undefined && source === undefined && owner !== undefined ? [{ label: `$(package) ${title}`, description: name === title ? '' : name, to: { folder } }] : []));
  const choices: Place[] = [
    ...own,
    ...(own.length > 0 ? [{ label: '', kind: QuickPickItemKind.Separator }] : []),
    ...ownerChoices((name) => l10n.t('$(add) New Pack in “{0}”…', name), l10n.t('$(add) New Pack of My Own…')),
  ];
  const picked = await window.showQuickPick(choices, { placeHolder });
  if (!picked?.owner) return picked?.to;
  const title = await askLine(l10n.t('What is the new pack called? Its name is made of this.'), l10n.t('Our team'));
  return title === undefined ? undefined : { owner: picked.owner, title };
}

/** Asks for a line that is not blank; undefined: Escape. */
export async function askLine(prompt: string, placeHolder: string, value = ''): Promise<string | undefined> {
  const validateInput = (text: string): string | undefined => (text.trim() === '' ? l10n.t('A word or two will do.') : undefined);
  return (await window.showInputBox({ prompt, placeHolder, value, validateInput, ignoreFocusOut: true }))?.trim();
}

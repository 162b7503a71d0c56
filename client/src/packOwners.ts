import { l10n, window, workspace } from 'vscode';
import type { PackOwner } from '../../server/src/lsp/protocol.js';

/** Where packs can be kept: an open folder, or a person's own settings. */
export interface OwnerChoice {
  readonly label: string;
  readonly description?: string;
  readonly detail: string;
  readonly owner: PackOwner;
}

/** The places for packs, the open folders first, as a menu calls them. */
export function ownerChoices(folderLabel: (name: string) => string, ownLabel: string): readonly OwnerChoice[] {
  const folders = (workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
  return [
    ...folders.map(({ name, uri }) => ({ label: folderLabel(name), detail: l10n.t('In .deskside/packs, for everyone who opens the project.'), owner: { folder: uri.toString() } })),
    { label: ownLabel, detail: l10n.t('In your own settings folder, for you alone.'), owner: 'own' as const },
  ];
}

/** Asks where a pack is to be kept, unless there is but one place. */
export async function pickOwner(): Promise<PackOwner | undefined> {
  const choices = ownerChoices((name) => l10n.t('In “{0}”', name), l10n.t('In all my projects'));
  const [only, ...others] = choices;
  if (only && others.length === 0) return only.owner;
  return (await window.showQuickPick(choices, { placeHolder: l10n.t('Where is it to be used?') }))?.owner;
}

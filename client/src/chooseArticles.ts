import { ConfigurationTarget, l10n, Uri, window, workspace, type QuickPickItem, type WorkspaceFolder } from 'vscode';
import { literalGlob } from './literalGlob.js';
import type { LeftAlone } from '../../server/src/lsp/protocol.js';

interface Place extends QuickPickItem {
  readonly root: WorkspaceFolder;
  /** For `deskside.kinds`. */
  readonly pattern: string;
}

/**
 * Where nothing says what the texts of a workspace are: tells so, asks which of them are articles, and keeps that in the settings
 * of the workspace. Nobody has to write a pattern.
 * @returns whether there is something to read now
 */
export async function chooseArticles(leftAlone: readonly LeftAlone[]): Promise<boolean> {
  const texts = leftAlone.reduce((sum, one) => sum + one.texts, 0);
  if (texts === 0) {
    window.setStatusBarMessage(l10n.t('There is no text here to be read.'), 10_000);
    return false;
  }
  const choose = l10n.t('Choose the Articles…');
  const message = texts === 1 ? l10n.t('Nothing was read: the one text here does not say that it is a reply or an article.') : l10n.t('Nothing was read: none of the {0} texts here says that it is a reply or an article.', texts);
  if ((await window.showInformationMessage(message, choose)) !== choose) return false;
  const picked = await window.showQuickPick(places(leftAlone), { canPickMany: true, title: l10n.t('Where are your help articles?'), placeHolder: l10n.t('Kept in the settings of this workspace (deskside.kinds).') });
  for (const { root, pattern } of picked ?? []) await callArticles(root, pattern);
  return picked !== undefined && picked.length > 0;
}

/** The folders with texts, the fullest first, and everything. */
function places(leftAlone: readonly LeftAlone[]): readonly Place[] {
  const below = leftAlone.flatMap(({ folder, texts }): (Place & { texts: number })[] => {
    const root = workspace.getWorkspaceFolder(Uri.parse(folder));
    const name = root && Uri.parse(folder).path.slice(root.uri.path.length).replace(/^\//u, '');
    return root && name ? [{ label: `$(folder) ${name}`, description: count(texts), root, pattern: `${literalGlob(name)}/**`, texts }] : [];
  });
  const roots = new Map<WorkspaceFolder, number>();
  for (const { folder, texts } of leftAlone) {
    const root = workspace.getWorkspaceFolder(Uri.parse(folder));
    if (root) roots.set(root, (roots.get(root) ?? 0) + texts);
  }
  const whole = [...roots].map(([root, texts]): Place => ({ label: l10n.t('$(root-folder) Everything in “{0}”', root.name), description: count(texts), root, pattern: '**' }));
  return [...below.sort((a, b) => b.texts - a.texts), ...whole];
}

function count(texts: number): string {
  return texts === 1 ? l10n.t('1 text') : l10n.t('{0} texts', texts);
}

async function callArticles(root: WorkspaceFolder, pattern: string): Promise<void> {
  const settings = workspace.getConfiguration('deskside', root.uri);
  const before = settings.inspect<Record<string, string>>('kinds')?.workspaceFolderValue;
  await settings.update('kinds', { ...before, [pattern]: 'article' }, ConfigurationTarget.WorkspaceFolder);
}

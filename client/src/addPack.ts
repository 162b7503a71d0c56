import { commands, l10n, ProgressLocation, window, type Disposable, type Uri } from 'vscode';
import type { Deskside } from './deskside.js';
import { told } from './errors.js';
import { pickOwner } from './packOwners.js';
import { carryOut, planPack } from './planPack.js';

/** Add Pack…: where from, where to, what it brings; then it is put in its place. */
export function registerAddPack(deskside: Deskside): Disposable {
  return commands.registerCommand('deskside.addPack', async (given?: string) => {
    const source = typeof given === 'string' ? given : await askSource();
    const owner = source === undefined ? undefined : await pickOwner();
    if (source === undefined || owner === undefined) return;
    const progress = { location: ProgressLocation.Notification, title: l10n.t('Getting the pack'), cancellable: true };
    const plan = await window.withProgress(progress, (step, token) => told(() => planPack(deskside, { owner, wish: { add: source } }, step, token), token));
    if (!plan) return;
    if (plan.isNew) await carryOut(deskside, plan);
    else window.setStatusBarMessage(l10n.t('$(check) {0} {1} is here already', plan.title, plan.to), 5000);
  });
}

/** The kinds of places that packs come from, and how each is named. */
async function askSource(): Promise<string | undefined> {
  const kinds = [
    { label: l10n.t('$(git-branch) A git repository'), description: 'https://host/team/packs.git#v1.0.0', ask: askGit },
    { label: l10n.t('$(package) An npm package'), description: '@acme/deskside-pack', ask: askNpm },
    { label: l10n.t('$(file-zip) A zip file'), ask: () => askFile(true) },
    { label: l10n.t('$(folder) A shared folder'), ask: () => askFile(false) },
  ];
  return (await window.showQuickPick(kinds, { placeHolder: l10n.t('Where is the pack?') }))?.ask();
}

async function askGit(): Promise<string | undefined> {
  const written = await ask(l10n.t('The address of the repository; #v1.0.0 after it names a version, and :folder after that where the pack stands in one.'), 'https://host/team/packs.git#v1.0.0:my-team');
  return written && (/^git:|^\w+:\/\/|^[\w.-]+@[\w.-]+:/.test(written) ? written : `git:${written}`);
}

async function askNpm(): Promise<string | undefined> {
  const written = await ask(l10n.t('The name of the package, with a version if you want one.'), '@acme/deskside-pack@^1.0.0');
  return written && (written.startsWith('npm:') ? written : `npm:${written}`);
}

async function ask(prompt: string, placeHolder: string): Promise<string | undefined> {
  const written = (await window.showInputBox({ prompt, placeHolder, ignoreFocusOut: true }))?.trim();
  return written === '' ? undefined : written;
}

async function askFile(isZip: boolean): Promise<string | undefined> {
  const title = isZip ? l10n.t('The zip file of the pack') : l10n.t('The folder of the pack');
  const chosen: readonly Uri[] | undefined = await window.showOpenDialog({ title, canSelectFiles: isZip, canSelectFolders: !isZip, ...(isZip && { filters: { zip: ['zip'] } }) });
  return chosen?.[0]?.fsPath;
}

import { commands, Disposable, l10n, ProgressLocation, window } from 'vscode';
import { request, type PackItem, type PackOwner, type PlannedPack } from '../../server/src/lsp/protocol.js';
import type { Deskside } from './deskside.js';
import { told } from './errors.js';
import type { PackRow } from './packRows.js';
import { carryOut, planPack } from './planPack.js';

/** A pack that was added, and so can be updated and removed. */
type Added = PackItem & { readonly owner: PackOwner; readonly source: string };

/** Update Packs and Remove Pack…. */
export function registerUpdatePacks(deskside: Deskside): Disposable {
  return Disposable.from(
    commands.registerCommand('deskside.updatePacks', async (row?: PackRow) => update(deskside, await chosen(deskside, row))),
    commands.registerCommand('deskside.removePack', async (row?: PackRow) => {
      const packs = await chosen(deskside, row);
      const pack = row ? packs[0] : await pick(packs);
      if (pack) await remove(deskside, pack);
    }),
  );
}

/** The pack of a row, or all that were added. */
async function chosen({ client }: Deskside, row: PackRow | undefined): Promise<readonly Added[]> {
  const packs = row?.kind === 'pack' ? [row.pack] : await request(client, 'deskside/listPacks', {});
  const added = packs.filter((pack): pack is Added => pack.owner !== undefined && pack.source !== undefined);
  if (added.length === 0) window.setStatusBarMessage(l10n.t('No pack was added here. “Add Pack…” gets one.'), 5000);
  return added;
}

/** Gets all of them first, so that one wait is enough, and then asks about each that has anything new. */
async function update(deskside: Deskside, packs: readonly Added[]): Promise<void> {
  if (packs.length === 0) return;
  const plans: PlannedPack[] = [];
  const progress = { location: ProgressLocation.Notification, title: l10n.t('Looking for newer packs'), cancellable: true };
  const failures = await window.withProgress(progress, async (step, token) => {
    let failed = 0;
    for (const { name, title, owner } of packs) {
      if (token.isCancellationRequested) return -1;
      step.report({ message: title, increment: 100 / packs.length });
      const plan = await told(() => planPack(deskside, { owner, wish: { update: name } }, step, token), token);
      if (plan) plans.push(plan);
      else failed++;
    }
    return token.isCancellationRequested ? -1 : failed;
  });
  const fresh = plans.filter(({ isNew }) => isNew);
  for (const plan of failures < 0 ? [] : fresh) await carryOut(deskside, plan);
  if (failures === 0 && fresh.length === 0) window.setStatusBarMessage(l10n.t('$(check) All packs are up to date'), 5000);
}

async function pick(packs: readonly Added[]): Promise<Added | undefined> {
  if (packs.length === 0) return undefined;
  const choices = packs.map((pack) => ({ label: pack.title, description: `${pack.version} · ${pack.source}`, pack }));
  return (await window.showQuickPick(choices, { placeHolder: l10n.t('Which pack is to be removed?') }))?.pack;
}

/** Its files go, so that a person is asked, as before a pack is added or updated; where it came from it still is. */
async function remove({ client }: Deskside, { name, title, owner, source, changedHere }: Added): Promise<void> {
  const detail = changedHere ? l10n.t('Its files were changed here since it was added, and those changes are lost.') : l10n.t('It can be added again from {0}.', source);
  const options = { title: l10n.t('Remove the pack “{0}”?', title), placeHolder: l10n.t('Enter removes it, Escape leaves everything as it is.'), ignoreFocusOut: true };
  if (!(await window.showQuickPick([{ label: l10n.t('$(trash) Remove It'), detail }], options))) return;
  const done = await told(async () => {
    await request(client, 'deskside/removePack', { owner, name });
    return true;
  });
  if (done) window.setStatusBarMessage(l10n.t('$(check) {0} is removed', title), 5000);
}

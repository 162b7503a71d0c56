import type { Pack } from '../core/index.js';
import { settingsInUse } from './inUse.js';
import type { PackService } from './packService.js';
import { failure, plainly } from './plainly.js';
import type { PackItem, PackOwner, Requests, ServerNotifications } from './protocol.js';
import type { Session } from './session.js';

/** How many plans may wait for an answer. */
const MOST_PLANS = 50;

/** Answers the requests about packs. A plan is kept until it is carried out, so that what a person agreed to is what is put in place. */
export function providePackRequests(session: Session): void {
  const { connection, runtime: { packs } } = session;
  const kept = new Map<string, () => Promise<void>>();
  let serial = 0;
  connection.onRequest('deskside/listPacks' satisfies keyof Requests, async ({ owner }: Requests['deskside/listPacks']['params']) =>
    owner === undefined ? packsInUse(session) : [...builtin(session), ...((await packs?.list(owner)) ?? [])]);
  connection.onRequest('deskside/planPack' satisfies keyof Requests, async (params: Requests['deskside/planPack']['params'], token): Promise<Requests['deskside/planPack']['result']> => {
    const service = serviceOf(session);
    const calledOff = new AbortController();
    token.onCancellationRequested(() => calledOff.abort(new Error('This was called off.')));
    const progress = await connection.window.attachWorkDoneProgress(params.workDoneToken);
    progress.begin('Deskside', undefined, '', true);
    try {
      const { planned, apply } = await plainly(() => service.plan(params.owner, params.wish, { signal: calledOff.signal, onProgress: (doing) => progress.report(doing) }));
      const plan = String(++serial);
      kept.set(plan, apply);
      // what nobody has said yes to for so long is forgotten
      kept.delete(String(serial - MOST_PLANS));
      return { plan, ...planned };
    } finally {
      progress.done();
    }
  });
  connection.onRequest('deskside/applyPack' satisfies keyof Requests, async ({ plan }: Requests['deskside/applyPack']['params']) => {
    const apply = kept.get(plan);
    if (!apply) throw failure('What was agreed to is out of date; look at it again.');
    kept.delete(plan);
    await plainly(apply);
    session.invalidate();
    return null;
  });
  if (session.client.packs) {
    session.onDidInvalidate((uri) => {
      if (uri === undefined) void connection.sendNotification('deskside/didChangePacks' satisfies keyof ServerNotifications, {});
    });
  }
  connection.onRequest('deskside/removePack' satisfies keyof Requests, async ({ owner, name }: Requests['deskside/removePack']['params']) => {
    await plainly(() => serviceOf(session).remove(owner, name));
    session.invalidate();
    return null;
  });
}

/** The built-in ones, a person's own, those of the open folders, and what settings name besides. */
export async function packsInUse(session: Session): Promise<readonly PackItem[]> {
  const { runtime: { packs }, settings } = session;
  const owners: readonly PackOwner[] = ['own', ...settings.folders.map((folder) => ({ folder }))];
  const kept = await Promise.all(owners.map(async (owner) => ((await packs?.list(owner).catch(() => [])) ?? []).map((item) => ({ ...item, owner }))));
  const named = (await settingsInUse(session)).flatMap(({ project: { packs: all, packFolders } }) =>
    all.map((pack): PackItem => ({ ...itemOf(pack), ...(packFolders?.has(pack.name) && { folder: packFolders.get(pack.name) ?? '' }) })));
  const byFolder = new Map([...named, ...kept.flat()].map((item) => [item.folder ?? item.name, item]));
  return [...builtin(session), ...byFolder.values()];
}

function builtin({ runtime }: Session): readonly PackItem[] {
  return runtime.builtinPacks.map(itemOf);
}

function itemOf({ name, title, version, description, snippets, rules = [] }: Pack): PackItem {
  return { name, title, version, description, snippets: snippets.length, rules: rules.length, changedHere: false };
}

/** @param what cannot be done where there is no disk */
export function serviceOf({ runtime: { packs } }: Session, what = 'Packs can be added and updated'): PackService {
  if (!packs) throw failure(`${what} on the desktop only: here is no disk to keep them on.`);
  return packs;
}

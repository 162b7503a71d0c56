import type { CancellationToken } from 'vscode-languageserver';
import type { Pack } from '../core/index.js';
import { settingsInUse } from './settingsInUse.js';
import { answer, tell } from './messages.js';
import type { PackService } from './packService.js';
import { failure, plainly } from './plainly.js';
import type { PackItem, PackOwner, PlannedPack, PlanPackParams, Requests } from './protocol.js';
import type { Session } from './session.js';

/** How many plans may wait for an answer. */
const MOST_PLANS = 50;

/** Answers the requests about packs. A plan is kept until it is carried out, so that what a person agreed to is what is put in place. */
export function providePackRequests(session: Session): void {
  const plans = new Plans();
  answer(session, 'deskside/listPacks', (params) => list(session, params));
  answer(session, 'deskside/planPack', (params, token) => plan(session, plans, params, token));
  answer(session, 'deskside/applyPack', async (params) => changing(session, plans.take(params.plan)));
  answer(session, 'deskside/removePack', ({ owner, name }) => changing(session, () => serviceOf(session).remove(owner, name)));
  if (!session.client.packs) return;
  session.onDidInvalidate((uri) => {
    if (uri === undefined) void tell(session, 'deskside/didChangePacks', {});
  });
}

/** What was planned and nobody has said yes or no to, by its number. */
class Plans {
  readonly #kept = new Map<string, () => Promise<void>>();
  #serial = 0;

  keep(apply: () => Promise<void>): string {
    const plan = String(++this.#serial);
    this.#kept.set(plan, apply);
    // what nobody has said yes to for so long is forgotten
    this.#kept.delete(String(this.#serial - MOST_PLANS));
    return plan;
  }

  /** @throws ResponseError where it was carried out or forgotten */
  take(plan: string): () => Promise<void> {
    const apply = this.#kept.get(plan);
    if (!apply) throw failure('What was agreed to is out of date; look at it again.');
    this.#kept.delete(plan);
    return apply;
  }
}

async function list(session: Session, { owner }: Requests['deskside/listPacks']['params']): Promise<readonly PackItem[]> {
  return owner === undefined ? packsInUse(session) : [...builtin(session), ...((await session.runtime.packs?.list(owner)) ?? [])];
}

async function plan(session: Session, plans: Plans, { owner, wish, workDoneToken }: PlanPackParams, token: CancellationToken): Promise<PlannedPack> {
  const service = serviceOf(session);
  const calledOff = new AbortController();
  token.onCancellationRequested(() => calledOff.abort(new Error('This was called off.')));
  const progress = await session.connection.window.attachWorkDoneProgress(workDoneToken);
  progress.begin('Deskside', undefined, '', true);
  try {
    const { planned, apply } = await plainly(() => service.plan(owner, wish, { signal: calledOff.signal, onProgress: (doing) => progress.report(doing) }));
    return { plan: plans.keep(apply), ...planned };
  } finally {
    progress.done();
  }
}

/** Changes packs, after which everything is read anew. */
async function changing(session: Session, change: () => Promise<void>): Promise<null> {
  await plainly(change);
  session.invalidate();
  return null;
}

/** The built-in ones, a person's own, those of the open folders, and what settings name besides. */
async function packsInUse(session: Session): Promise<readonly PackItem[]> {
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

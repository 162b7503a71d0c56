import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { PackService } from './packService.js';
import type { PackItem, Requests } from './protocol.js';
import type { Session } from './session.js';

/** Answers the requests about packs. A plan is kept until the next, so that what a person agreed to is what is put in place. */
export function providePackRequests(session: Session): void {
  const { connection, runtime: { packs } } = session;
  let kept: { readonly plan: string; apply(): Promise<void> } | undefined;
  let serial = 0;
  connection.onRequest('deskside/listPacks' satisfies keyof Requests, async ({ owner }: Requests['deskside/listPacks']['params']) => [...builtin(session), ...((await packs?.list(owner)) ?? [])]);
  connection.onRequest('deskside/planPack' satisfies keyof Requests, async (params: Requests['deskside/planPack']['params'], token): Promise<Requests['deskside/planPack']['result']> => {
    const service = serviceOf(packs);
    const calledOff = new AbortController();
    token.onCancellationRequested(() => calledOff.abort(new Error('This was called off.')));
    const progress = await connection.window.attachWorkDoneProgress(params.workDoneToken);
    progress.begin('Deskside', undefined, '', true);
    try {
      const { planned, apply } = await plainly(() => service.plan(params.owner, params.wish, { signal: calledOff.signal, onProgress: (doing) => progress.report(doing) }));
      kept = { plan: String(++serial), apply };
      return { plan: kept.plan, ...planned };
    } finally {
      progress.done();
    }
  });
  connection.onRequest('deskside/applyPack' satisfies keyof Requests, async ({ plan }: Requests['deskside/applyPack']['params']) => {
    if (kept?.plan !== plan) throw failure('What was agreed to is out of date; look at it again.');
    const { apply } = kept;
    kept = undefined;
    await plainly(apply);
    session.invalidate();
    return null;
  });
  connection.onRequest('deskside/removePack' satisfies keyof Requests, async ({ owner, name }: Requests['deskside/removePack']['params']) => {
    await plainly(() => serviceOf(packs).remove(owner, name));
    session.invalidate();
    return null;
  });
}

function builtin({ runtime }: Session): readonly PackItem[] {
  return runtime.builtinPacks.map(({ name, title, version, description, snippets, rules = [] }) => ({ name, title, version, description, snippets: snippets.length, rules: rules.length, changedHere: false }));
}

function serviceOf(packs: PackService | undefined): PackService {
  if (!packs) throw failure('Packs can be added and updated on the desktop only: here is no disk to keep them on.');
  return packs;
}

/** What went wrong, as the sentence it is. */
async function plainly<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw failure(error instanceof Error ? error.message : String(error));
  }
}

function failure(message: string): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, message);
}

import { l10n, window, type CancellationToken, type Progress } from 'vscode';
import { WorkDoneProgress } from 'vscode-languageclient';
import { request, type PlannedPack, type PlanPackParams } from '../../server/src/lsp/protocol.js';
import type { Deskside } from './deskside.js';
import { told } from './errors.js';
import { reviewPlan } from './reviewPlan.js';

type Step = Progress<{ message?: string; increment?: number }>;

let serial = 0;

/** Gets a pack once, with what is being done shown and a way to call it off. Nothing is put in place. */
export async function planPack({ client }: Deskside, params: Omit<PlanPackParams, 'workDoneToken'>, step: Step, token: CancellationToken): Promise<PlannedPack> {
  const workDoneToken = `deskside-pack-${String(++serial)}`;
  const reports = client.onProgress(WorkDoneProgress.type, workDoneToken, (now) => {
    if ('message' in now && now.message) step.report({ message: now.message });
  });
  try {
    return await request(client, 'deskside/planPack', { ...params, workDoneToken }, token);
  } finally {
    reports.dispose();
  }
}

/** Shows what a pack changes, and puts it in place if a person says so. */
export async function carryOut({ client }: Deskside, plan: PlannedPack): Promise<void> {
  if (!(await reviewPlan(plan))) return;
  const done = await told(async () => {
    await request(client, 'deskside/applyPack', { plan: plan.plan });
    return true;
  });
  if (done) window.setStatusBarMessage(l10n.t('$(check) {0} {1} is in its place', plan.title, plan.to), 5000);
}

import { commands, DiagnosticSeverity, Disposable, l10n, ProgressLocation, Uri, window, type CancellationToken, type Progress } from 'vscode';
import { hear, request, type DidLintFilesParams, type LintWorkspaceResult } from '../../server/src/lsp/protocol.js';
import { chooseArticles } from './chooseArticles.js';
import type { Deskside } from './deskside.js';
import { oneAtATime } from './oneAtATime.js';
import { WorkspaceProblems } from './workspaceProblems.js';

type Step = Progress<{ message?: string; increment?: number }>;

/** Lint Workspace: reads every text of the open folders and shows what is found among the problems. */
export function registerLintWorkspace({ client }: Deskside): Disposable {
  const problems = new WorkspaceProblems();
  let listed = 0;
  let watch: ((params: DidLintFilesParams) => void) | undefined;
  const run = async (progress: Step, token: CancellationToken): Promise<LintWorkspaceResult | null> => {
    problems.clear();
    listed = 0;
    let shown = 0;
    watch = ({ files, done, total }) => {
      const found = files.map(({ uri, diagnostics }) => [Uri.parse(uri), diagnostics.map((one) => client.protocol2CodeConverter.asDiagnostic(one))] as const);
      problems.set(found);
      listed += found.flatMap(([, diagnostics]) => diagnostics.filter(({ severity }) => severity !== DiagnosticSeverity.Hint)).length;
      progress.report({ message: l10n.t('{0} of {1} files', done, total), increment: (100 * (done - shown)) / total });
      shown = done;
    };
    try {
      return await request(client, 'deskside/lintWorkspace', {}, token);
    } finally {
      watch = undefined;
    }
  };
  const read = oneAtATime(async (): Promise<LintWorkspaceResult | null | undefined> => {
    const location = ProgressLocation.Notification;
    return await window.withProgress({ location, title: l10n.t('Reading the workspace'), cancellable: true }, (progress, token) => run(progress, token).catch(unlessStopped(token)));
  });
  const lint = async (): Promise<void> => {
    const { done, isUnderWay } = read();
    const result = await done;
    // Who asks again while it reads has the progress before them, with its way to stop
    if (isUnderWay) return;
    if (result?.files === 0) return void ((await chooseArticles(result.leftAlone)) && (await lint()));
    await commands.executeCommand('workbench.actions.view.problems');
    if (result) window.setStatusBarMessage(summary(result, listed), 10_000);
  };
  return Disposable.from(
    problems,
    hear(client, 'deskside/didLintFiles', (params) => watch?.(params)),
    commands.registerCommand('deskside.lintWorkspace', lint),
  );
}

/** An empty list of problems does not say how much was read. @param findings those in the list: hints are not */
function summary({ files, left }: LintWorkspaceResult, findings: number): string {
  const read = files === 1 ? l10n.t('1 text read') : l10n.t('{0} texts read', files);
  if (findings === 0) return l10n.t('$(check) {0}, nothing to mend', read);
  const found = findings === 1 ? l10n.t('1 finding') : l10n.t('{0} findings', findings);
  return left === 0 ? `${read}, ${found}` : l10n.t('{0}, {1}; the mildest {2} are not shown', read, found, left);
}

/** Who stops it knows that it was stopped; what was found so far stays. */
function unlessStopped(token: CancellationToken): (error: unknown) => undefined {
  return (error) => {
    if (!token.isCancellationRequested) throw error;
    return undefined;
  };
}

import { commands, Disposable, l10n, ProgressLocation, Uri, window, type CancellationToken, type Progress } from 'vscode';
import { hear, request, type DidLintFilesParams } from '../../server/src/lsp/protocol.js';
import type { Deskside } from './deskside.js';
import { WorkspaceProblems } from './workspaceProblems.js';

type Step = Progress<{ message?: string; increment?: number }>;

/** Lint Workspace: reads every text of the open folders and shows what is found among the problems. */
export function registerLintWorkspace({ client }: Deskside): Disposable {
  const problems = new WorkspaceProblems();
  let watch: ((params: DidLintFilesParams) => void) | undefined;
  const run = async (progress: Step, token: CancellationToken): Promise<void> => {
    problems.clear();
    let shown = 0;
    watch = ({ files, done, total }) => {
      problems.set(files.map(({ uri, diagnostics }) => [Uri.parse(uri), diagnostics.map((one) => client.protocol2CodeConverter.asDiagnostic(one))]));
      progress.report({ message: l10n.t('{0} of {1} files', done, total), increment: (100 * (done - shown)) / total });
      shown = done;
    };
    try {
      await request(client, 'deskside/lintWorkspace', {}, token);
    } finally {
      watch = undefined;
    }
  };
  return Disposable.from(
    problems,
    hear(client, 'deskside/didLintFiles', (params) => watch?.(params)),
    commands.registerCommand('deskside.lintWorkspace', async () => {
      const location = ProgressLocation.Notification;
      await window.withProgress({ location, title: l10n.t('Reading the workspace'), cancellable: true }, (progress, token) => run(progress, token).catch(unlessStopped(token)));
      await commands.executeCommand('workbench.actions.view.problems');
    }),
  );
}

/** Who stops it knows that it was stopped; what was found so far stays. */
function unlessStopped(token: CancellationToken): (error: unknown) => void {
  return (error) => {
    if (!token.isCancellationRequested) throw error;
  };
}

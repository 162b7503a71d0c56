import { commands, ConfigurationTarget, Uri, workspace, type Disposable } from 'vscode';
import { commands as serverCommands, type FindingReference } from '../../server/src/lsp/protocol.js';

/** “Turn this rule off”: in the workspace's settings, or in the user's own where no folder is open. */
export function registerTurnRuleOff(): Disposable {
  return commands.registerCommand(serverCommands.turnRuleOff, async ({ uri, rule }: FindingReference) => {
    const settings = workspace.getConfiguration('deskside', Uri.parse(uri));
    const rules = settings.inspect<Record<string, string>>('rules');
    const inWorkspace = workspace.workspaceFolders !== undefined;
    const before = inWorkspace ? rules?.workspaceValue : rules?.globalValue;
    const target = inWorkspace ? ConfigurationTarget.Workspace : ConfigurationTarget.Global;
    await settings.update('rules', { ...before, [rule]: 'off' }, target);
  });
}

import type { ExtensionContext } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { ActiveAnatomy } from './activeAnatomy.js';
import { registerAddPack } from './addPack.js';
import { registerAssistantTools } from './assistantTools.js';
import { registerChecklist } from './checklist.js';
import { clientOptions } from './clientOptions.js';
import { registerContexts } from './contexts.js';
import { registerCopyCleanReply } from './copyCleanReply.js';
import type { Deskside } from './deskside.js';
import { registerIgnores } from './ignores.js';
import { IgnoreStore } from './ignoreStore.js';
import { registerInsertSnippet } from './insertSnippet.js';
import { registerLintAs } from './lintAs.js';
import { registerLintSelection } from './lintSelection.js';
import { registerLintWorkspace } from './lintWorkspace.js';
import { registerNewReply } from './newReply.js';
import { PacksView } from './packsView.js';
import { registerPause } from './pause.js';
import { registerRestart } from './restart.js';
import { registerSaveSnippet } from './saveSnippet.js';
import { registerShowRule } from './showRule.js';
import { registerStatus } from './status.js';
import { registerStatusBar } from './statusBar.js';
import { Statuses } from './statuses.js';
import { registerTrust } from './trust.js';
import { registerTurnRuleOff } from './turnRuleOff.js';
import { registerUpdatePacks } from './updatePacks.js';
import { registerWorkspaceFiles } from './workspaceFiles.js';

/** What differs between the desktop and the web: how the server is started. */
export type MakeClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** Starts everything; from here on nothing knows whether it runs on the desktop or in a browser. */
export function start(context: ExtensionContext, makeClient: MakeClient): void {
  const ignores = new IgnoreStore(context.globalState);
  const client = makeClient(clientOptions(ignores));
  const deskside: Deskside = { client, context };
  const statuses = new Statuses(deskside);
  const anatomy = new ActiveAnatomy(deskside);
  context.subscriptions.push(
    client,
    statuses,
    anatomy,
    registerNewReply(),
    registerStatus(statuses),
    registerStatusBar(statuses, anatomy),
    registerContexts(statuses),
    registerChecklist(anatomy),
    registerLintAs(deskside, statuses),
    registerLintSelection(deskside),
    registerLintWorkspace(deskside),
    registerPause(deskside),
    registerInsertSnippet(deskside),
    registerSaveSnippet(deskside),
    new PacksView(deskside),
    registerAddPack(deskside),
    registerUpdatePacks(deskside),
    registerCopyCleanReply(deskside),
    registerShowRule(deskside),
    registerIgnores(deskside, ignores),
    registerTrust(deskside),
    registerTurnRuleOff(),
    registerWorkspaceFiles(deskside),
    registerRestart(deskside),
    registerAssistantTools(deskside),
  );
  // not awaited: a reply can be begun before the server is there
  void client.start();
}

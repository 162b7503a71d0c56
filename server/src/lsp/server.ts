import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  TextDocumentSyncKind,
  type Connection,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver';
import { provideAnatomy } from './anatomy.js';
import { provideAssistants } from './assistants.js';
import { readClient, type ClientFeatures } from './clientFeatures.js';
import { codeActionOptions, provideCodeActions } from './codeActions.js';
import { provideCommands, serverCommands } from './commands.js';
import { completionOptions, provideCompletion } from './completion.js';
import { provideDiagnostics } from './diagnostics.js';
import { providePackDiagnostics } from './packDiagnostics.js';
import { providePackRequests } from './packRequests.js';
import { provideFindSnippets } from './findSnippets.js';
import { provideCopySnippet } from './copySnippet.js';
import { providePlanSnippet } from './planSnippet.js';
import { provideHover } from './hover.js';
import { provideLintWorkspace } from './lintWorkspace.js';
import { provideRenames, renameOptions } from './renames.js';
import { provideRequests } from './requests.js';
import type { RuntimeEnvironment } from './runtime.js';
import { Session } from './session.js';
import { provideSettingsDiagnostics } from './settingsDiagnostics.js';
import { provideStatus } from './status.js';
import { provideSymbols } from './symbols.js';

/**
 * Starts the language server on a connection. Everything it needs of the world it is given.
 * @returns the session, once a client has said hello; tests look into it
 */
export function startServer(connection: Connection, runtime: RuntimeEnvironment): Promise<Session> {
  const greeted = new Promise<Session>((resolve) => {
    connection.onInitialize((params) => {
      const session = new Session(connection, runtime, readClient(params));
      wire(session, params);
      resolve(session);
      return greeting(session);
    });
  });
  connection.listen();
  return greeted;
}

function wire(session: Session, params: InitializeParams): void {
  provideStatus(session);
  provideDiagnostics(session);
  providePackDiagnostics(session);
  provideCodeActions(session);
  provideHover(session);
  provideCompletion(session);
  provideCommands(session);
  provideRequests(session);
  providePackRequests(session);
  provideFindSnippets(session);
  providePlanSnippet(session);
  provideCopySnippet(session);
  provideLintWorkspace(session);
  provideAnatomy(session);
  provideAssistants(session);
  provideSymbols(session);
  provideRenames(session);
  followChanges(session, params);
  session.documents.listen(session.connection);
}

function greeting({ runtime, client }: Session): InitializeResult {
  return {
    serverInfo: { name: 'Deskside', version: runtime.version },
    capabilities: {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
      codeActionProvider: client.codeActionLiterals && codeActionOptions,
      completionProvider: completionOptions,
      hoverProvider: true,
      documentSymbolProvider: { label: 'Deskside' },
      executeCommandProvider: { commands: serverCommands(client) },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true }, ...(runtime.project && { fileOperations: { willRename: renameOptions } }) },
      ...(client.pull && { diagnosticProvider: { identifier: 'deskside', interFileDependencies: false, workspaceDiagnostics: false } }),
    },
  };
}

/** Reads anew when settings, folders or the files of a project change. */
function followChanges(session: Session, { capabilities }: InitializeParams): void {
  const { connection, client, runtime, settings } = session;
  connection.onInitialized(() => {
    register(session, client);
    provideSettingsDiagnostics(session);
    if (!capabilities.workspace?.workspaceFolders) return;
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      settings.setFolders(added.map(({ uri }) => uri), removed.map(({ uri }) => uri));
      session.invalidate();
    });
  });
  connection.onDidChangeConfiguration((change) => {
    settings.receive(change.settings);
    session.invalidate();
  });
  connection.onDidChangeWatchedFiles(() => session.invalidate());
  // For clients that watch no files, and for shared configs of any name: whoever edits them in the editor saves them there.
  session.documents.onDidSave(({ document }) => {
    if (runtime.project && /\.(?:ya?ml|json)$/u.test(document.uri)) session.invalidate();
  });
}

function register({ connection, runtime }: Session, client: ClientFeatures): void {
  const failed = (error: unknown): void => connection.console.warn(`The editor will not tell of changes: ${String(error)}`);
  if (client.configurationRegistration) connection.client.register(DidChangeConfigurationNotification.type, { section: 'deskside' }).catch(failed);
  const globs = runtime.project?.watch ?? [];
  if (!client.watchRegistration || globs.length === 0) return;
  connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: globs.map((globPattern) => ({ globPattern })) }).catch(failed);
}

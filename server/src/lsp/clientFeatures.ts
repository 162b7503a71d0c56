import type { InitializeParams } from 'vscode-languageserver';
import type { Ignore } from '../core/ignore.js';
import type { ClientOptions } from './protocol.js';

/** What the client can do, and what it asked for, read once from its greeting. */
export interface ClientFeatures {
  readonly pull: boolean;
  readonly pullRefresh: boolean;
  readonly configuration: boolean;
  readonly configurationRegistration: boolean;
  readonly watchRegistration: boolean;
  readonly documentChanges: boolean;
  readonly snippetEdits: boolean;
  readonly snippetCompletion: boolean;
  readonly codeActionLiterals: boolean;
  readonly preferredActions: boolean;
  readonly diagnosticLinks: boolean;
  readonly diagnosticVersions: boolean;
  readonly markdownHover: boolean;
  readonly markdownCompletion: boolean;
  readonly showDocument: boolean;
  readonly commands: ReadonlySet<string>;
  readonly status: boolean;
  readonly anatomy: boolean;
  readonly packs: boolean;
  readonly nestedSymbols: boolean;
  readonly rulePageBase: string | undefined;
  /** Whether somebody vouches for the workspace; editors that know no such thing open what people trust. */
  readonly trusted: boolean;
  readonly settings: unknown;
  readonly ignores: readonly Ignore[];
  readonly folders: readonly string[];
}

/** Reads the `initialize` request. */
export function readClient(params: InitializeParams): ClientFeatures {
  const { textDocument: text, workspace, window } = params.capabilities;
  const options = readOptions(params.initializationOptions);
  return {
    pull: text?.diagnostic !== undefined,
    pullRefresh: workspace?.diagnostics?.refreshSupport === true,
    configuration: workspace?.configuration === true,
    configurationRegistration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchRegistration: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    snippetEdits: workspace?.workspaceEdit?.snippetEditSupport === true,
    snippetCompletion: text?.completion?.completionItem?.snippetSupport === true,
    codeActionLiterals: text?.codeAction?.codeActionLiteralSupport !== undefined,
    preferredActions: text?.codeAction?.isPreferredSupport === true,
    diagnosticLinks: (text?.diagnostic ?? text?.publishDiagnostics)?.codeDescriptionSupport === true,
    diagnosticVersions: text?.publishDiagnostics?.versionSupport === true,
    markdownHover: text?.hover?.contentFormat?.includes('markdown') === true,
    markdownCompletion: text?.completion?.completionItem?.documentationFormat?.includes('markdown') === true,
    showDocument: window?.showDocument?.support === true,
    commands: new Set(options.commands ?? []),
    status: options.status === true,
    anatomy: options.anatomy === true,
    packs: options.packs === true,
    nestedSymbols: text?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    rulePageBase: options.rulePageBase,
    trusted: options.trusted !== false,
    settings: options.settings,
    ignores: options.ignores ?? [],
    folders: (params.workspaceFolders ?? []).map((folder) => folder.uri).concat(rootOf(params)),
  };
}

/** Clients without workspace folders still name one root. */
function rootOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  return workspaceFolders?.length || !rootUri ? [] : [rootUri];
}

/** Options come from people's editor configuration: what is not as it should be is left out. */
function readOptions(value: unknown): ClientOptions {
  if (typeof value !== 'object' || value === null) return {};
  const raw = value as Record<string, unknown>;
  return {
    ...(isStrings(raw['commands']) && { commands: raw['commands'] }),
    ...(typeof raw['rulePageBase'] === 'string' && { rulePageBase: raw['rulePageBase'] }),
    status: raw['status'] === true,
    anatomy: raw['anatomy'] === true,
    packs: raw['packs'] === true,
    trusted: raw['trusted'] !== false,
    settings: raw['settings'],
    ignores: readIgnores(raw['ignores']),
  };
}

function isStrings(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

/** The entries of a list of ignores that can be used. */
export function readIgnores(value: unknown): readonly Ignore[] {
  if (!Array.isArray(value)) return [];
  return value.filter((item): item is Ignore => typeof item === 'object' && item !== null && typeof (item as Partial<Ignore>).rule === 'string');
}

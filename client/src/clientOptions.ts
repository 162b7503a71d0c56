import { workspace, type TextDocument } from 'vscode';
import { DiagnosticPullMode, RevealOutputChannelOn, type LanguageClientOptions } from 'vscode-languageclient';
import { commands, type ClientOptions } from '../../server/src/lsp/protocol.js';
import { languages } from './deskside.js';
import type { IgnoreStore } from './ignoreStore.js';

/** A rule's page as a command address: it opens inside the editor, without a question asked. */
const rulePage = `command:${commands.showRule}?%5B%22{rule}%22%5D`;

/** How the client treats documents, and what it tells the server about itself. */
export function clientOptions(ignores: IgnoreStore): LanguageClientOptions {
  return {
    // any scheme: a draft may be untitled, on a disk, in a browser or on another machine
    documentSelector: languages.map((language) => ({ language })),
    initializationOptions: (): ClientOptions => ({
      commands: Object.values(commands),
      status: true,
      anatomy: true,
      packs: true,
      trusted: workspace.isTrusted,
      rulePageBase: rulePage,
      ignores: ignores.all(),
    }),
    diagnosticPullOptions: { onChange: true, onSave: true, onFocus: true, filter: waitsForSave },
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    markdown: { isTrusted: { enabledCommands: [commands.showRule] } },
  };
}

/** `deskside.run: onSave` keeps quiet while somebody types. */
function waitsForSave(document: TextDocument, mode: DiagnosticPullMode): boolean {
  return mode !== DiagnosticPullMode.onSave && workspace.getConfiguration('deskside', document).get('run') === 'onSave';
}

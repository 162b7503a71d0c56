import { window, type ExtensionContext, type TextDocument, type TextEditor } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** What every feature is given. */
export interface Deskside {
  readonly client: BaseLanguageClient;
  readonly context: ExtensionContext;
}

/** The languages that can hold a reply or an article. An HTML file does so only where a configuration says so. */
export const languages: readonly string[] = ['support-reply', 'markdown', 'mdx', 'plaintext', 'html'];

/** The editor that commands are about: the active one, if its text can be read. */
export function activeEditor(): TextEditor | undefined {
  const editor = window.activeTextEditor;
  return editor && isReadable(editor.document) ? editor : undefined;
}

/** Whether a document can be read at all. */
function isReadable(document: TextDocument): boolean {
  return languages.includes(document.languageId);
}

import type { SnippetTextEdit, TextEdit as LspEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Fix, TextEdit } from '../core/index.js';
import { plainText, PREVIEW } from '../core/packs/snippet-syntax.js';
import type { ClientFeatures } from './clientFeatures.js';
import { toRange } from './documents.js';

/** Edits of one version of a document, as the client takes them; a client that knows versions refuses stale ones. */
export function workspaceEdit(client: ClientFeatures, document: TextDocument, edits: readonly TextEdit[]): WorkspaceEdit {
  return wrap(client, document, edits.map((edit) => plainEdit(document, edit)));
}

/** A fix's edits: with tab stops where the client can, else with their texts filled in. */
export function fixEdit(client: ClientFeatures, document: TextDocument, fix: Fix): WorkspaceEdit {
  if (!fix.snippet) return workspaceEdit(client, document, fix.edits);
  if (client.snippetEdits && client.documentChanges) return wrap(client, document, fix.edits.map((edit) => snippetEdit(document, edit)));
  return workspaceEdit(client, document, fix.edits.map((edit) => ({ ...edit, text: plainText(edit.text, PREVIEW) })));
}

/** Whether a client that fills in no tab stops would be left with more than what stands there already. */
export function changesAnything({ snippetEdits, documentChanges }: ClientFeatures, document: TextDocument, { snippet, edits }: Fix): boolean {
  if (!snippet || (snippetEdits && documentChanges)) return true;
  const text = document.getText();
  return edits.some((edit) => plainText(edit.text, { empty: '' }) !== text.slice(edit.start, edit.end));
}

function wrap(client: ClientFeatures, { uri, version }: TextDocument, edits: readonly (LspEdit | SnippetTextEdit)[]): WorkspaceEdit {
  if (client.documentChanges) return { documentChanges: [{ textDocument: { uri, version }, edits: [...edits] }] };
  return { changes: { [uri]: edits.filter((edit): edit is LspEdit => 'newText' in edit) } };
}

function plainEdit(document: TextDocument, edit: TextEdit): LspEdit {
  return { range: toRange(document, edit), newText: edit.text };
}

function snippetEdit(document: TextDocument, edit: TextEdit): SnippetTextEdit {
  return { range: toRange(document, edit), snippet: { kind: 'snippet', value: edit.text } };
}

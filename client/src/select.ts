import { Range, window, type TextEditor } from 'vscode';
import type { OpenPlace } from '../../server/src/lsp/protocol.js';

/** A range as the protocol has it. */
export type PlainRange = OpenPlace['range'];

/** A range as the editor takes it. */
export function toRange({ start, end }: PlainRange): Range {
  return new Range(start.line, start.character, end.line, end.character);
}

/** A range as the protocol takes it: an editor's own would be sent with more than its places. */
export function toPlain({ start, end }: Range): PlainRange {
  return { start: { line: start.line, character: start.character }, end: { line: end.line, character: end.character } };
}

/** Selects a passage in its editor, with the keyboard there, so that typing replaces it. */
export async function select({ document, viewColumn }: TextEditor, range: PlainRange): Promise<void> {
  await window.showTextDocument(document, { selection: toRange(range), ...(viewColumn && { viewColumn }) });
}

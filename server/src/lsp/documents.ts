import { TextDocuments, type Range as LspRange, type TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from '../core/index.js';

/** The documents open in the editor. */
export type OpenDocuments = TextDocuments<TextDocument>;

/** One change of a document. */
export interface DocumentChange {
  readonly uri: string;
  /** In the text before. */
  readonly replaced: Range;
  readonly inserted: string;
}

/** Hears of every single change. */
export interface ChangeListener {
  /** It has not been applied yet. */
  willChange(change: DocumentChange): void;
  /** @param text what has come of it */
  didChange(change: DocumentChange, text: string): void;
}

/** Makes the collection of open documents, synchronised incrementally. */
export function openDocuments(listener: ChangeListener): OpenDocuments {
  return new TextDocuments({
    create: TextDocument.create,
    update: (document, changes, version) => {
      for (const change of changes) {
        const told = { uri: document.uri, replaced: replacedRange(document, change), inserted: change.text };
        listener.willChange(told);
        TextDocument.update(document, [change], version);
        listener.didChange(told, document.getText());
      }
      return document;
    },
  });
}

function replacedRange(document: TextDocument, change: TextDocumentContentChangeEvent): Range {
  if (!('range' in change)) return { start: 0, end: document.getText().length };
  return toOffsets(document, change.range);
}

/** Where a range lies after an edit. What is typed at its edges belongs to it. */
export function shiftRange(range: Range, replaced: Range, inserted: number): Range {
  const grown = inserted - (replaced.end - replaced.start);
  if (replaced.end < range.start) return { start: range.start + grown, end: range.end + grown };
  if (replaced.start > range.end) return range;
  const start = Math.min(range.start, replaced.start);
  return { start, end: Math.max(range.end, replaced.end) + grown };
}

/** Offsets as lines and columns. */
export function toRange(document: TextDocument, { start, end }: Range): LspRange {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

/** Lines and columns as offsets. */
export function toOffsets(document: TextDocument, { start, end }: LspRange): Range {
  return { start: document.offsetAt(start), end: document.offsetAt(end) };
}

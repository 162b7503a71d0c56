import type { Diagnostic, Position, Range } from 'vscode-languageserver';
import { toRange } from './documents.js';
import type { Session } from './session.js';

/** What was sent last about a document. */
interface Shown {
  readonly resultId: string;
  readonly items: readonly Diagnostic[];
}

/** What editors show of each document: most keys change nothing in it, and need not be told again. */
export class ShownDiagnostics {
  readonly #byUri = new Map<string, Shown>();

  constructor(session: Session) {
    session.onWillEdit(({ uri, replaced }) => {
      const document = session.documents.get(uri);
      if (document) this.#edit(uri, toRange(document, replaced));
    });
    session.documents.onDidClose(({ document }) => this.#byUri.delete(document.uri));
  }

  /** Whether an editor that has the result of that name shows just these. */
  are(uri: string, resultId: string | undefined, items: readonly Diagnostic[]): boolean {
    const shown = this.#byUri.get(uri);
    return shown !== undefined && shown.resultId === resultId && shown.items.length === items.length && shown.items.every((one, i) => isSame(one, items[i]));
  }

  show(uri: string, resultId: string, items: readonly Diagnostic[]): void {
    this.#byUri.set(uri, { resultId, items });
  }

  /** An editor may lose a mark whose words are replaced, even if they come back later. */
  #edit(uri: string, replaced: Range): void {
    if (this.#byUri.get(uri)?.items.some(({ range }) => !isBefore(range.end, replaced.start) && !isBefore(replaced.end, range.start))) this.#byUri.delete(uri);
  }
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}

function isSame(a: Diagnostic, b: Diagnostic | undefined): boolean {
  return b !== undefined && isSameRange(a.range, b.range) && a.code === b.code && a.message === b.message && a.severity === b.severity && a.tags?.length === b.tags?.length && a.codeDescription?.href === b.codeDescription?.href;
}

function isSameRange(a: Range, b: Range): boolean {
  return a.start.line === b.start.line && a.start.character === b.start.character && a.end.line === b.end.line && a.end.character === b.end.character;
}

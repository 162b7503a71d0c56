import type { Diagnostic, Position, Range } from 'vscode-languageserver';
import type { Finding } from '../core/index.js';
import { toRange, type DocumentChange } from './documents.js';
import type { Reading, Session } from './session.js';

/** What was sent last about a document. */
interface Shown {
  readonly resultId: string;
  readonly items: readonly Diagnostic[];
  /** What they are made of. */
  readonly made: Pick<Reading, 'findings' | 'known'>;
  /** An edit may have put some of them at other lines or columns. */
  isMoved: boolean;
}

/** What editors show of each document: most keys change nothing in it, and need not be told again. */
export class ShownDiagnostics {
  readonly #byUri = new Map<string, Shown>();

  constructor(session: Session) {
    session.onWillEdit((change) => {
      const document = session.documents.get(change.uri);
      if (document) this.#edit(change, toRange(document, change.replaced));
    });
    session.documents.onDidClose(({ document }) => this.#byUri.delete(document.uri));
  }

  /** Whether an editor that has the result of that name shows just these. */
  are(uri: string, resultId: string | undefined, items: readonly Diagnostic[]): boolean {
    const shown = this.#byUri.get(uri);
    return shown !== undefined && shown.resultId === resultId && shown.items.length === items.length && shown.items.every((one, i) => isSame(one, items[i]));
  }

  /** Whether they are those of a reading, without a look at each: most keys leave all findings as they were, and all of them on their lines. */
  stand(uri: string, resultId: string, { findings, known }: Reading): boolean {
    const shown = this.#byUri.get(uri);
    return shown !== undefined && shown.resultId === resultId && !shown.isMoved && areSame(shown.made.findings, findings) && areSame(shown.made.known, known);
  }

  show(uri: string, resultId: string, items: readonly Diagnostic[], made: Reading): void {
    this.#byUri.set(uri, { resultId, items, made: { findings: made.findings, known: made.known }, isMoved: false });
  }

  /** An editor may lose a mark whose words are replaced, even if they come back later. */
  #edit({ uri, inserted }: DocumentChange, replaced: Range): void {
    const shown = this.#byUri.get(uri);
    if (!shown) return;
    if (shown.items.some(({ range }) => !isBefore(range.end, replaced.start) && !isBefore(replaced.end, range.start))) this.#byUri.delete(uri);
    const { line } = replaced.start;
    const breaks = replaced.end.line > line || /[\r\n]/.test(inserted);
    if (breaks || shown.items.some(({ range }) => range.start.line <= line && line <= range.end.line)) shown.isMoved = true;
  }
}

/** Whether they are the same findings, wherever they stand by now. */
function areSame(a: readonly Finding[], b: readonly Finding[]): boolean {
  return a.length === b.length && a.every((finding, i) => finding === b[i]);
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}

function isSame(a: Diagnostic, b: Diagnostic | undefined): boolean {
  return b !== undefined && isSameRange(a.range, b.range) && a.code === b.code && a.message === b.message && a.severity === b.severity
    && a.tags?.length === b.tags?.length && a.codeDescription?.href === b.codeDescription?.href;
}

function isSameRange(a: Range, b: Range): boolean {
  return a.start.line === b.start.line && a.start.character === b.start.character && a.end.line === b.end.line && a.end.character === b.end.character;
}

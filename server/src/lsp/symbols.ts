import { SymbolKind, type DocumentSymbol, type SymbolInformation } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { moveNames } from '../core/anatomy/names.js';
import type { Move, SentenceMove } from '../core/index.js';
import { toRange } from './documents.js';
import type { Session } from './session.js';
import { shortened } from '../core/shortened.js';

/** How long a name may be before it is cut. */
const MOST = 60;

/** The protocol has no kinds for sentences: what matters of these is that each move has an icon of its own. */
const kinds: Readonly<Record<Move, SymbolKind>> = {
  greet: SymbolKind.Namespace,
  thank: SymbolKind.Property,
  acknowledge: SymbolKind.Interface,
  apologise: SymbolKind.Field,
  explain: SymbolKind.String,
  ask: SymbolKind.Variable,
  instruct: SymbolKind.Method,
  commit: SymbolKind.Event,
  'hand-over': SymbolKind.Package,
  confirm: SymbolKind.Boolean,
  invite: SymbolKind.Key,
  'sign-off': SymbolKind.Constant,
  other: SymbolKind.Null,
};

/** The moves of a reply as its outline. Articles have headings, which editors know by themselves. */
export function provideSymbols(session: Session): void {
  session.connection.onDocumentSymbol(({ textDocument }, token) =>
    session.readWhole(
      textDocument.uri,
      (reading, document) => {
        const sentences = reading.anatomy()?.sentences ?? [];
        return session.client.nestedSymbols ? sentences.map((one) => toSymbol(document, one)) : sentences.map((one) => toFlatSymbol(document, one));
      },
      token,
    ),
  );
}

function toSymbol(document: TextDocument, sentence: SentenceMove): DocumentSymbol {
  const range = toRange(document, sentence);
  return { name: nameOf(document.getText(), sentence), kind: kinds[sentence.move], range, selectionRange: range };
}

/** For clients from before outlines were trees. */
function toFlatSymbol(document: TextDocument, sentence: SentenceMove): SymbolInformation {
  return { name: nameOf(document.getText(), sentence), kind: kinds[sentence.move], location: { uri: document.uri, range: toRange(document, sentence) } };
}

/** “Commit — I’ll refund … by 5 pm”: what the sentence does, and enough of it to know it by. */
function nameOf(text: string, { move, commitment, start, end }: SentenceMove): string {
  const when = commitment?.when;
  const words = when && when.start > start ? untilWhen(text.slice(start, when.start), text.slice(when.start, when.end)) : shortened(text.slice(start, end), MOST);
  return move === 'other' ? words : `${moveNames[move]} — ${words}`;
}

/** Of a promise the time matters most: what is cut stands before it. */
function untilWhen(promise: string, when: string): string {
  const time = shortened(when, MOST / 2);
  return `${shortened(promise, MOST - time.length)} ${time}`;
}

import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from '../core/index.js';
import { toRange } from './documents.js';
import { findingsIn, sourceOf, type Lens } from './draft.js';
import type { CleanReplyResult } from './protocol.js';
import type { Reading, Session } from './session.js';

/** The category of rules that find what was meant to be filled in. */
const PLACEHOLDERS = 'unfilled-placeholder';

/** Makes of a reply what a help desk takes. */
type Format = (reply: string, isMarkdown: boolean) => string;

/** What the customer should get, or the places that have to be filled in first, in the order of the text. */
export function cleanReply({ runtime, ignores }: Session, reading: Reading, document: TextDocument, format: Format): CleanReplyResult {
  const text = document.getText();
  // Whatever the document is otherwise read as, and whether reading is paused: this one is about to be sent.
  const lens: Lens = { engine: runtime.engine, settings: reading.settings, uri: document.uri, kind: 'reply', languageId: document.languageId, ignores };
  const source = sourceOf(lens, text);
  const { text: clean, open } = runtime.engine.cleanReply(source);
  const places = [...open, ...findingsIn(lens, text).findings.filter(({ category }) => category === PLACEHOLDERS)].sort((a, b) => a.start - b.start || b.end - a.end);
  if (places.length > 0) {
    const outermost = places.filter(isOutermost);
    return { ok: false, open: outermost.map((range) => ({ range: toRange(document, range), text: text.slice(range.start, range.end) })) };
  }
  return { ok: true, text: format(clean, source.languageId !== 'plaintext') };
}

/** A tab stop may hold a placeholder: the outer one has to be filled in. Ranges come in order, the longer first. */
function isOutermost({ start, end }: Range, i: number, all: readonly Range[]): boolean {
  return !all.slice(0, i).some((other) => other.start <= start && end <= other.end);
}

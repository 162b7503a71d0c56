import { applyEdits, safeEdits } from '../core/fix.js';
import type { TextEdit } from '../core/index.js';
import { findingsIn } from './draft.js';
import type { Reading } from './session.js';

/** Fixes that feed each other stop here; every round of a sound rule set leaves fewer findings. */
const MAX_ROUNDS = 10;

const known = new WeakMap<Reading, readonly TextEdit[]>();

/** The edits that apply every safe fix of a reading, and those that show up after them, to its text. */
export function fixAllEdits(reading: Reading): readonly TextEdit[] {
  const edits = known.get(reading) ?? computeFixAll(reading);
  known.set(reading, edits);
  return edits;
}

function computeFixAll({ lens, findings, text, range }: Reading): readonly TextEdit[] {
  if (!lens) return [];
  let edits = [...safeEdits(findings)];
  for (let round = 1; round < MAX_ROUNDS && edits.length > 0; round++) {
    const grown = edits.reduce((sum, edit) => sum + edit.text.length - (edit.end - edit.start), 0);
    const fixed = applyEdits(text, edits).slice(range.start, range.end + grown);
    const next = safeEdits(findingsIn(lens, fixed).findings);
    if (next.length === 0) break;
    edits = followedBy(edits, next.map((edit) => ({ ...edit, start: edit.start + range.start, end: edit.end + range.start })));
  }
  return edits.filter((edit) => text.slice(edit.start, edit.end) !== edit.text);
}

/** A piece of a text: a passage of the original, or a new one. */
type Piece = { readonly start: number; readonly end: number } | string;

/**
 * The edits that do at once what `first` and then `second` do, in the first text's offsets. What
 * neither touches stays untouched, so that the cursor and the marks of an editor stay in place.
 */
export function followedBy(first: readonly TextEdit[], second: readonly TextEdit[]): TextEdit[] {
  // However long the text is: its tail is a passage like any other.
  return toEdits(replaceIn(replaceIn([{ start: 0, end: Infinity }], first), second));
}

function replaceIn(pieces: readonly Piece[], edits: readonly TextEdit[]): Piece[] {
  const out: Piece[] = [];
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    out.push(...cut(pieces, at, edit.start), edit.text);
    at = edit.end;
  }
  return [...out, ...cut(pieces, at, Infinity)];
}

/** The pieces between two offsets of the text that they make up. */
function cut(pieces: readonly Piece[], start: number, end: number): Piece[] {
  const out: Piece[] = [];
  let at = 0;
  for (const piece of pieces) {
    const length = typeof piece === 'string' ? piece.length : piece.end - piece.start;
    const from = Math.max(start - at, 0);
    const to = Math.min(end - at, length);
    if (from < to) out.push(typeof piece === 'string' ? piece.slice(from, to) : { start: piece.start + from, end: piece.start + to });
    at += length;
  }
  return out;
}

/** Whatever stands between two passages of the original is an edit. */
function toEdits(pieces: readonly Piece[]): TextEdit[] {
  const edits: TextEdit[] = [];
  let at = 0;
  let text = '';
  const close = (start: number): void => {
    if (start > at || text !== '') edits.push({ start: at, end: start, text });
    text = '';
  };
  for (const piece of pieces) {
    if (typeof piece === 'string') text += piece;
    else {
      close(piece.start);
      at = piece.end;
    }
  }
  return edits;
}

import { MOVES, type Move } from '../../server/src/core/anatomy/anatomy.js';

/** A piece of a reply and the move it makes; of a promise perhaps who makes it, of what, by when. */
export interface LabelledSentence {
  readonly sentence: string;
  readonly move: Move;
  readonly who?: string;
  readonly what?: string;
  readonly when?: string;
}

/** A reply of which every sentence is labelled. */
export interface LabelledReply {
  readonly id: string;
  /** The whole reply, in Markdown. */
  readonly text: string;
  /** In the order of the text. */
  readonly moves: readonly LabelledSentence[];
}

/** What is quoted, code or front matter carries no label. */
const UNLABELLED = '-';
/** Who ends a sentence without a full stop ends its line there, as in a chat. */
const ENDED = /[.!?…]["'”’)]*$/;
const LIST_MARK = /^(?:[-*•]|\d+[.)]) /;

/**
 * Reads labelled replies as they are written in `server/moves/`: a heading for each, then a line a sentence.
 * @throws Error naming the file, the line and the way out
 */
export function readLabelledReplies(written: string, file: string): readonly LabelledReply[] {
  return written.split(/^(?=# )/m).reduce<{ line: number; replies: readonly LabelledReply[] }>(({ line, replies }, part) => {
    const lines = part.split('\n');
    return { line: line + lines.length - 1, replies: part.trim() ? [...replies, readReply(lines, (at, message) => new Error(`${file}:${String(line + at)}: ${message}`))] : replies };
  }, { line: 1, replies: [] }).replies;
}

type Mistake = (line: number, message: string) => Error;

function readReply([heading = '', ...lines]: readonly string[], mistake: Mistake): LabelledReply {
  const id = /^# (\S+)/.exec(heading)?.[1];
  if (id === undefined) throw mistake(0, 'a reply begins with a line “# ID CHANNEL”.');
  const pieces = lines.map((line, i) => readLine(line, i + 1, mistake));
  const text = pieces.reduce((so, piece, i) => so + gapBetween(so, pieces[i - 1], piece) + (piece?.text ?? ''), '');
  return { id, text, moves: pieces.flatMap((piece) => (piece?.move ? [{ sentence: piece.text.replace(LIST_MARK, ''), move: piece.move }] : [])) };
}

interface Piece {
  readonly text: string;
  /** Undefined: it carries no label. */
  readonly move: Move | undefined;
  /** Whether it stands on a line of its own. */
  readonly apart: boolean;
}

/** Undefined for an empty line. */
function readLine(line: string, at: number, mistake: Mistake): Piece | undefined {
  if (!line.trim()) return undefined;
  const [, label = '', written = ''] = /^(\S+)\t(.+)$/.exec(line) ?? [];
  const move = MOVES.find((one) => one === label);
  if (!move && label !== UNLABELLED) throw mistake(at, `a line is a move, a tab and a sentence; “${line.slice(0, 30)}” is not. The moves are ${MOVES.join(', ')}.`);
  const text = written.trim().replaceAll(String.raw`\n`, '\n');
  return { text, move, apart: !move || LIST_MARK.test(text) };
}

function gapBetween(before: string, last: Piece | undefined, next: Piece | undefined): string {
  if (!next || !before) return '';
  if (!last) return '\n\n';
  if (next.apart) return '\n';
  if (last.apart) return '\n\n';
  return ENDED.test(last.text) ? ' ' : '\n';
}

/**
 * The parts of a body as they are made rather than read: a `SnippetPart` without its place. Whatever `parseSnippet`
 * gives is one too.
 */
export type Piece = TextPiece | StopPiece | FieldPiece;

/** Plain text, without escapes. */
export interface TextPiece {
  readonly kind: 'text';
  readonly text: string;
}

/** A place to fill in; 0 is where the cursor ends up. */
export interface StopPiece {
  readonly kind: 'stop';
  readonly number: number;
  readonly content: readonly Piece[];
  readonly choices?: readonly string[];
}

/** A named field, and what stands there when it is not known. */
export interface FieldPiece {
  readonly kind: 'field';
  readonly name: string;
  readonly content: readonly Piece[];
}

/** Writes a body that `parseSnippet` reads as these pieces, with no more escapes than it takes. */
export function writeSnippet(pieces: readonly Piece[]): string {
  return write(pieces, false);
}

/** Joins text pieces that stand side by side, and drops empty ones. */
export function joinText(pieces: readonly Piece[]): readonly Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (piece.kind !== 'text') joined.push(piece);
    else if (last?.kind === 'text') joined[joined.length - 1] = { kind: 'text', text: last.text + piece.text };
    else if (piece.text !== '') joined.push(piece);
  }
  return joined;
}

function write(pieces: readonly Piece[], inside: boolean): string {
  const joined = joinText(pieces);
  return joined.map((piece, i) => (piece.kind === 'text' ? escape(piece.text, inside, inside || i < joined.length - 1) : opened(piece))).join('');
}

function opened(piece: StopPiece | FieldPiece): string {
  const name = piece.kind === 'stop' ? String(piece.number) : piece.name;
  if (piece.kind === 'stop' && piece.choices && piece.choices.length > 0) return `\${${name}|${piece.choices.map(escapeChoice).join(',')}|}`;
  if (piece.content.length === 0) return piece.kind === 'stop' && piece.number === 0 ? '$0' : `\${${name}}`;
  return `\${${name}:${write(piece.content, true)}}`;
}

/** A backslash, a dollar or a brace is escaped only where it would be read as more than itself. */
function escape(text: string, inside: boolean, isFollowed: boolean): string {
  const end = isFollowed ? '|$' : '';
  const special = new RegExp(`\\\\(?=[$}\\\\]${end})|\\$(?=[\\w{]${end})${inside ? '|\\}' : ''}`, 'gu');
  return text.replace(special, '\\$&');
}

/** A choice ends on its own line. */
function escapeChoice(choice: string): string {
  return choice.replace(/\s*\n\s*/gu, ' ').replace(/[\\,|]/gu, '\\$&');
}

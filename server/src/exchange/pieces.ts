import type { FieldPiece, Piece, StopPiece, TextPiece } from '../core/packs/writeSnippet.js';
import { joinText } from '../core/packs/writeSnippet.js';

/** A piece that is inserted as it stands. */
export function text(of: string): TextPiece {
  return { kind: 'text', text: of };
}

/** A field with its default, if it has one. */
export function field(name: string, fallback?: string): FieldPiece {
  return { kind: 'field', name, content: fallback ? [text(fallback)] : [] };
}

/** A tab stop: what stands there until it is filled in, and what it may be filled in with. */
export function stop(number: number, content = '', choices?: readonly string[]): StopPiece {
  return { kind: 'stop', number, content: content === '' ? [] : [text(content)], ...(choices && { choices }) };
}

/** What pieces read as when nothing is filled in. Fields and stops without a text of their own give nothing. */
export function flat(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (piece.kind === 'text' ? piece.text : flat(piece.content))).join('');
}

/** Turns every text piece, outermost only, into other pieces. */
export function mapText(pieces: readonly Piece[], change: (text: string) => readonly Piece[]): readonly Piece[] {
  return joinText(pieces.flatMap((piece) => (piece.kind === 'text' ? change(piece.text) : [piece])));
}

/** Cuts a text at the matches of a global pattern; what stands between them is text. */
export function cut(source: string, pattern: RegExp, make: (match: RegExpMatchArray) => Piece | undefined): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of source.matchAll(pattern)) {
    const piece = make(match);
    if (!piece) continue;
    pieces.push(text(source.slice(from, match.index)), piece);
    from = match.index + match[0].length;
  }
  return joinText([...pieces, text(source.slice(from))]);
}

/** Gives a stop's text to its mirrors, for products that know no mirrors: `${1:Ana} … $1`. */
export function withMirrors(pieces: readonly Piece[]): readonly Piece[] {
  const first = new Map<number, StopPiece>();
  for (const piece of stopsIn(pieces)) if (piece.content.length > 0 && !first.has(piece.number)) first.set(piece.number, piece);
  return pieces.map((piece) => (piece.kind === 'stop' && piece.content.length === 0 ? (first.get(piece.number) ?? piece) : piece));
}

/** Every stop, those in stops and fields included. */
function stopsIn(pieces: readonly Piece[]): readonly StopPiece[] {
  return pieces.flatMap((piece) => (piece.kind === 'text' ? [] : [...(piece.kind === 'stop' ? [piece] : []), ...stopsIn(piece.content)]));
}

/** Every field, those in stops and fields included. */
export function fieldsIn(pieces: readonly Piece[]): readonly FieldPiece[] {
  return pieces.flatMap((piece) => (piece.kind === 'text' ? [] : [...(piece.kind === 'field' ? [piece] : []), ...fieldsIn(piece.content)]));
}

/** Gives stops their numbers: the same to the same, in the order of asking. */
export class StopNumbers {
  private readonly numbers = new Map<string, number>();

  of(key: string): number {
    const number = this.numbers.get(key) ?? this.numbers.size + 1;
    this.numbers.set(key, number);
    return number;
  }
}

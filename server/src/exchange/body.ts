import { toPlainText } from '../formats/replyFormats.js';
import { CONDITION } from '../core/packs/conditions.js';
import type { FieldPiece, Piece } from '../core/packs/writeSnippet.js';
import { joinText } from '../core/packs/writeSnippet.js';
import type { Braces } from './braces.js';
import { hasLooks, toHtml, toMarkdown } from './markdown.js';
import { Marks } from './marks.js';
import { cut, field, flat, text, withMirrors } from './pieces.js';
import type { Fields } from './placeholders.js';
import { readSlots, slotText } from './slots.js';

/** How a product writes what is not plain text. */
export interface Dialect {
  readonly braces: Braces;
  readonly fields: Fields;
  /** Told, in a sentence, what cannot be carried; the same may be told twice. */
  note(message: string): void;
}

/** A plain text, placeholders and slots read. */
export function readPlain(source: string, dialect: Dialect): readonly Piece[] {
  if (source.search(CONDITION) >= 0) noteConditions(dialect);
  const pieces = cut(source.replace(/\r\n?/gu, '\n'), dialect.braces.pattern, ([match]) => textOrPlaceholder(match, dialect));
  return readSlots(pieces, 'plain');
}

/** HTML, placeholders and slots read, as Markdown. @throws RangeError for HTML that is nested beyond reason */
export function readHtml(html: string, dialect: Dialect): readonly Piece[] {
  if (html.search(CONDITION) >= 0) noteConditions(dialect);
  const pattern = new RegExp(`${CONDITION.source}|${dialect.braces.pattern.source}`, dialect.braces.pattern.flags);
  const pieces = htmlPieces(html, pattern, ([match]) => textOrPlaceholder(match, dialect), dialect.note);
  return readSlots(pieces, 'escaped');
}

/** HTML as Markdown, cut at the matches of a global pattern. @throws RangeError for HTML that is nested beyond reason */
export function htmlPieces(html: string, pattern: RegExp, make: (match: RegExpMatchArray) => Piece | undefined, note: Dialect['note']): readonly Piece[] {
  if (hasLooks(html)) note('Colours, underlining, fonts and sizes are left out: Markdown has none.');
  if (/\s(?:col|row)span\s*=/iu.test(html)) note('Cells of its table that span others stand alone: Markdown knows none that do.');
  const marks = new Marks<Piece>(html);
  let marked = '';
  let from = 0;
  for (const match of html.matchAll(pattern)) {
    const piece = make(match);
    if (!piece) continue;
    marked += html.slice(from, match.index) + marks.put(piece);
    from = match.index + match[0].length;
  }
  return joinText(marks.split(toMarkdown(marked + html.slice(from))).flatMap(({ text: of, thing }) => [text(of), ...(thing ? [thing] : [])]));
}

/** A condition stays the text it is. */
function textOrPlaceholder(match: string, dialect: Dialect): Piece {
  return match.search(CONDITION) === 0 ? text(match) : placeholder(match, dialect);
}

function placeholder(match: string, { braces, fields, note }: Dialect): Piece {
  const { key, fallback } = braces.read(match);
  const meant = fields.slipIn(key);
  if (meant !== undefined) note(`“${key}” is no placeholder that we know there, and looks like a slip: “${meant}” was most likely meant. It is a field of its own in the pack; mend it in both places, or customers read a gap.`);
  return field(fields.nameOf(key), fallback);
}

function noteConditions({ note }: Dialect): void {
  note('Its conditions ({% if … %}, {{#if …}}) stay as they are; Deskside inserts them as text, so make a snippet of each case.');
}

/** Pieces as plain text. */
export function writePlain(pieces: readonly Piece[], dialect: Dialect): string {
  return withMirrors(pieces).map((piece) => plainly(piece, dialect)).join('');
}

function plainly(piece: Piece, dialect: Dialect): string {
  if (piece.kind === 'text') return piece.text;
  if (piece.kind === 'field') return placeholderFor(piece, dialect);
  return piece.number === 0 ? flat(piece.content) : `[${slotText(piece, false)}]`;
}

/** Pieces, whose text is Markdown, as HTML. */
export function writeHtml(pieces: readonly Piece[], dialect: Dialect): string {
  return converted(pieces, dialect, toHtml, true);
}

/** Pieces, whose text is Markdown, as they read in a plain text. */
export function writeText(pieces: readonly Piece[], dialect: Dialect): string {
  return converted(pieces, dialect, (markdown) => toPlainText(markdown, true), false);
}

function converted(pieces: readonly Piece[], dialect: Dialect, convert: (markdown: string) => string, isHtml: boolean): string {
  return convertMarked(withMirrors(pieces), convert, (piece, marks) => {
    const mark = (made: string) => marks.put(made);
    const bracket = (sign: string) => (isHtml ? marks.putTag(sign) : mark(sign));
    if (piece.kind === 'text') return piece.text.replace(CONDITION, (tag) => mark(tag.replace(/</gu, '&lt;').replace(/>/gu, '&gt;')));
    if (piece.kind === 'stop') return piece.number === 0 ? flat(piece.content) : bracket('[') + slotText(piece, isHtml) + bracket(']');
    return mark(placeholderFor(piece, dialect));
  });
}

/** Converts the Markdown that pieces make. What `write` marks is left alone by the conversion. */
export function convertMarked(pieces: readonly Piece[], convert: (markdown: string) => string, write: (piece: Piece, marks: Marks<string>) => string): string {
  const marks = new Marks<string>(JSON.stringify(pieces));
  const markdown = pieces.map((piece) => write(piece, marks)).join('');
  return marks.replace(convert(markdown), (made) => made);
}

function placeholderFor(piece: FieldPiece, { braces, fields, note }: Dialect): string {
  const key = fields.keyOf(piece.name);
  const fallback = flat(piece.content);
  if (typeof key !== 'string') {
    note(`“${piece.name}” has no placeholder there; it says [${spoken(piece.name)}], to be filled in by hand.`);
    return `[${spoken(piece.name)}]`;
  }
  if (fallback !== '' && !braces.holdsFallback) note(`What stands for “${piece.name}” when it is not known (“${fallback}”) is lost: placeholders there cannot say.`);
  return braces.write(key, fallback);
}

function spoken(name: string): string {
  return name.replace(/_+/gu, ' ');
}

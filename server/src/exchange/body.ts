import { toPlainText } from '../lsp/replyFormats.js';
import type { Piece } from '../core/packs/writeSnippet.js';
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

/** Conditions and loops. They run in their product alone, so that a pack holds them as the text they are. */
const TAG = /\{%-?\s*(?:if|elsif|else|endif|unless|endunless|case|when|endcase|for|endfor|assign|capture|endcapture|comment|endcomment|raw|endraw)\b[^%\n]{0,300}%\}/gu;

/** A plain text, placeholders and slots read. */
export function readPlain(source: string, dialect: Dialect): readonly Piece[] {
  if (source.search(TAG) >= 0) noteTags(dialect);
  const pieces = cut(source.replace(/\r\n?/gu, '\n'), dialect.braces.pattern, ([match]) => placeholder(match, dialect));
  return readSlots(pieces, 'plain');
}

/** HTML, placeholders and slots read, as Markdown. @throws RangeError for HTML that is nested beyond reason */
export function readHtml(html: string, dialect: Dialect): readonly Piece[] {
  if (html.search(TAG) >= 0) noteTags(dialect);
  const pattern = new RegExp(`${TAG.source}|${dialect.braces.pattern.source}`, dialect.braces.pattern.flags);
  const pieces = htmlPieces(html, pattern, ([match]) => (match.search(TAG) === 0 ? text(match) : placeholder(match, dialect)), dialect.note);
  return readSlots(pieces, 'escaped');
}

/** HTML as Markdown, cut at the matches of a global pattern. @throws RangeError for HTML that is nested beyond reason */
export function htmlPieces(html: string, pattern: RegExp, make: (match: RegExpMatchArray) => Piece | undefined, note: Dialect['note']): readonly Piece[] {
  if (hasLooks(html)) note('Colours, underlining, fonts and sizes are left out: Markdown has none.');
  if (/<table\b/iu.test(html)) note('Its table stays as HTML, which people see as code while they write.');
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

function placeholder(match: string, { braces, fields }: Dialect): Piece {
  const { key, fallback } = braces.read(match);
  return field(fields.nameOf(key), fallback);
}

function noteTags({ note }: Dialect): void {
  note('Its conditions ({% if … %}) stay as they are; Deskside inserts them as text, so make a snippet of each case.');
}

/** Pieces as plain text. */
export function writePlain(pieces: readonly Piece[], dialect: Dialect): string {
  return withMirrors(pieces).map((piece) => (piece.kind === 'text' ? piece.text : written(piece, dialect, '[', ']'))).join('');
}

/** Pieces, whose text is Markdown, as HTML. */
export function writeHtml(pieces: readonly Piece[], dialect: Dialect): string {
  return converted(pieces, dialect, toHtml);
}

/** Pieces, whose text is Markdown, as they read in a plain text. */
export function writeText(pieces: readonly Piece[], dialect: Dialect): string {
  return converted(pieces, dialect, (markdown) => toPlainText(markdown, true));
}

function converted(pieces: readonly Piece[], dialect: Dialect, convert: (markdown: string) => string): string {
  return convertMarked(withMirrors(pieces), convert, (piece, mark) => {
    if (piece.kind === 'text') return piece.text.replace(TAG, (tag) => mark(tag.replace(/</gu, '&lt;').replace(/>/gu, '&gt;')));
    if (piece.kind === 'stop') return written(piece, dialect, mark('['), mark(']'));
    return mark(written(piece, dialect, '[', ']'));
  });
}

/** Converts the Markdown that pieces make. What `write` marks is left alone by the conversion. */
export function convertMarked(pieces: readonly Piece[], convert: (markdown: string) => string, write: (piece: Piece, mark: (text: string) => string) => string): string {
  const marks = new Marks<string>(JSON.stringify(pieces));
  const markdown = pieces.map((piece) => write(piece, (made) => marks.put(made))).join('');
  return marks.replace(convert(markdown), (made) => made);
}

function written(piece: Exclude<Piece, { kind: 'text' }>, { braces, fields, note }: Dialect, open: string, close: string): string {
  if (piece.kind === 'stop') return piece.number === 0 ? flat(piece.content) : open + slotText(piece) + close;
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

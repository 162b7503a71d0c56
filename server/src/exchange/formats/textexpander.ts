import { CsvError, parse } from 'csv-parse/sync';
import type { Piece } from '../../core/packs/writeSnippet.js';
import { noter } from '../api.js';
import { convertMarked, htmlPieces } from '../body.js';
import { FormReader, FormWriter, suggestedFirst } from '../forms.js';
import type { FormEntry } from '../forms.js';
import { ExchangeError } from '../library.js';
import type { Format, JsonObject, Library, Note, Reading, Template, Writing } from '../library.js';
import { toHtml } from '../markdown.js';
import { cut, field, flat, stop, text, withMirrors } from '../pieces.js';
import { Fields } from '../placeholders.js';

/** `%filltext:name=…%` and its kin, `%clipboard`, `%|`, `%%`, nested snippets and keys, and runs of dates: `%Y-%m-%d`. */
const MACRO =
  /%%|%\||%clipboard|%fillpartend%|%(?<word>filltext|fillarea|fillpopup|fillpart|snippet|key):(?<rest>[^%\n]{0,500})%|(?:%@[+-]\d{1,4}[YMDhms]|%1?[aAbBdeHIjmMpSyY](?![a-z]))(?:[-/.:, ]{0,2}(?:%@[+-]\d{1,4}[YMDhms]|%1?[aAbBdeHIjmMpSyY](?![a-z]))){0,9}/gu;
const RICH = /^\s*<(?:!doctype|html|body|p|div|span|ul|ol|b|strong|a|font|br|h[1-6])\b/iu;

/** The first cell of a first row that names the columns. */
const HEADER = /^\s*(?:abbreviation|shortcut)\s*$/iu;

/** TextExpander: a group as CSV, which has the abbreviation, the text and perhaps a label in each row. */
export const textexpander: Format = { id: 'textexpander', title: 'TextExpander', read, write };

function read(source: string): Reading {
  if (source.trim() === '') throw new ExchangeError('is empty; export the group again, as CSV');
  const rows = rowsIn(source);
  const fields = new Fields(undefined);
  const notes: Note[] = [];
  const [first = []] = rows;
  const header = HEADER.test(first[0] ?? '') ? [...first] : undefined;
  const templates = (header ? rows.slice(1) : rows).flatMap((row, i) => readRow(row, i, fields, notes) ?? []);
  return { library: { templates, ownFields: fields.ownFields, ...(header && { kept: { header } }) }, notes };
}

function rowsIn(source: string): readonly (readonly string[])[] {
  try {
    return parse(source, { bom: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true });
  } catch (error) {
    if (error instanceof CsvError) throw new ExchangeError('has a quotation mark that is never closed; put texts with commas, quotes or line breaks in quotes, and write " in them as ""');
    throw error;
  }
}

function readRow([abbreviation = '', content = '', label = '']: readonly string[], index: number, fields: Fields, notes: Note[]): Template | undefined {
  const title = label.trim() || flat(readBody(content, fields, () => undefined).body).trim().split('\n')[0]?.slice(0, 60) || abbreviation;
  if (content.trim() === '') {
    notes.push({ entry: title || `Row ${index + 1}`, message: 'It has no text; a row has an abbreviation, a text and perhaps a label.', leftOut: true });
    return undefined;
  }
  const { body, kept } = readBody(content, fields, noter(title, notes));
  return { title, folders: [], prefix: abbreviation === '' ? [] : [abbreviation], body, kept: { ...kept, ...(label === '' && { label: false }) } };
}

function readBody(content: string, fields: Fields, note: (message: string) => void): { body: readonly Piece[]; kept: JsonObject } {
  const form = new FormReader();
  const make = (match: RegExpMatchArray) => readMacro(match, form, fields, note);
  const isRich = RICH.test(content);
  const body = isRich ? htmlPieces(content, MACRO, make, note) : cut(content.replace(/\r\n?/gu, '\n'), MACRO, make);
  return { body, kept: { ...form.kept, ...(isRich && { rich: true }) } };
}

function readMacro({ 0: match, groups = {} }: RegExpMatchArray, form: FormReader, fields: Fields, note: (message: string) => void): Piece {
  const rest = groups['rest'] ?? '';
  if (match === '%%') return text('%');
  if (match === '%|') return stop(0);
  if (match === '%clipboard') return field('clipboard');
  if (groups['word'] === 'filltext' || groups['word'] === 'fillarea') return form.piece(readFill(rest));
  if (groups['word'] === 'fillpopup') return form.piece(readPopup(rest));
  if (groups['word'] === 'snippet') return field(fields.nameOf(match, match));
  if (groups['word'] === 'key') note(`“${match}” presses a key; that is left out.`);
  else if (match.startsWith('%fillpart')) note('Its optional part stays, and is always there; TextExpander can ask for it no more.');
  else return field(fields.nameOf(`date ${match}`, match));
  return text('');
}

/** A colon before a known word begins the next option; others belong to the text. */
function readFill(rest: string): FormEntry {
  const options = new Map(rest.split(/:(?=(?:name|default|width|height)=)/u).map((option) => [option.slice(0, option.indexOf('=')), option.slice(option.indexOf('=') + 1)]));
  const suggested = options.get('default');
  return { name: options.get('name') || 'text', ...(suggested && { default: suggested }) };
}

function readPopup(rest: string): FormEntry {
  const options = rest.split(':');
  const after = (word: string) => options.find((option) => option.startsWith(word))?.slice(word.length);
  const choices = options.filter((option) => !/^(?:name|width)=/u.test(option)).map((option) => option.replace(/^default=/u, ''));
  return { name: after('name=') ?? 'choice', choices: suggestedFirst(choices, after('default=')) };
}

function write({ templates, ownFields, kept }: Library): Writing {
  const notes: Note[] = [];
  const fields = new Fields(undefined, ownFields);
  const rows = templates.map((template) => {
    const row = [template.prefix?.[0] ?? '', writeBody(template, fields, noter(template.title, notes))];
    return template.kept?.['label'] === false ? row : [...row, template.title];
  });
  for (const { title, prefix = [] } of templates) if (prefix.length > 1) notes.push({ entry: title, message: `Only “${prefix[0]}” expands to it: an entry there has one abbreviation.` });
  const header = kept?.['header'];
  return { text: [...(Array.isArray(header) ? [header.map(String)] : []), ...rows].map((row) => `${row.map(cell).join(',')}\n`).join(''), notes };
}

function cell(of: string): string {
  return /[",\r\n]|^\s|\s$/u.test(of) ? `"${of.replaceAll('"', '""')}"` : of;
}

function writeBody({ body, kept = {} }: Template, fields: Fields, note: (message: string) => void): string {
  const form = new FormWriter(kept);
  const made = (piece: Exclude<Piece, { kind: 'text' }>) => writeMacro(piece, form, fields, note);
  const pieces = withMirrors(body);
  const percent = (of: string) => of.replaceAll('%', '%%');
  if (kept['rich'] !== true) return pieces.map((piece) => (piece.kind === 'text' ? percent(piece.text) : made(piece))).join('');
  return convertMarked(pieces, toHtml, (piece, marks) => (piece.kind === 'text' ? percent(piece.text) : marks.put(made(piece))));
}

function writeMacro(piece: Exclude<Piece, { kind: 'text' }>, form: FormWriter, fields: Fields, note: (message: string) => void): string {
  if (piece.kind === 'stop' && piece.number === 0) return '%|';
  if (piece.kind === 'field' && piece.name === 'clipboard') return '%clipboard';
  const key = piece.kind === 'field' ? fields.keyOf(piece.name) : undefined;
  if (typeof key === 'string') return key;
  const { name, default: suggested = '', choices } = form.entry(piece);
  if (choices?.some((choice) => choice.includes(':'))) note('Colons in its choices become full stops: colons part the choices there.');
  if (choices) return `%fillpopup:name=${plain(name)}:default=${choices.map((choice) => plain(choice).replaceAll(':', '.')).join(':')}%`;
  return `%filltext:name=${plain(name)}${suggested === '' ? '' : `:default=${plain(suggested)}`}%`;
}

/** Nothing that would end the macro. */
function plain(of: string): string {
  return of.replace(/[%\n]+/gu, ' ');
}

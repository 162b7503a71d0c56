import type { Piece } from '../../core/packs/writeSnippet.js';
import { noter } from '../api.js';
import { convertMarked, htmlPieces } from '../body.js';
import { decodeEntities, escapeHtml } from '../entities.js';
import { FormReader, FormWriter, suggestedFirst } from '../forms.js';
import type { FormEntry } from '../forms.js';
import { parseJson, printJson } from '../json.js';
import { ExchangeError, isObject, textAt, without } from '../library.js';
import type { Format, Json, JsonObject, Library, Note, Reading, Template, Writing } from '../library.js';
import { toHtml } from '../markdown.js';
import { cut, field, stop, withMirrors } from '../pieces.js';
import { Fields } from '../placeholders.js';

/** A command in braces. Others are text, as are those with commands inside. */
const COMMAND = /\{(?<word>formtext|formparagraph|formmenu|formdate|clipboard|cursor|time|user|site|import|key|image|urlload|=)(?:\s*:)?(?<rest>[^{}\n]{0,500})\}/gu;
const LOGIC = /\{(?:if|elseif|else|endif|repeat|endrepeat|formtoggle|endformtoggle|note|endnote)\b[^{}\n]{0,300}\}/u;
/** Where snippets go that stand in no folder. */
const DEFAULT_FOLDER = 'Snippets';

/** Text Blaze: its folders as JSON. */
export const textblaze: Format = { id: 'textblaze', title: 'Text Blaze', read, write };

function read(source: string): Reading {
  const data = parseJson(source);
  const folders = isObject(data) && Array.isArray(data['folders']) ? data['folders'].filter(isObject) : undefined;
  if (!isObject(data) || !folders) throw new ExchangeError('holds no folders; Text Blaze gives them under “folders”');
  const fields = new Fields(undefined);
  const notes: Note[] = [];
  const templates = folders.flatMap((folder) => readFolder(folder, fields, notes));
  const kept = { ...without(data, 'folders'), folders: Object.fromEntries(folders.map((folder) => [folderName(folder), without(folder, 'name', 'snippets')])) };
  return { library: { templates, ownFields: fields.ownFields, kept }, notes };
}

function folderName(folder: JsonObject): string {
  return textAt(folder, 'name')?.trim() || DEFAULT_FOLDER;
}

function readFolder(folder: JsonObject, fields: Fields, notes: Note[]): Template[] {
  const snippets: readonly Json[] = Array.isArray(folder['snippets']) ? folder['snippets'] : [];
  return snippets.flatMap((entry, i) => readEntry(entry, `${folderName(folder)}, ${i + 1}`, folderName(folder), fields, notes) ?? []);
}

function readEntry(entry: Json, place: string, folder: string, fields: Fields, notes: Note[]): Template | undefined {
  const title = isObject(entry) ? (textAt(entry, 'name')?.trim() ?? '') || textAt(entry, 'shortcut') : undefined;
  const skip = (message: string): undefined => void notes.push({ entry: title || place, message, leftOut: true });
  if (!isObject(entry) || !title) return skip('It is no snippet: it has neither a name nor a shortcut.');
  const [html, plain] = [textAt(entry, 'html'), textAt(entry, 'text')];
  if (!html?.trim() && !plain?.trim()) return skip('It has no text.');
  const form = new FormReader();
  const note = noter(title, notes);
  if (LOGIC.test(html ?? plain ?? '')) note('Its conditions and toggles ({if: …}) stay as they are; Deskside inserts them as text, so make a snippet of each case.');
  const shortcut = textAt(entry, 'shortcut');
  try {
    const make = (match: RegExpMatchArray) => readCommand(match, form, fields);
    const body = html?.trim() ? htmlPieces(html, COMMAND, make, note) : cut((plain ?? '').replace(/\r\n?/gu, '\n'), COMMAND, make);
    const kept = { ...without(entry, 'name', 'shortcut'), ...(html !== undefined && { html: null }), ...(plain !== undefined && { text: null }), ...form.kept };
    return { title, folders: [folder], prefix: shortcut ? [shortcut] : [], body, kept };
  } catch (error) {
    if (error instanceof RangeError) return skip('Its HTML is nested too deeply to be read.');
    throw error;
  }
}

function readCommand({ 0: match, groups = {} }: RegExpMatchArray, form: FormReader, fields: Fields): Piece {
  const command = decodeEntities(match);
  const rest = decodeEntities(groups['rest'] ?? '');
  switch (groups['word']) {
    case 'formtext':
    case 'formparagraph':
      return form.piece(readForm(rest, groups['word']));
    case 'formmenu':
      return form.piece(readMenu(rest));
    case 'clipboard':
      return field('clipboard');
    case 'cursor':
      return stop(0);
    default:
      return field(fields.nameOf(command, command));
  }
}

function optionsOf(rest: string): readonly string[] {
  return rest.split(';').map((option) => option.trim()).filter(Boolean);
}

function after(options: readonly string[], word: string): string | undefined {
  return options.find((option) => option.startsWith(word))?.slice(word.length).trim();
}

function readForm(rest: string, word: string): FormEntry {
  const options = optionsOf(rest);
  const suggested = after(options, 'default=');
  return { name: after(options, 'name=') || (word === 'formtext' ? 'text' : 'paragraph'), ...(suggested && { default: suggested }) };
}

function readMenu(rest: string): FormEntry {
  const options = optionsOf(rest);
  const choices = options.filter((option) => !/^(?:name|multiple|cols|width|itemlabels|values)=/u.test(option)).map((option) => option.replace(/^default=/u, '').trim());
  return { name: after(options, 'name=') ?? 'choice', choices: suggestedFirst(choices, after(options, 'default=')) };
}

function write({ templates, ownFields, kept = {} }: Library): Writing {
  const notes: Note[] = [];
  const fields = new Fields(undefined, ownFields);
  const known = isObject(kept['folders']) ? kept['folders'] : {};
  const folders = new Map<string, JsonObject[]>(Object.keys(known).map((name) => [name, []]));
  for (const template of templates) {
    const name = template.folders.join(' / ') || DEFAULT_FOLDER;
    folders.set(name, [...(folders.get(name) ?? []), writeEntry(template, fields)]);
    if ((template.prefix?.length ?? 0) > 1) notes.push({ entry: template.title, message: `Only “${template.prefix?.[0]}” inserts it: a snippet there has one shortcut.` });
  }
  const listed = [...folders].map(([name, snippets]) => ({ ...(isObject(known[name]) ? known[name] : {}), name, snippets }));
  return { text: printJson({ ...without(kept, 'folders'), folders: listed }), notes };
}

function writeEntry({ title, prefix = [], body, kept = { text: null } }: Template, fields: Fields): JsonObject {
  const made = (pieces: readonly Piece[], isHtml: boolean) => {
    const form = new FormWriter(kept);
    const command = (piece: Exclude<Piece, { kind: 'text' }>) => writeCommand(piece, form, fields);
    if (!isHtml) return pieces.map((piece) => (piece.kind === 'text' ? piece.text : command(piece))).join('');
    return convertMarked(pieces, toHtml, (piece, marks) => (piece.kind === 'text' ? piece.text : marks.put(escapeHtml(command(piece)))));
  };
  const pieces = withMirrors(body);
  const [shortcut] = prefix;
  return {
    ...without(kept, 'stops'),
    name: title,
    ...(shortcut !== undefined && { shortcut }),
    ...(Object.hasOwn(kept, 'text') && { text: made(pieces, false) }),
    ...(Object.hasOwn(kept, 'html') && { html: made(pieces, true) }),
  };
}

function writeCommand(piece: Exclude<Piece, { kind: 'text' }>, form: FormWriter, fields: Fields): string {
  if (piece.kind === 'stop' && piece.number === 0) return '{cursor}';
  if (piece.kind === 'field' && piece.name === 'clipboard') return '{clipboard}';
  const key = piece.kind === 'field' ? fields.keyOf(piece.name) : undefined;
  if (typeof key === 'string') return key;
  const { name, default: suggested, choices } = form.entry(piece);
  if (choices) return `{formmenu: default=${choices.map(plain).join('; ')}; name=${plain(name)}}`;
  return `{formtext: name=${plain(name)}${suggested === undefined ? '' : `; default=${plain(suggested)}`}}`;
}

/** Nothing that would end the command or its option. */
function plain(of: string): string {
  return of.replace(/[{}\n]+/gu, ' ').replaceAll(';', ',');
}

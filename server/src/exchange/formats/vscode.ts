import { parse, printParseErrorCode } from 'jsonc-parser';
import type { ParseError } from 'jsonc-parser';
import { isEditorField } from '../../core/packs/fields.js';
import { parseSnippet } from '../../core/packs/snippet-syntax.js';
import { writeSnippet } from '../../core/packs/writeSnippet.js';
import type { Piece } from '../../core/packs/writeSnippet.js';
import { noter } from '../api.js';
import { printJson } from '../json.js';
import { ExchangeError, isObject, without } from '../library.js';
import type { Format, Json, JsonObject, Library, Note, Reading, Template, Writing } from '../library.js';
import { Fields, PLACEHOLDERS } from '../placeholders.js';

/** `${TM_FILENAME/pattern/format/options}`: what VS Code makes of a variable, for which packs have no words. */
const TRANSFORM = /\$\{(\w{1,40})\/(?:\\.|[^\\/\n]){0,200}\/(?:\\.|\$\{[^{}\n]{0,100}\}|[^\\/\n]){0,200}\/[a-z]{0,5}\}/gu;

/** VS Code: a `.code-snippets` file, or a language's snippets. */
export const vscode: Format = { id: 'vscode', title: 'VS Code', read, write };

function read(source: string): Reading {
  const data = parseFile(source);
  const fields = new Fields('vscode');
  const notes: Note[] = [];
  const templates = Object.entries(data).flatMap(([title, entry]) => readEntry(title, entry, fields, notes) ?? []);
  return { library: { templates, ownFields: fields.ownFields }, notes };
}

function parseFile(source: string): JsonObject {
  if (source.trim() === '') throw new ExchangeError('is empty; choose a file that ends with .code-snippets');
  const errors: ParseError[] = [];
  const data = tolerant(source, errors);
  const [error] = errors;
  if (error) throw new ExchangeError(`is not JSON, from line ${source.slice(0, error.offset).split('\n').length} on (${printParseErrorCode(error.error)}); mend it there`);
  if (!isObject(data)) throw new ExchangeError('holds no snippets; VS Code’s stand in one pair of braces, each under its name');
  return data;
}

/** The parser runs out of stack on a file of nothing but brackets. */
function tolerant(source: string, errors: ParseError[]): Json | undefined {
  try {
    return parse(source, errors, { allowTrailingComma: true }) as Json | undefined;
  } catch {
    throw new ExchangeError('is nested too deeply; write it out plainly');
  }
}

function readEntry(title: string, entry: Json, fields: Fields, notes: Note[]): Template | undefined {
  const body = isObject(entry) ? linesAt(entry, 'body')?.join('\n') : undefined;
  if (!isObject(entry) || body === undefined || body.trim() === '') {
    notes.push({ entry: title, message: 'It has no “body”, so there is no snippet in it.', leftOut: true });
    return undefined;
  }
  const description = linesAt(entry, 'description')?.join(' ').trim();
  const kept = without(entry, 'prefix', 'body', 'description');
  return {
    title,
    folders: [],
    prefix: linesAt(entry, 'prefix') ?? [],
    ...(description && { description }),
    body: readBody(body, fields, noter(title, notes)),
    kept: { ...kept, ...(Array.isArray(entry['body']) && { bodyLines: true }), ...(Array.isArray(entry['prefix']) && { prefixes: true }) },
  };
}

/** Text, or a list of texts. */
function linesAt(entry: JsonObject, key: string): readonly string[] | undefined {
  const value = entry[key];
  if (typeof value === 'string') return [value];
  return Array.isArray(value) && value.every((line) => typeof line === 'string') ? value : undefined;
}

function readBody(body: string, fields: Fields, note: (message: string) => void): readonly Piece[] {
  const plain = body.replace(TRANSFORM, (_, name: string) => {
    note(`What VS Code makes of “${name}” with a pattern is left out; “${name}” itself stays.`);
    return `\${${name}}`;
  });
  return renamed(parseSnippet(plain.replace(/\r\n?/gu, '\n')).parts, (name) => (Object.hasOwn(PLACEHOLDERS, name) || isEditorField(name) ? name : fields.nameOf(name)));
}

function renamed(pieces: readonly Piece[], nameOf: (name: string) => string): readonly Piece[] {
  return pieces.map((piece) => {
    if (piece.kind === 'text') return piece;
    const content = renamed(piece.content, nameOf);
    return piece.kind === 'field' ? { ...piece, name: nameOf(piece.name), content } : { ...piece, content };
  });
}

function write({ templates, ownFields }: Library): Writing {
  const fields = new Fields('vscode', ownFields);
  const entries: Record<string, Json> = {};
  for (const template of templates) {
    let name = template.title;
    for (let n = 2; Object.hasOwn(entries, name); n++) name = `${template.title} (${n})`;
    Object.defineProperty(entries, name, { value: writeEntry(template, fields), enumerable: true });
  }
  return { text: printJson(entries), notes: [] };
}

function writeEntry({ prefix = [], description, body, kept = {} }: Template, fields: Fields): JsonObject {
  const nameOf = (name: string) => {
    const key = fields.keyOf(name);
    return typeof key === 'string' ? key : name;
  };
  const lines = writeSnippet(renamed(body, nameOf)).split('\n');
  const [first] = prefix;
  return {
    ...without(kept, 'bodyLines', 'prefixes'),
    ...(first !== undefined && { prefix: prefix.length > 1 || kept['prefixes'] === true ? prefix : first }),
    body: lines.length > 1 || kept['bodyLines'] === true ? lines : (lines[0] ?? ''),
    ...(description !== undefined && { description }),
  };
}

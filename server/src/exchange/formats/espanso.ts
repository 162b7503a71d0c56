import { stringify } from 'yaml';
import type { Piece } from '../../core/packs/writeSnippet.js';
import { readYaml } from '../../files/yaml.js';
import { noter } from '../api.js';
import { FormReader, FormWriter, suggestedFirst } from '../forms.js';
import type { FormEntry } from '../forms.js';
import { ExchangeError, isObject, textAt, without } from '../library.js';
import type { Format, Json, JsonObject, Library, Note, Reading, Template, Writing } from '../library.js';
import { cut, field, stop, text, withMirrors } from '../pieces.js';
import { Fields } from '../placeholders.js';

/** `{{variable}}`, `{{form.field}}`, `[[field]]` and where the cursor goes. */
const TOKEN = /\$\|\$|\{\{\s*(?<variable>[\w.-]{1,60})\s*\}\}|\[\[\s*(?<entry>[\w-]{1,60})\s*\]\]/gu;
const COMMANDS = new Set(['shell', 'script']);

/** espanso: a file of matches, such as a package's `package.yml`. */
export const espanso: Format = { id: 'espanso', title: 'espanso', read, write };

async function read(source: string): Promise<Reading> {
  if (source.trim() === '') throw new ExchangeError('is empty; choose a match file or a package’s package.yml');
  const { data, problems } = await readYaml(source, '');
  const [problem] = problems;
  if (problem) throw new ExchangeError(`is not YAML, from line ${problem.line} on; ${problem.message.replace(/\.$/u, '')}`);
  if (!isObject(data) || !Array.isArray(data['matches'])) throw new ExchangeError('holds no matches; espanso’s stand under “matches:”');
  const reader = new MatchReader(variablesOf(data['global_vars']));
  const templates = data['matches'].flatMap((match: Json, i) => reader.read(match, `Match ${i + 1}`) ?? []);
  const kept = withoutCommands(without(data, 'matches'), reader.notes);
  return { library: { templates, ownFields: reader.fields.ownFields, ...(Object.keys(kept).length > 0 && { kept }) }, notes: reader.notes };
}

/** Variables by name. */
function variablesOf(list: Json | undefined): ReadonlyMap<string, JsonObject> {
  return new Map((Array.isArray(list) ? list.filter(isObject) : []).flatMap((one) => (textAt(one, 'name') === undefined ? [] : [[String(one['name']), one]])));
}

function withoutCommands(rest: JsonObject, notes: Note[]): JsonObject {
  const list = rest['global_vars'];
  if (!Array.isArray(list)) return rest;
  const safe = list.filter((one) => isObject(one) && !COMMANDS.has(String(one['type'])));
  if (safe.length < list.length) notes.push({ message: 'Global variables that run a command are left out: packs hold texts alone.' });
  return safe.length > 0 ? { ...rest, global_vars: safe } : without(rest, 'global_vars');
}

class MatchReader {
  readonly notes: Note[] = [];
  readonly fields = new Fields(undefined);

  constructor(private readonly globals: ReadonlyMap<string, JsonObject>) {}

  read(match: Json, place: string): Template | undefined {
    const triggers = isObject(match) ? triggersOf(match) : [];
    const title = (isObject(match) && textAt(match, 'label')) || triggers[0] || place;
    const key = isObject(match) ? ['form', 'markdown', 'replace'].find((one) => textAt(match, one)?.trim()) : undefined;
    const skip = (message: string): undefined => void this.notes.push({ entry: title, message, leftOut: true });
    if (!isObject(match) || key === undefined) return skip('It inserts no text that a snippet can hold: only “replace”, “markdown” and “form” do.');
    const note = noter(title, this.notes);
    if (match['regex'] !== undefined) note('Its trigger is a pattern, and packs have plain prefixes; it gets one of its title.');
    const form = new FormReader();
    const locals = variablesOf(match['vars']);
    const body = cut(String(match[key]).replace(/\r\n?/gu, '\n'), TOKEN, (token) => this.piece(token, match, locals, form, note));
    const tags = tagsOf(match['search_terms']);
    const kept = without(match, 'label', 'trigger', 'triggers', 'form', 'markdown', 'replace', 'vars', 'form_fields', ...(tags ? ['search_terms'] : []));
    return {
      title,
      folders: [],
      prefix: triggers,
      ...(tags && { tags }),
      body: body.map((piece) => (piece.kind === 'text' ? text(piece.text.replace(/\\([{}])\1/gu, '$1$1')) : piece)),
      kept: {
        ...kept,
        ...form.kept,
        ...(key === 'markdown' && { markdown: null }),
        ...(textAt(match, 'label') === undefined && { label: false }),
        ...(Array.isArray(match['triggers']) && { triggers: true }),
        ...looksOf(match['form_fields']),
      },
    };
  }

  private piece({ 0: token, groups = {} }: RegExpMatchArray, match: JsonObject, locals: ReadonlyMap<string, JsonObject>, form: FormReader, note: (message: string) => void): Piece | undefined {
    if (token === '$|$') return stop(0);
    const { entry, variable } = groups;
    if (entry !== undefined) return textAt(match, 'form') === undefined ? undefined : form.piece(entryOf(entry, match['form_fields']));
    if (variable === undefined) return undefined;
    const [name = '', part] = variable.split('.');
    const found = locals.get(name) ?? this.globals.get(name);
    return this.variable(variable, name, part, found, form, note);
  }

  private variable(whole: string, name: string, part: string | undefined, found: JsonObject | undefined, form: FormReader, note: (message: string) => void): Piece {
    const params = isObject(found?.['params']) ? found['params'] : {};
    const type = found === undefined ? '' : String(found['type']);
    if (COMMANDS.has(type)) {
      note(`“{{${whole}}}” runs a command (${type}); it is left out, and its place is a tab stop.`);
      return form.piece({ name: whole.replaceAll('.', '_') });
    }
    if (type === 'form' && part !== undefined) return form.piece(entryOf(part, params['fields']));
    if (type === 'choice') return form.piece({ name, choices: valuesOf(params['values']) });
    if (type === 'clipboard' && name === 'clipboard') return field('clipboard');
    const echo = type === 'echo' ? textAt(params, 'echo') : undefined;
    return field(this.fields.nameOf(name, found ?? whole), echo);
  }
}

function triggersOf(match: JsonObject): readonly string[] {
  const many = match['triggers'];
  if (Array.isArray(many)) return many.filter((one) => typeof one === 'string');
  const only = textAt(match, 'trigger');
  return only === undefined ? [] : [only];
}

function entryOf(name: string, fields: Json | undefined): FormEntry {
  const known = isObject(fields) && isObject(fields[name]) ? fields[name] : {};
  const values = valuesOf(known['values']);
  const suggested = textAt(known, 'default');
  if (values.length > 0) return { name, choices: suggestedFirst(values, suggested) };
  return { name, ...(suggested && { default: suggested }) };
}

/** Search terms that a snippet can hold as they are. */
function tagsOf(terms: Json | undefined): readonly string[] | undefined {
  const tags = Array.isArray(terms) ? terms.filter((term) => typeof term === 'string') : [];
  const fit = Array.isArray(terms) && tags.length === terms.length && tags.length <= 50 && tags.every((tag) => /^[\p{L}\p{N}][\p{L}\p{N} _-]{0,38}$/u.test(tag) && tag === tag.trim());
  return fit && tags.length > 0 ? tags : undefined;
}

/** What a form's fields say beside their texts: `multiline`, a `list` instead of a `choice`. */
function looksOf(fields: Json | undefined): JsonObject {
  const looks = Object.entries(isObject(fields) ? fields : {}).flatMap(([name, one]) => (isObject(one) ? [[name, without(one, 'default', 'values')] as const] : []));
  return looks.some(([, look]) => Object.keys(look).length > 0) ? { looks: Object.fromEntries(looks) } : {};
}

/** A list of texts, of `{label}`s, or a text with one a line. */
function valuesOf(values: Json | undefined): readonly string[] {
  if (typeof values === 'string') return values.split('\n').map((line) => line.trim()).filter(Boolean);
  return (Array.isArray(values) ? values : []).flatMap((one: Json) => (typeof one === 'string' ? [one] : isObject(one) && typeof one['label'] === 'string' ? [one['label']] : []));
}

function write({ templates, ownFields, kept = {} }: Library): Writing {
  const fields = new Fields(undefined, ownFields);
  const globals = variablesOf(kept['global_vars']);
  const matches = templates.map((template) => writeMatch(template, fields, globals));
  const file = { ...kept, matches };
  const safe = harmless(file);
  // What a pack keeps for espanso may have been written by anybody.
  const notes = JSON.stringify(safe) === JSON.stringify(file) ? [] : [{ message: 'Something that the pack kept for espanso runs a command; it is left out.' }];
  return { text: stringify(safe, { lineWidth: 0 }), notes };
}

/** A value without the variables that run commands, however deep they stand. */
function harmless(value: Json): Json {
  if (Array.isArray(value)) return value.filter((one: Json) => !(isObject(one) && COMMANDS.has(String(one['type'])))).map(harmless);
  return isObject(value) ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, harmless(one)])) : value;
}

function writeMatch({ title, prefix = [], tags, body, kept = {} }: Template, fields: Fields, globals: ReadonlyMap<string, JsonObject>): JsonObject {
  const writer = new BodyWriter(kept, fields, globals);
  const written = withMirrors(body).map((piece) => writer.token(piece)).join('');
  const key = Object.hasOwn(kept, 'markdown') ? 'markdown' : 'replace';
  const [first] = prefix;
  return {
    ...(kept['regex'] === undefined && (prefix.length > 1 || kept['triggers'] === true ? { triggers: prefix } : first !== undefined && { trigger: first })),
    ...(kept['label'] !== false && { label: title }),
    ...(tags && { search_terms: tags }),
    ...without(kept, 'stops', 'markdown', 'label', 'triggers', 'looks'),
    ...(writer.hasForm ? { form: written, ...(writer.details.length > 0 && { form_fields: Object.fromEntries(writer.details) }) } : { [key]: written }),
    ...(writer.variables.size > 0 && { vars: [...writer.variables.values()] }),
  };
}

class BodyWriter {
  private readonly entries = new Set<string>();
  readonly details: [string, JsonObject][] = [];
  readonly variables = new Map<string, JsonObject>();
  private readonly form: FormWriter;
  private readonly looks: JsonObject;

  constructor(kept: JsonObject, private readonly fields: Fields, private readonly globals: ReadonlyMap<string, JsonObject>) {
    this.form = new FormWriter(kept);
    this.looks = isObject(kept['looks']) ? kept['looks'] : {};
  }

  get hasForm(): boolean {
    return this.entries.size > 0;
  }

  token(piece: Piece): string {
    if (piece.kind === 'text') return piece.text;
    if (piece.kind === 'stop' && piece.number === 0) return '$|$';
    const meaning = piece.kind === 'field' ? this.fields.keyOf(piece.name) : undefined;
    if (piece.kind === 'field' && piece.name === 'clipboard') return this.variable({ name: 'clipboard', type: 'clipboard' });
    if (typeof meaning === 'string') return `{{${meaning}}}`;
    if (isObject(meaning)) return this.variable(meaning);
    return this.entry(this.form.entry(piece));
  }

  private variable(variable: JsonObject): string {
    const name = String(variable['name']);
    if (!this.globals.has(name)) this.variables.set(name, variable);
    return `{{${name}}}`;
  }

  private entry({ name, default: suggested, choices }: FormEntry): string {
    const id = name.replace(/[^\w-]+/gu, '_');
    if (this.entries.has(id)) return `[[${id}]]`;
    const look = isObject(this.looks[id]) ? this.looks[id] : {};
    const details = { ...(choices && { type: 'choice' }), ...look, ...(choices && { values: choices }), ...(suggested !== undefined && { default: suggested }) };
    if (Object.keys(details).length > 0) this.details.push([id, details]);
    this.entries.add(id);
    return `[[${id}]]`;
  }
}

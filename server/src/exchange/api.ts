import type { Dialect } from './body.js';
import type { Braces } from './braces.js';
import { parseJson, printJson, unwrap, wrap } from './json.js';
import { ExchangeError, isObject } from './library.js';
import type { Format, Json, JsonObject, Library, Note, Reading, Template, Writing } from './library.js';
import { Fields } from './placeholders.js';
import type { Product } from './placeholders.js';

/** A template that has the entry's title and stands in no folder, unless it says so. */
type Read = Omit<Template, 'title' | 'folders'> & Partial<Template>;

/** A help desk whose API answers with JSON. */
export interface Api {
  readonly id: Product;
  readonly title: string;
  /** What it calls a saved text: `macro`. */
  readonly noun: string;
  /** Where the entries stand in an answer; the first is where they go when nothing is known, the one without a name being the file itself. */
  readonly places: readonly string[];
  readonly braces: Braces;
  /** What an entry's title is; undefined where it is no entry. */
  titleOf(entry: JsonObject): string | undefined;
  /** An entry as a template, the title aside; undefined where it has no text to send. */
  read(entry: JsonObject, title: string, dialect: Dialect): Read | undefined;
  /** A template as an entry. @param kept what `read` kept of it, or nothing */
  write(template: Template, kept: JsonObject | undefined, dialect: Dialect): JsonObject;
}

/** Makes a format of an API's answers. */
export function apiFormat(api: Api): Format {
  return { id: api.id, title: api.title, read: (text) => read(api, text), write: (library) => write(api, library) };
}

function read(api: Api, source: string): Reading {
  const wrapped = unwrap(parseJson(source), api.places, (data) => isObject(data) && api.titleOf(data) !== undefined);
  if (!wrapped) throw new ExchangeError(`holds no list of ${plural(api.noun)}; ${api.title} gives one under “${api.places.find(Boolean)}”`);
  const fields = new Fields(api.id);
  const notes: Note[] = [];
  const others: Json[] = [];
  const templates = wrapped.entries.flatMap((entry, i): Template[] => {
    const template = readEntry(api, entry, i, fields, notes);
    if (!template) others.push(entry);
    return template ? [template] : [];
  });
  const kept = { around: wrapped.around, ...(others.length > 0 && { others }) };
  return { library: { templates, ownFields: fields.ownFields, kept }, notes };
}

function plural(noun: string): string {
  return noun.replace(/y$/u, 'ie') + 's';
}

function readEntry(api: Api, entry: Json, index: number, fields: Fields, notes: Note[]): Template | undefined {
  const title = isObject(entry) ? api.titleOf(entry)?.trim() : undefined;
  const skip = (message: string, leftOut = true): undefined => void notes.push({ entry: title || `Entry ${index + 1}`, message, leftOut });
  if (!isObject(entry) || !title) return skip(`It is no ${api.noun}: it has no title.`);
  try {
    const read = api.read(entry, title, { braces: api.braces, fields, note: noter(title, notes) });
    return read ? { title, folders: [], ...read } : skip('It has no text to send, so there is no snippet of it; an export gives it back as it is.', false);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return skip('Its HTML is nested too deeply to be read.');
  }
}

function write(api: Api, { templates, ownFields, kept }: Library): Writing {
  const notes: Note[] = [];
  const fields = new Fields(api.id, ownFields);
  const entries = templates.map((template) => api.write(template, template.kept, { braces: api.braces, fields, note: noter(template.title, notes) }));
  const others = Array.isArray(kept?.['others']) ? kept['others'] : [];
  const around = isObject(kept?.['around']) ? kept['around'] : undefined;
  return { text: printJson(wrap([...entries, ...others], around, api.places[0] ?? '')), notes };
}

/** Notes things about one entry, each once. */
export function noter(entry: string, notes: Note[]): (message: string) => void {
  const said = new Set<string>();
  return (message) => {
    if (!said.has(message)) notes.push({ entry, message });
    said.add(message);
  };
}

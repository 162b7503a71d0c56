import { stringify } from 'yaml';
import { isEditorField } from '../core/packs/fields.js';
import { MAX_BODY, withoutHiddenCharacters } from '../core/packs/schema.js';
import { writeSnippet } from '../core/packs/writeSnippet.js';
import { shortened } from '../core/shortened.js';
import { printJson } from './json.js';
import type { Format, Json, JsonObject, Note, Reading, Template } from './library.js';
import { plainSlug, slug, UniqueNames } from '../core/packs/names.js';
import { fieldsIn } from './pieces.js';
import { isKnownField, PLACEHOLDERS } from './placeholders.js';

/** A pack as files, by their paths inside it. */
export interface MadePack {
  readonly files: ReadonlyMap<string, string>;
  /** How many snippets are among them. */
  readonly snippets: number;
  readonly notes: readonly Note[];
}

const MAX_TITLE = 100;
const MAX_PREFIX = 40;
const MAX_DESCRIPTION = 300;
/** Packs read folders down to a depth of six. */
const MAX_FOLDERS = 5;
const MAX_SNIPPETS = 1000;

/** Where a pack keeps what a product knows and a snippet has no place for. */
export function keptPath(format: Pick<Format, 'id'>): string {
  return `exchange/${format.id}.json`;
}

const UNSAID = '; say here when to use it.';

/** Whether a description is the one that an import writes where nobody has said what the snippet is for. */
export function isUnsaid(description: string): boolean {
  return description.endsWith(UNSAID);
}

/** Makes the files of a pack. @param name the pack's, as its folder is called */
export function toPack(format: Format, { library, notes }: Reading, name: string): MadePack {
  const writer = new PackWriter(format);
  for (const template of library.templates) writer.add(template);
  const manifest = { name: plainSlug(name, 'pack'), title: lineOf(name, 80) || 'Pack', version: '1.0.0', description: `Imported from ${format.title}.`, ...writer.fields() };
  const kept: JsonObject = { ...(Object.keys(library.ownFields).length > 0 && { fields: library.ownFields }), ...(library.kept && { file: library.kept }), snippets: writer.kept };
  const files = new Map([['pack.yaml', yaml(manifest)], ...writer.files, [keptPath(format), printJson(kept)]]);
  return { files, snippets: writer.files.size, notes: [...notes, ...writer.notes] };
}

class PackWriter {
  readonly files = new Map<string, string>();
  readonly notes: Note[] = [];
  readonly kept: Record<string, Json> = {};
  private readonly used = new Map<string, string>();
  private readonly paths = new UniqueNames();
  private readonly prefixes = new UniqueNames();

  constructor(private readonly format: Format) {}

  add(template: Template): void {
    const body = this.body(template);
    if (body === undefined) return;
    const title = lineOf(template.title, MAX_TITLE) || 'Untitled';
    const path = this.paths.claim([...template.folders.slice(0, MAX_FOLDERS), title].map((part) => slug(part)).join('/'));
    const prefix = this.prefix(template, title);
    const description = lineOf(template.description ?? '', MAX_DESCRIPTION) || `From ${this.format.title}${UNSAID}`;
    this.files.set(`snippets/${path}.md`, `---\n${yaml({ title, prefix: prefix.length === 1 ? prefix[0] : prefix, description, ...(template.tags && { tags: template.tags }) })}---\n${body}\n`);
    for (const { name, content } of fieldsIn(template.body)) this.used.set(name, this.used.get(name) ?? (content[0]?.kind === 'text' ? content[0].text : ''));
    const record = {
      ...(template.folders.length > 0 && { folders: template.folders }),
      ...changed('title', template.title, title),
      ...(template.prefix && changed('prefix', template.prefix, prefix)),
      ...(template.description !== undefined && changed('description', template.description, description)),
      ...(template.kept && Object.keys(template.kept).length > 0 && { kept: template.kept }),
    };
    // Even an empty record keeps the snippet's place among the others.
    this.kept[path] = record;
  }

  /** Declares the fields that packs do not know by themselves. */
  fields(): { readonly fields?: Readonly<Record<string, { readonly title: string }>> } {
    const own = [...this.used.keys()].filter((name) => !isKnownField(name) && !isEditorField(name)).sort();
    if (own.length === 0) return {};
    const titleOf = (name: string) => (Object.hasOwn(PLACEHOLDERS, name) && PLACEHOLDERS[name]?.holds) || `${this.format.title}: ${name}`;
    return { fields: Object.fromEntries(own.map((name) => [name, { title: titleOf(name) }])) };
  }

  private body({ title, body: pieces }: Template): string | undefined {
    const body = withoutHiddenCharacters(writeSnippet(pieces)).replace(/^(?:[ \t]*\n)+/u, '').trimEnd();
    const leaveOut = (message: string): undefined => void this.notes.push({ entry: title, message, leftOut: true });
    if (body === '') return leaveOut('It has no text.');
    if (body.length > MAX_BODY) return leaveOut(`Its text is longer than ${MAX_BODY.toLocaleString('en')} characters; split it and import it again.`);
    if (this.files.size === MAX_SNIPPETS) return leaveOut(`A pack holds ${MAX_SNIPPETS.toLocaleString('en')} snippets, and this is one more; split the file and make two packs.`);
    return body;
  }

  /** What people type, as packs allow it: one word that no other snippet has. */
  private prefix({ title, prefix = [] }: Template, shown: string): readonly string[] {
    const words = prefix.map((one) => lineOf(one, MAX_PREFIX).replace(/\s+/gu, '-')).filter(Boolean).slice(0, 50);
    const wanted = words.length > 0 ? words : [plainSlug(shown, 'snippet').slice(0, MAX_PREFIX).replace(/-+$/u, '')];
    const claimed = wanted.map((one) => this.prefixes.claim(one, MAX_PREFIX));
    claimed.forEach((one, i) => {
      if (words.length > 0 && one !== words[i]) this.notes.push({ entry: title, message: `Its prefix “${wanted[i]}” is taken already, so this one is “${one}”.` });
    });
    return claimed;
  }
}

/** Remembers what had to be changed, so that it goes back as it came unless somebody changes it again. */
function changed(key: string, was: Json, is: Json): JsonObject {
  return JSON.stringify(was) === JSON.stringify(is) ? {} : { [key]: { was, is } };
}

/** A line of a head, without what packs refuse. */
function lineOf(text: string, most: number): string {
  return shortened(withoutHiddenCharacters(text), most);
}

function yaml(data: unknown): string {
  return stringify(data, { lineWidth: 0 });
}

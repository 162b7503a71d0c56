import type { Snippet } from '../core/index.js';
import { fieldsIn, fieldsOf, isEditorField } from '../core/packs/fields.js';
import { packOf } from '../core/packs/library.js';
import type { Field } from '../core/packs/pack.js';
import { plainText, PREVIEW } from '../core/packs/snippet-syntax.js';
import type { SnippetItem } from './protocol.js';
import type { ProjectSettings } from './runtime.js';
import type { Session } from './session.js';

/** Makes items of the snippets of the built-in packs and of a project's. */
export class SnippetItems {
  readonly #fields: ReadonlyMap<string, ReadonlyMap<string, Field>>;
  readonly #folders: ReadonlyMap<string, string>;

  constructor({ runtime }: Session, { packs = [], packFolders = new Map() }: Partial<Pick<ProjectSettings, 'packs' | 'packFolders'>> = {}) {
    this.#fields = new Map([...runtime.builtinPacks, ...packs].map((pack) => [pack.name, fieldsOf(pack)]));
    this.#folders = packFolders;
  }

  /** A snippet as clients show it. */
  of(snippet: Snippet): SnippetItem {
    const pack = packOf(snippet.id);
    const file = this.fileOf(snippet);
    return { ...snippet, preview: plainText(snippet.body, PREVIEW), pack, fields: this.fieldsOf(snippet), ...(file !== undefined && { file }) };
  }

  /** The fields that its text has, in order, each once. */
  fieldsOf({ id, body }: Snippet): readonly Field[] {
    const known = this.#fields.get(packOf(id));
    const names = [...new Set(fieldsIn(body).map(({ name }) => name))].filter((name) => !isEditorField(name));
    return names.map((name) => known?.get(name) ?? { name, title: name });
  }

  /** URI of its file; undefined where it is built in. */
  fileOf({ id }: Snippet): string | undefined {
    const pack = packOf(id);
    const folder = this.#folders.get(pack);
    return folder && `${folder}/snippets/${id.slice(pack.length + 1).split('/').map(encodeURIComponent).join('/')}.md`;
  }
}

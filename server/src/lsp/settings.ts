import type { Connection } from 'vscode-languageserver';
import type { ConfigInput, Linter, Pack, Snippet } from '../core/index.js';
import { snippetsOf } from '../core/packs/library.js';
import { kindsByGlob } from '../files/kinds.js';
import type { ClientFeatures } from './clientFeatures.js';
import { readEditorSettings, type EditorSettings } from './editorSettings.js';
import type { ProjectQuery, ProjectSettings, RuntimeEnvironment } from './runtime.js';

/** Everything that settings and files say about one document. Never changes: a new one takes its place. */
export interface ResourceSettings {
  readonly editor: EditorSettings;
  /** The editor's word and the project's together. */
  readonly project: ProjectSettings;
  readonly query: ProjectQuery;
  readonly linter: Linter;
  /** Of the project's packs, whose words go first, and of the built-in ones. */
  readonly snippets: readonly Snippet[];
  readonly problems: readonly string[];
}

/** Keeps the settings of each document until something changes them. */
export class SettingsStore {
  private readonly byUri = new Map<string, Promise<ResourceSettings>>();
  private readonly linters = new Map<string, { readonly linter: Linter; readonly problems: readonly string[] }>();
  private readonly numbers = new WeakMap<readonly Pack[], number>();
  private numbered = 0;
  private sent: unknown;
  private trusted: boolean;
  private openFolders: readonly string[];

  constructor(
    private readonly connection: Connection,
    private readonly runtime: RuntimeEnvironment,
    private readonly client: ClientFeatures,
  ) {
    this.sent = client.settings;
    this.trusted = client.trusted;
    this.openFolders = client.folders;
  }

  /**
   * The settings of a document: the same promise for as long as they hold. Rejects only when the client
   * cannot answer any more.
   */
  of(uri: string): Promise<ResourceSettings> {
    const known = this.byUri.get(uri);
    if (known) return known;
    const settings = this.read(uri);
    this.byUri.set(uri, settings);
    settings.catch(() => this.byUri.get(uri) === settings && this.byUri.delete(uri));
    return settings;
  }

  /** Something changed: everything is asked for anew. */
  clear(): void {
    this.byUri.clear();
    this.linters.clear();
    this.runtime.project?.forget();
  }

  /** A document is closed. */
  forget(uri: string): void {
    this.byUri.delete(uri);
    if (this.byUri.size === 0) this.linters.clear();
  }

  /** Settings that a client sends of its own accord, for those that cannot be asked. */
  receive(settings: unknown): void {
    if (typeof settings === 'object' && settings !== null && 'deskside' in settings) this.sent = settings.deskside;
  }

  /** Somebody vouches for the workspace. */
  trust(): void {
    this.trusted = true;
  }

  setFolders(added: readonly string[], removed: readonly string[]): void {
    this.openFolders = [...this.openFolders.filter((uri) => !removed.includes(uri)), ...added];
  }

  /** The addresses of the workspace's folders. */
  get folders(): readonly string[] {
    return this.openFolders;
  }

  /** How many documents it keeps settings for. */
  get size(): number {
    return this.byUri.size;
  }

  /** The editor's settings for a document or folder. */
  async editorSettings(uri: string): Promise<EditorSettings> {
    return readEditorSettings(await this.section(uri));
  }

  /** The settings of a file that is not open: nothing is remembered but linters. @param editor those of its workspace folder */
  async ofFile(uri: string, editor: EditorSettings): Promise<ResourceSettings> {
    const query = { uri, folders: this.openFolders, trusted: this.trusted, editor };
    const project = await this.readProject(query);
    const { linter, problems } = this.linter(project.config, project.packs);
    const all = [...editor.problems, ...project.problems, ...problems, ...idleIgnores(project, linter)];
    const snippets = snippetsOf([...project.packs, ...this.runtime.builtinPacks]);
    return { editor, project, query, linter, snippets, problems: all };
  }

  private async read(uri: string): Promise<ResourceSettings> {
    const settings = await this.ofFile(uri, await this.editorSettings(uri));
    for (const problem of settings.problems) this.connection.console.warn(problem);
    return settings;
  }

  private async section(uri: string): Promise<unknown> {
    if (!this.client.configuration) return this.sent;
    const asked: unknown = await this.connection.workspace.getConfiguration({ scopeUri: uri, section: 'deskside' });
    return asked ?? this.sent;
  }

  private async readProject(query: ProjectQuery): Promise<ProjectSettings> {
    try {
      return (await this.runtime.project?.read(query)) ?? withoutProject(query);
    } catch (error) {
      return { ...withoutProject(query), problems: [`The project’s files cannot be read: ${messageOf(error)}`] };
    }
  }

  /** A project gives the same packs until its files change; ten thousand snippets are not compared one by one. */
  private numberOf(packs: readonly Pack[]): number {
    const known = this.numbers.get(packs) ?? this.numbered++;
    this.numbers.set(packs, known);
    return known;
  }

  /** One linter for all documents with the same configuration, as making one is the dear part. */
  private linter(config: ConfigInput, packs: readonly Pack[]): { readonly linter: Linter; readonly problems: readonly string[] } {
    const key = `${JSON.stringify(config)} ${this.numberOf(packs)}`;
    const made = this.linters.get(key) ?? makeLinter(this.runtime, config, packs);
    this.linters.set(key, made);
    return made;
  }
}

/** What to say of ignores for this document, or for any, whose rule nobody knows. */
function idleIgnores({ ignores, ignoreName, sayOfIgnore }: ProjectSettings, linter: Linter): readonly string[] {
  return ignores.filter(({ file }) => file === undefined || file === ignoreName).flatMap((ignore) => {
    const unknown = linter.unknownRule(ignore.rule);
    return unknown === undefined ? [] : [sayOfIgnore?.(ignore, `${unknown} The entry ignores nothing.`) ?? unknown];
  });
}

/** Settings were checked when they were read; should an engine refuse them all the same, the defaults hold. */
function makeLinter({ engine }: RuntimeEnvironment, config: ConfigInput, packs: readonly Pack[]): { linter: Linter; problems: string[] } {
  try {
    const linter = engine.createLinter({ config, packs });
    return { linter, problems: linter.problems.map(({ message }) => message) };
  } catch (error) {
    return { linter: engine.createLinter({}), problems: [messageOf(error)] };
  }
}

const NO_PACKS: readonly Pack[] = [];

/** Where there are no files to read, the editor's settings are all there is. */
function withoutProject({ uri, folders, editor }: ProjectQuery): ProjectSettings {
  const kind = kindsByGlob(editor.kinds)(pathIn(folders, uri))?.kind;
  return { config: editor.config, packs: NO_PACKS, kind, leftOutBy: undefined, ignores: [], ignoreName: undefined, ignoreFile: undefined, baseline: undefined, problems: [] };
}

/** A document's path, relative to the innermost workspace folder that holds it. */
function pathIn(folders: readonly string[], uri: string): string {
  const within = folders.map((folder) => (folder.endsWith('/') ? folder : `${folder}/`)).filter((folder) => uri.startsWith(folder));
  const path = uri.slice(Math.max(0, ...within.map((folder) => folder.length))).replace(/^[a-z][\w+.-]*:\/*/iu, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // A lone “%” in an untitled draft's name.
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

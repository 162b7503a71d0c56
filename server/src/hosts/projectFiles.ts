import { basename, dirname, join, relative, resolve } from 'pathe';
import type { Ignore } from '../core/ignore.js';
import type { PackFinding } from '../core/packs/check/checkPack.js';
import type { Kind } from '../core/index.js';
import type { FileSystem } from '../files/fileSystem.js';
import { findFiles } from '../files/find.js';
import { ignoreEntry, parseIgnores, renameInIgnores } from '../files/ignores.js';
import { checkPackFolder } from '../files/packCheck.js';
import { kindByName, kindsByGlob } from '../files/kinds.js';
import { packOfSnippet, PACKS_FOLDER } from '../files/packFolders.js';
import type { Problem } from '../files/problem.js';
import { BASELINE_NAME, createResolver, IGNORES_NAME, type Resolver } from '../files/resolve.js';
import type { Settings } from '../files/settings.js';
import { NAVIGATION_NAMES } from '../files/siteTitles.js';
import { readText } from '../files/text.js';
import type { FileProblems, PackProblems, ProjectFiles, ProjectQuery, ProjectSettings, RuntimeEnvironment } from '../lsp/runtime.js';
import { ruleTurnedOff } from './configEdit.js';
import { PackShelf } from './packShelf.js';

/** What reading and writing a project takes. Paths are absolute, with `/`. */
export interface ProjectHost {
  readonly fs: FileSystem;
  /** Writes a file, whether it is there already or not. False: this is not the one who can. */
  write(path: string, text: string): Promise<boolean>;
  /** The path of a document; undefined where it has none. @param folders URIs of the workspace's */
  pathOf(uri: string, folders: readonly string[]): string | undefined;
  /** The URI of a path. */
  uriOf(path: string): string;
  /** Something has changed: whatever `fs` remembers may be wrong. */
  forget?(): void;
  /** As `2025-01-31`. */
  today(): string;
  /** The folder of the packs that a person has for all projects. */
  readonly userPacks?: string;
}

type CreateLinter = RuntimeEnvironment['engine']['createLinter'];

const CONFIG_NAME = '.deskside.yaml';
const HEADER = '# Findings that need not be shown again. Deskside adds to this list; take out what should come back.\n';

/** The project's files as the command line reads them, for the language server. */
export function projectFiles(host: ProjectHost): ProjectFiles {
  let resolvers = new Map<string, Resolver>();
  let shelf = new PackShelf(host);
  const resolverOf = (query: ProjectQuery): Resolver => {
    const base = baseOf(host, query);
    const key = JSON.stringify(base);
    const resolver = resolvers.get(key) ?? createResolver({ fs: host.fs, base, ...(host.userPacks !== undefined && { userPacks: host.userPacks }) });
    resolvers.set(key, resolver);
    return resolver;
  };
  const settingsOf = async (query: ProjectQuery): Promise<Settings> => {
    const resolver = resolverOf(query);
    const path = pathOf(host, query);
    if (path === undefined) return resolver.settings(rootOf(host, query) ?? '/');
    return (await resolver.settings(dirname(path))).forFile(path);
  };
  const titleOf = async (query: ProjectQuery): Promise<Pick<ProjectSettings, 'title'>> => {
    const path = pathOf(host, query);
    const title = path === undefined || kindByName(path) ? undefined : await resolverOf(query).titleOf(path);
    return title === undefined ? {} : { title };
  };
  return {
    watch: ['**/.deskside.{yaml,yml,json}', `**/${IGNORES_NAME}`, `**/${BASELINE_NAME}`, '**/pack.yaml', '**/snippets/**/*.md', '**/rules/*.yaml', '**/terms.yaml', `**/${PACKS_FOLDER}/*`, `**/{${NAVIGATION_NAMES.join()}}`],
    forget: () => {
      resolvers = new Map();
      shelf = new PackShelf(host);
      host.forget?.();
    },
    find: async (folder, folders, editor) => {
      const path = host.pathOf(folder, folders);
      if (path === undefined) return [];
      const query = { uri: folder, folders, editor, trusted: false };
      const { files } = await findFiles(host.fs, resolverOf(query), path, ['.'], (file) => kindInEditor(file, path, query) !== undefined);
      return files.map((file) => host.uriOf(file));
    },
    textOf: async (uri) => {
      const read = await readText(host.fs, host.pathOf(uri, [uri]) ?? '');
      return 'text' in read ? read.text : undefined;
    },
    read: async (query) => ({ ...(await projectSettings(host, shelf, query, await settingsOf(query))), ...(await titleOf(query)) }),
    checkPack: async (query, createLinter) => checkPackOf(host, shelf, query, await settingsOf(query), createLinter),
    addIgnore: async (query, ignore) => addIgnore(host, query, await settingsOf(query), ignore),
    ignoresRenamed: async (query, newUri) => ignoresRenamed(host, query, await settingsOf(query), newUri),
    turnOff: async (query, rule) => turnOff(host, query, await settingsOf(query), rule),
  };
}

/** The editor's settings, as the resolver lays them under a project's own. */
function baseOf(host: ProjectHost, query: ProjectQuery) {
  const { config, packs } = query.editor;
  const root = rootOf(host, query) ?? '/';
  return { ...config, packs: packs.map((pack) => resolve(root, pack)) };
}

function pathOf(host: ProjectHost, { uri, folders }: ProjectQuery): string | undefined {
  return host.pathOf(uri, folders);
}

/** The innermost workspace folder of a document; of an unsaved one the first. */
function rootOf(host: ProjectHost, query: ProjectQuery): string | undefined {
  const roots = query.folders.flatMap((folder) => host.pathOf(folder, query.folders) ?? []);
  const path = pathOf(host, query);
  if (path === undefined) return roots[0];
  return roots.filter((root) => path.startsWith(`${root.replace(/\/$/u, '')}/`)).sort((a, b) => b.length - a.length)[0];
}

async function projectSettings(host: ProjectHost, shelf: PackShelf, query: ProjectQuery, settings: Settings): Promise<ProjectSettings> {
  const path = pathOf(host, query);
  const { packs, folders, problems } = await shelf.read(settings.packs, query.trusted);
  return {
    config: settings.config,
    packs,
    packFolders: new Map([...folders].map(([name, folder]) => [name, host.uriOf(folder)])),
    kind: path === undefined ? undefined : (await packOfSnippet(host.fs, path)) === undefined ? kindOf(path, rootOf(host, query), query, settings) : 'macro',
    leftOutBy: path === undefined ? undefined : settings.leftOutBy(path)?.pattern,
    ignores: settings.ignores,
    ignoreName: nameIn(settings.ignoreFile, path),
    ignoreFile: settings.ignoreFile && host.uriOf(settings.ignoreFile),
    sayOfIgnore: (ignore, message) => (settings.ignoreWarning ? sentenceOf(settings.ignoreWarning(ignore, message)) : message),
    baseline: path === undefined ? undefined : settings.baselineOf(path),
    problems: [...settings.problems.map(sentenceOf), ...problems],
    ...(settings.problems.length > 0 && { fileProblems: problemsByFile(host, settings) }),
  };
}

const byFile = new WeakMap<Settings['problems'], FileProblems>();

/** The same object for the same settings. */
function problemsByFile({ uriOf }: ProjectHost, { problems }: Settings): FileProblems {
  const known = byFile.get(problems) ?? new Map([...new Set(problems.map(({ file }) => file))].map((file) => [uriOf(file), problems.filter((problem) => problem.file === file)]));
  byFile.set(problems, known);
  return known;
}

function sentenceOf({ file, line, message }: Problem): string {
  return `${basename(file)}, line ${line}: ${message}`;
}

/** The project's globs go before the editor's, however short they are: the command line knows no others. */
function kindOf(path: string, root: string | undefined, query: ProjectQuery, settings: Settings): Kind | undefined {
  return settings.kindOf(path)?.value ?? kindInEditor(path, root, query);
}

function kindInEditor(path: string, root: string | undefined, { editor }: ProjectQuery): Kind | undefined {
  return kindsByGlob(editor.kinds)(root === undefined ? path : relative(root, path))?.kind;
}

/** Of a pack that nobody vouches for nothing is run, not even its tests. */
async function checkPackOf(host: ProjectHost, shelf: PackShelf, query: ProjectQuery, settings: Settings, createLinter: CreateLinter): Promise<PackProblems | undefined> {
  const path = pathOf(host, query);
  const folder = path === undefined || !query.trusted ? undefined : await packOfSnippet(host.fs, path);
  if (folder === undefined) return undefined;
  const { packs: others } = await shelf.read(settings.packs.filter((pack) => pack !== folder), query.trusted);
  const { findings } = await checkPackFolder(host.fs, folder, { createLinter, config: settings.config, others, today: host.today(), wording: false });
  const files = new Map<string, PackFinding[]>();
  for (const finding of findings) {
    const uri = host.uriOf(join(folder, finding.file));
    files.set(uri, [...(files.get(uri) ?? []), finding]);
  }
  return { folder: host.uriOf(folder), files };
}

function nameIn(ignoreFile: string | undefined, path: string | undefined): string | undefined {
  return ignoreFile === undefined || path === undefined ? undefined : relative(dirname(ignoreFile), path);
}

/** @returns false where there is no project, or the draft has no name that would still be its own tomorrow */
async function addIgnore(host: ProjectHost, query: ProjectQuery, settings: Settings, ignore: Ignore): Promise<boolean> {
  const root = rootOf(host, query) ?? (settings.configFile && dirname(settings.configFile));
  const target = settings.ignoreFile ?? (root && join(root, IGNORES_NAME));
  const path = pathOf(host, query);
  if (target === undefined || (ignore.fingerprint === undefined && path === undefined)) return false;
  const file = ignore.fingerprint === undefined ? nameIn(target, path) : undefined;
  const before = (await textOf(host.fs, target)) ?? HEADER;
  const after = `${before}${before === '' || before.endsWith('\n') ? '' : '\n'}${ignoreEntry({ ...ignore, ...(file !== undefined && { file }), date: host.today() })}`;
  const { ignores } = await parseIgnores(after, target);
  if (ignores.length === 0) throw new Error(`${target} cannot be added to: it is not a list of ignores with “- rule: …” lines.`);
  return host.write(target, after);
}

/** Who moves a file out of the project's reach takes it away from its ignores. */
async function ignoresRenamed(host: ProjectHost, query: ProjectQuery, { ignoreFile }: Settings, newUri: string): ReturnType<NonNullable<ProjectFiles['ignoresRenamed']>> {
  const from = nameIn(ignoreFile, pathOf(host, query));
  const to = nameIn(ignoreFile, host.pathOf(newUri, query.folders));
  const text = ignoreFile === undefined ? undefined : await textOf(host.fs, ignoreFile);
  if (ignoreFile === undefined || text === undefined || from === undefined || to === undefined || to.startsWith('../')) return undefined;
  return { uri: host.uriOf(ignoreFile), text, edits: await renameInIgnores(text, from, to) };
}

/** @returns false where there is no project */
async function turnOff(host: ProjectHost, query: ProjectQuery, { configFile }: Settings, rule: string): Promise<boolean> {
  const root = rootOf(host, query);
  const target = configFile ?? (root && join(root, CONFIG_NAME));
  if (target === undefined) return false;
  return host.write(target, await ruleTurnedOff((await textOf(host.fs, target)) ?? '', target, rule));
}

async function textOf(fs: FileSystem, path: string): Promise<string | undefined> {
  return (await fs.stat(path)) === undefined ? undefined : new TextDecoder().decode(await fs.read(path));
}

import type { PackProblem } from '../core/packs/pack.js';
import type { ParsedFile } from '../core/packs/read.js';
import { hasHiddenCharacters } from '../core/packs/schema.js';
import type { Entry, FileSystem } from './fileSystem.js';
import { splitFrontMatter } from './frontMatter.js';
import { readPlainYaml } from './plainYaml.js';
import type { Problem } from './problem.js';
import { readText } from './text.js';
import { readYaml, type Key, type YamlFile } from './yaml.js';

/** Of a file, in bytes. */
const MAX_LENGTH = 256 * 1024;
const MAX_SNIPPETS = 1000;
/** Of rules, and of templates. */
const MAX_FILES = 200;
const MAX_DEPTH = 6;
/** Keys that mean something to a program and nothing to a pack. */
const PROTOTYPE_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * The files of a pack’s folder, written by a stranger: links are not followed, hidden files not read, and whatever a
 * file holds, it costs at most that file. Paths are inside the pack, with `/`.
 */
export class PackFolder {
  readonly problems: PackProblem[] = [];

  constructor(
    private readonly fs: FileSystem,
    private readonly folder: string,
  ) {}

  /** `pack.yaml`; undefined, and a problem, where it cannot be read. */
  async manifest(): Promise<ParsedFile | undefined> {
    const yaml = await this.yaml('pack.yaml');
    if (yaml === undefined && (await this.list('')).some(({ name }) => name === 'pack.yml')) return this.report('pack.yml', 'This is read as “pack.yaml” only; rename it.');
    if (yaml === undefined) return this.report('pack.yaml', 'There is no pack.yaml here; a pack has one with name, version and description.');
    return yaml ? parsed('pack.yaml', yaml) : undefined;
  }

  /** The snippets’ files, sorted. */
  async snippets(): Promise<readonly Entry[]> {
    const found: Entry[] = [];
    const top = (await this.list('')).find(({ name }) => name === 'snippets');
    if (top) await this.collect(top, 0, found);
    found.sort(byName);
    if (found.length > MAX_SNIPPETS) this.report('snippets', `The pack has more than ${MAX_SNIPPETS} snippets, and only ${MAX_SNIPPETS} were read; make two packs of it.`);
    return found.slice(0, MAX_SNIPPETS);
  }

  /** A snippet’s file; undefined, and a problem, where it cannot be read. */
  async snippet(entry: Entry): Promise<ParsedFile | undefined> {
    const text = await this.text(entry);
    if (text === undefined) return undefined;
    const parts = splitFrontMatter(text);
    if (!parts) return this.report(entry.name, text.startsWith('---') ? UNCLOSED : 'A snippet begins with front matter: “---”, lines like “title: …”, “---”.', 1);
    const file = await this.frontMatter(entry.name, parts.yaml);
    return file && { ...file, text, body: parts.body, bodyLine: parts.bodyLine };
  }

  /** The files of a folder of rules or templates, sorted. */
  async yamlFiles(folder: 'rules' | 'templates'): Promise<readonly Entry[]> {
    const top = (await this.list('')).find(({ name }) => name === folder);
    if (!top) return [];
    if (top.kind !== 'folder') return this.report(folder, NO_FOLDER) ?? [];
    const files = (await this.list(folder)).filter(({ name }) => name.endsWith('.yaml') && !name.startsWith('.')).map(({ name, kind }) => ({ name: `${folder}/${name}`, kind }));
    if (files.length > MAX_FILES) this.report(folder, `The pack has more than ${MAX_FILES} ${folder}, and only ${MAX_FILES} were read; make two packs of it.`);
    return files.sort(byName).slice(0, MAX_FILES);
  }

  /** A YAML file of the pack: undefined where there is none, null where it cannot be used, which is among the problems then. */
  async yaml(path: string): Promise<YamlFile | null | undefined> {
    const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
    const entry = (await this.list(folder)).find(({ name }) => name === path.slice(folder === '' ? 0 : folder.length + 1));
    if (!entry) return undefined;
    const text = await this.text({ ...entry, name: path });
    return text === undefined ? null : ((await this.parse(path, text)) ?? null);
  }

  /** Whether something of this name stands in the folder itself. */
  async has(name: string): Promise<boolean> {
    return (await this.list('')).some((entry) => entry.name === name);
  }

  /** Adds problems that were found with a file’s YAML. */
  add(path: string, problems: readonly Problem[]): void {
    this.problems.push(...problems.map(({ line, column, severity, message }) => ({ file: path, line, column, severity, message })));
  }

  /** Adds an error. */
  report(file: string, message: string, line?: number): undefined {
    this.problems.push({ file, ...(line !== undefined && { line }), severity: 'error', message });
    return undefined;
  }

  private async frontMatter(path: string, text: string): Promise<ParsedFile | undefined> {
    const plain = readPlainYaml(text);
    if (plain) return { path, data: plain.data, lineOf: ([key]) => plain.lineOf(String(key)) };
    const yaml = await this.parse(path, text);
    return yaml && parsed(path, yaml);
  }

  private async collect({ name: path, kind }: Entry, depth: number, into: Entry[]): Promise<void> {
    if (kind !== 'folder') return this.report(path, NO_FOLDER);
    if (depth > MAX_DEPTH) return this.report(path, `Folders nested deeper than ${MAX_DEPTH} are not read; move its snippets up.`);
    for (const { name, kind } of await this.list(path)) {
      if (name.startsWith('.') || into.length > MAX_SNIPPETS) continue;
      const entry = { name: `${path}/${name}`, kind };
      if (hasHiddenCharacters(name)) this.report(path, 'A name in this folder holds characters that nobody sees; rename the file.');
      else if (kind === 'folder') await this.collect(entry, depth + 1, into);
      else if (name.endsWith('.md')) into.push(entry);
    }
  }

  private async list(path: string): Promise<readonly Entry[]> {
    return this.fs.list(this.full(path)).catch(() => []);
  }

  /** A file's text; undefined, and a problem, where it must not or cannot be read. */
  private async text({ name, kind }: Entry): Promise<string | undefined> {
    if (kind === 'link') return this.report(name, 'This is a link, and packs hold their files themselves; put a copy of the file here.');
    if (kind !== 'file') return this.report(name, 'This is not a file; a pack holds plain files.');
    const read = await readText(this.fs, this.full(name), MAX_LENGTH);
    if ('problem' in read) return this.report(name, `The file ${read.problem}.`);
    return read.text;
  }

  private async parse(path: string, text: string): Promise<YamlFile | undefined> {
    const yaml = await readYaml(text, path);
    for (const { message, line, column } of yaml.problems) this.problems.push({ file: path, line, column, severity: 'error', message });
    if (yaml.problems.length > 0) return undefined;
    const odd = prototypeKey(yaml.data, []);
    if (odd === undefined) return yaml;
    this.add(path, [yaml.problemAt(odd, 'key', `“${String(odd.at(-1))}” is a name that programs keep for themselves; take it out or call it something else.`)]);
    return undefined;
  }

  private full(path: string): string {
    return path === '' ? this.folder : `${this.folder}/${path}`;
  }
}

const UNCLOSED = 'The front matter that begins here is never closed; add a line “---” below its last key.';
const NO_FOLDER = 'This is not a folder of its own, so nothing in it was read; put its files there themselves.';

function byName(a: Entry, b: Entry): number {
  return a.name < b.name ? -1 : 1;
}

function parsed(path: string, yaml: YamlFile): ParsedFile {
  return { path, data: yaml.data, lineOf: (keys) => yaml.problemAt(keys, 'value', '').line };
}

/** The path to the first such key. */
function prototypeKey(data: unknown, path: readonly Key[]): readonly Key[] | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  for (const [key, value] of Object.entries(data)) {
    const here = [...path, key];
    const found = PROTOTYPE_KEYS.has(key) ? here : prototypeKey(value, here);
    if (found) return found;
  }
  return undefined;
}

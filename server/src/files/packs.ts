import type { PackProblem } from '../core/packs/pack.js';
import { readPack, type PackReading, type ParsedFile, type ReadOptions } from '../core/packs/read.js';
import { hasHiddenCharacters } from '../core/packs/schema.js';
import type { Entry, FileSystem } from './fileSystem.js';
import { splitFrontMatter } from './frontMatter.js';
import { readPlainYaml } from './plainYaml.js';
import { readText } from './text.js';
import { readYaml, type Key } from './yaml.js';

const MAX_LENGTH = 256 * 1024;
const MAX_SNIPPETS = 1000;
const MAX_DEPTH = 6;

/**
 * Reads a pack's folder: `pack.yaml` and `snippets/…/*.md`. Links are not followed, hidden files not
 * read, and whatever a file holds, it costs at most that file: problems are returned, nothing is thrown.
 */
export async function readPackFolder(fs: FileSystem, folder: string, options: ReadOptions = {}): Promise<PackReading> {
  const reader = new PackReader(fs, folder);
  const manifest = await reader.manifest();
  if (!manifest) return { problems: reader.problems };
  const files: ParsedFile[] = [];
  // One after the other, so that problems are in order and a large pack is not all in memory at once.
  for (const entry of await reader.snippets()) {
    const file = await reader.snippet(entry);
    if (file) files.push(file);
  }
  const { pack, problems } = readPack(manifest, files, options);
  return { ...(pack && { pack }), problems: [...reader.problems, ...problems] };
}

class PackReader {
  readonly problems: PackProblem[] = [];

  constructor(
    private readonly fs: FileSystem,
    private readonly folder: string,
  ) {}

  async manifest(): Promise<ParsedFile | undefined> {
    const entry = (await this.list('')).find(({ name }) => name === 'pack.yaml');
    if (!entry) return this.report('pack.yaml', 'There is no pack.yaml here; a pack has one with name, version and description.');
    const text = await this.text(entry);
    return text === undefined ? undefined : this.yaml('pack.yaml', text);
  }

  async snippet(entry: Entry): Promise<ParsedFile | undefined> {
    const text = await this.text(entry);
    if (text === undefined) return undefined;
    const parts = splitFrontMatter(text);
    if (!parts) return this.report(entry.name, 'A snippet begins with front matter: “---”, lines like “title: …”, “---”.', 1);
    const plain = readPlainYaml(parts.yaml);
    const file = plain ? { path: entry.name, data: plain.data, lineOf: ([key]: readonly Key[]) => plain.lineOf(String(key)) } : await this.yaml(entry.name, parts.yaml);
    return file && { ...file, body: parts.body, bodyLine: parts.bodyLine };
  }

  /** The snippets' files, named by their paths inside the pack, sorted. */
  async snippets(): Promise<readonly Entry[]> {
    const found: Entry[] = [];
    const top = (await this.list('')).find(({ name }) => name === 'snippets');
    if (top) await this.collect(top, 0, found);
    found.sort((a, b) => (a.name < b.name ? -1 : 1));
    if (found.length > MAX_SNIPPETS) this.report('snippets', `The pack has more than ${MAX_SNIPPETS} snippets, and only ${MAX_SNIPPETS} were read; make two packs of it.`);
    return found.slice(0, MAX_SNIPPETS);
  }

  private async collect({ name: path, kind }: Entry, depth: number, into: Entry[]): Promise<void> {
    if (kind !== 'folder') return this.report(path, 'This is not a folder of its own, so nothing in it was read; put the snippets’ files there themselves.');
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
    const read = await readText(this.fs, this.full(name));
    if ('problem' in read) return this.report(name, `The file ${read.problem}.`);
    return read.text.length > MAX_LENGTH ? this.report(name, `The file is larger than ${MAX_LENGTH / 1024} kB; split it.`) : read.text;
  }

  private async yaml(path: string, text: string): Promise<ParsedFile | undefined> {
    const yaml = await readYaml(text, path);
    for (const { message, line } of yaml.problems) this.report(path, message, line);
    if (yaml.problems.length > 0) return undefined;
    return { path, data: yaml.data, lineOf: (keys) => yaml.problemAt(keys, 'value', '').line };
  }

  private full(path: string): string {
    return path === '' ? this.folder : `${this.folder}/${path}`;
  }

  private report(file: string, message: string, line?: number): undefined {
    this.problems.push({ file, ...(line !== undefined && { line }), severity: 'error', message });
    return undefined;
  }
}

import type { PackProblem } from '../core/packs/pack.js';
import { hasHiddenCharacters } from '../core/packs/schema.js';
import { readPack, type PackReading, type ParsedFile, type ReadOptions } from '../core/packs/read.js';
import type { FileSystem } from './fs.js';
import { parseYaml, splitFrontMatter, type ParsedYaml } from './yaml.js';

const MAX_BYTES = 256 * 1024;
const MAX_SNIPPETS = 1000;
const MAX_DEPTH = 6;

/**
 * Reads a pack's folder: `pack.yaml` and `snippets/…/*.md`. Links are not followed, hidden files not
 * read, and whatever a file holds, it costs at most that file: problems are returned, nothing is thrown.
 */
export async function readPackFolder(fs: FileSystem, folder: string, options: ReadOptions = {}): Promise<PackReading> {
  const reader = new PackReader(fs, folder);
  const manifest = await reader.yamlFile('pack.yaml');
  if (!manifest) return { problems: reader.problems };
  const paths = await reader.snippetPaths();
  // In order, so that problems are too.
  const snippets: ParsedFile[] = [];
  for (const path of paths) snippets.push(...((await reader.snippetFile(path)) ?? []));
  const { pack, problems } = readPack(manifest, snippets, options);
  return { ...(pack && { pack }), problems: [...reader.problems, ...problems] };
}

class PackReader {
  readonly problems: PackProblem[] = [];

  constructor(
    private readonly fs: FileSystem,
    private readonly folder: string,
  ) {}

  async yamlFile(path: string): Promise<ParsedFile | undefined> {
    const text = await this.text(path);
    return text === undefined ? undefined : this.parsed(path, parseYaml(text));
  }

  async snippetFile(path: string): Promise<ParsedFile[] | undefined> {
    const text = await this.text(path);
    if (text === undefined) return undefined;
    const { yaml, body, bodyLine } = splitFrontMatter(text);
    if (yaml === undefined) {
      this.report(path, 'A snippet begins with front matter: “---”, lines like “title: …”, “---”.', 1);
      return undefined;
    }
    const file = this.parsed(path, parseYaml(yaml, 2));
    return file && [{ ...file, body, bodyLine }];
  }

  /** Paths of all snippets, sorted. */
  async snippetPaths(): Promise<readonly string[]> {
    const paths: string[] = [];
    await this.collect('snippets', 0, paths);
    paths.sort();
    if (paths.length > MAX_SNIPPETS) this.report('pack.yaml', `The pack has more than ${MAX_SNIPPETS} snippets, and only the first ${MAX_SNIPPETS} were read; make two packs of it.`);
    return paths.slice(0, MAX_SNIPPETS);
  }

  private async collect(folder: string, depth: number, into: string[]): Promise<void> {
    const stat = await this.fs.stat(this.full(folder));
    if (!stat && depth === 0) return;
    if (stat?.kind !== 'folder') return this.report(folder, 'This is not a folder of its own, so nothing in it was read; put the snippets’ files there themselves.');
    if (depth > MAX_DEPTH) return this.report(folder, `Folders nested deeper than ${MAX_DEPTH} are not read; move its snippets up.`);
    const entries = await this.fs.list(this.full(folder)).catch(() => []);
    for (const { name, kind } of entries) {
      if (name.startsWith('.') || into.length > MAX_SNIPPETS) continue;
      const path = `${folder}/${name}`;
      if (hasHiddenCharacters(name)) this.report(folder, 'A name in this folder holds characters that nobody sees; rename the file.');
      else if (kind === 'folder') await this.collect(path, depth + 1, into);
      else if (name.endsWith('.md')) into.push(path);
    }
  }

  /** A file's text; undefined, and a problem, where it must not or cannot be read. */
  private async text(path: string): Promise<string | undefined> {
    const stat = await this.fs.stat(this.full(path));
    if (!stat) return this.report(path, path === 'pack.yaml' ? 'There is no pack.yaml here; a pack has one with name, version and description.' : 'The file is gone.');
    if (stat.kind === 'link') return this.report(path, 'This is a link, and packs hold their files themselves; put a copy of the file here.');
    if (stat.kind !== 'file') return this.report(path, 'This is not a file; a pack holds plain files.');
    if (stat.size > MAX_BYTES) return this.report(path, `The file is larger than ${MAX_BYTES / 1024} kB; split it.`);
    return this.fs.read(this.full(path)).catch(() => this.report(path, 'The file cannot be read; check who may open it.'));
  }

  private parsed(path: string, yaml: ParsedYaml): ParsedFile | undefined {
    for (const { message, line } of yaml.problems) this.report(path, message, line);
    return yaml.problems.length > 0 ? undefined : { path, data: yaml.data, lineOf: yaml.lineOf };
  }

  private full(path: string): string {
    return `${this.folder}/${path}`;
  }

  private report(file: string, message: string, line?: number): undefined {
    this.problems.push({ file, ...(line !== undefined && { line }), severity: 'error', message });
    return undefined;
  }
}

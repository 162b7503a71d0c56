import * as v from 'valibot';
import { nearest } from '../nearest.js';
import type { Field, Pack, PackProblem, Snippet } from './pack.js';
import { hasHiddenCharacters, manifestSchema, MAX_BODY, snippetSchema } from './schema.js';
import { parseSnippet } from './snippet-syntax.js';

/** A file whose YAML is parsed already. */
export interface ParsedFile {
  /** Path inside the pack, with `/`: `pack.yaml`, `snippets/delay.md`. */
  readonly path: string;
  /** The YAML's value. */
  readonly data: unknown;
  /** The line (from 1) on which the value at this path of keys stands. */
  readonly lineOf?: (path: readonly (string | number)[]) => number | undefined;
  /** Of a snippet: the whole file. */
  readonly text?: string;
  /** What stands after the front matter. */
  readonly body?: string;
  /** The line (from 1) on which the body begins. */
  readonly bodyLine?: number;
}

/** What comes of reading the files of a pack. */
export interface PackReading {
  /** Missing where `pack.yaml` cannot be used. */
  readonly pack?: Pack | undefined;
  /** In the order of the files. */
  readonly problems: readonly PackProblem[];
  /** The pack as far as it can be read, with the snippets that cannot be used: whoever checks it tells all mistakes at once. */
  readonly sketch?: Pack;
  /** The snippets' files by the snippets' ids, those that cannot be used among them. */
  readonly files: ReadonlyMap<string, ParsedFile>;
}

/** Makes a pack of its parsed files. A snippet that cannot be used is left out; nothing is thrown. */
export function readPack(manifest: ParsedFile, files: readonly ParsedFile[]): PackReading {
  const problems: PackProblem[] = [];
  const head = readObject(manifestSchema(), manifest, problems);
  const name = head?.name ?? 'pack';
  const read = files.map((file) => readSnippet(name, file, problems)).sort(({ snippet: a }, { snippet: b }) => (a.id < b.id ? -1 : 1));
  const byId = new Map(files.map((file) => [`${name}/${idOf(file.path)}`, file]));
  const ids = new Set(read.map(({ snippet }) => snippet.id));
  const usable = read.flatMap(({ snippet, isUsable }) => (isUsable ? [withLinks(snippet, name, ids)] : []));
  warnOfClashes(usable, byId, problems);
  const pack = head && packOf(head, usable);
  const isWhole = pack && usable.length === read.length;
  const sketch = isWhole ? pack : packOf({ ...NAMELESS, ...readLoosely(manifestSchema(), manifest), name }, read.map(({ snippet }) => withLinks(snippet, name, ids)));
  return { ...(pack && { pack }), sketch, problems, files: byId };
}

const NAMELESS = { version: '0.0.0', description: '', language: 'en' };

function packOf({ title, licence, fields, ...rest }: v.InferOutput<ReturnType<typeof manifestSchema>>, snippets: readonly Snippet[]): Pack {
  return { ...rest, title: title ?? rest.name, ...(licence !== undefined && { licence }), ...(fields && { fields: fieldsOf(fields) }), snippets };
}

function fieldsOf(written: Readonly<Record<string, Partial<Field>>>): readonly Field[] {
  return Object.entries(written).map(([name, { title = name, ...rest }]) => ({ name, title, ...rest }));
}

/** A link to a path of the pack's own becomes the snippet's id; any other is taken for an id of another pack. */
function withLinks({ see, ...snippet }: Snippet, pack: string, ids: ReadonlySet<string>): Snippet {
  return see ? { ...snippet, see: see.map((link) => (ids.has(`${pack}/${link}`) ? `${pack}/${link}` : link)) } : snippet;
}

interface SnippetReading {
  readonly snippet: Snippet;
  /** False where there is a mistake for which it must be left out. */
  readonly isUsable: boolean;
}

function readSnippet(pack: string, file: ParsedFile, problems: PackProblem[]): SnippetReading {
  const head = readObject(snippetSchema(), file, problems);
  const body = tidy(file.body ?? '');
  const isUsable = checkBody(body, file, problems) && head !== undefined;
  const { for: answers, prefix = [], ...rest } = head ?? { ...UNTITLED, ...readLoosely(snippetSchema(), file) };
  return { snippet: { id: `${pack}/${idOf(file.path)}`, ...rest, prefix, answers, body }, isUsable };
}

const UNTITLED = { title: 'Untitled', description: '', for: [], moment: 'other', kinds: ['reply' as const] };

/** LF line ends, and no blank lines around the passage. */
function tidy(body: string): string {
  return body.replace(/\r\n?/gu, '\n').replace(/^(?:[ \t]*\n)+/u, '').trimEnd();
}

function idOf(path: string): string {
  return path.replace(/^snippets\//u, '').replace(/\.md$/u, '');
}

/** The target of a Markdown link or image, a reference, an autolink or an HTML attribute, with a scheme that runs or opens something. */
const ACTING_LINK = /(?:\]\(\s*<?|\]:\s*<?|<|(?:href|src)\s*=\s*["']?)\s*(?:command|javascript|vbscript|data|file|vscode(?:-insiders)?):/iu;

function checkBody(body: string, file: ParsedFile, problems: PackProblem[]): boolean {
  const at = (offset: number) => (file.bodyLine === undefined ? undefined : lineIn(file.body ?? '', body, offset) + file.bodyLine);
  const report = (severity: PackProblem['severity'], message: string, offset?: number) => {
    const found = problem(file.path, at(offset ?? 0), severity, message);
    problems.push(offset === undefined ? found : { ...found, column: columnIn(body, offset) });
    return severity === 'warning';
  };
  if (body === '') return report('error', 'The snippet has no text; write what it inserts below the second “---”.');
  if (body.length > MAX_BODY) return report('error', `The text is longer than ${MAX_BODY} characters; split it into several snippets.`);
  if (hasHiddenCharacters(body)) return report('error', 'The text holds control characters that nobody sees; paste it again as plain text.');
  const link = ACTING_LINK.exec(body);
  if (link) return report('error', `“${link[0].trim()}…” is a link that makes the reader’s program do something; a snippet may link to web pages and mail addresses only.`, link.index);
  for (const mistake of parseSnippet(body).mistakes) report('warning', mistake.message, mistake.start);
  return true;
}

/** Lines before an offset of the tidied body, those that tidying took away included. */
function lineIn(raw: string, body: string, offset: number): number {
  const blank = /^(?:[ \t]*\r?\n)*/u.exec(raw)?.[0] ?? '';
  return count(blank) + count(body.slice(0, offset));
}

/** The column of an offset, from 1. Tidying takes whole lines away, and what ends them. */
function columnIn(body: string, offset: number): number {
  return offset - body.lastIndexOf('\n', offset - 1);
}

function count(text: string): number {
  return text.split('\n').length - 1;
}

/** Nobody knows which of two was there first, so the warning names both. */
function warnOfClashes(snippets: readonly Snippet[], files: ReadonlyMap<string, ParsedFile>, problems: PackProblem[]): void {
  const owners = new Map<string, Snippet>();
  for (const snippet of snippets) {
    for (const prefix of snippet.prefix) {
      const owner = owners.get(prefix);
      const file = files.get(snippet.id);
      if (owner && file) problems.push(problem(file.path, file.lineOf?.(['prefix']), 'warning', `“${owner.title}” (${files.get(owner.id)?.path ?? owner.id}) has the prefix “${prefix}” too; give one of the two another, or people get a choice each time.`));
      else owners.set(prefix, snippet);
    }
  }
}

type Schema = ReturnType<typeof manifestSchema | typeof snippetSchema>;

/** Checks an object against its schema; unknown keys are left out with a warning, so that newer packs still load. */
function readObject<S extends Schema>(schema: S, file: ParsedFile, problems: PackProblem[]): v.InferOutput<S> | undefined {
  const { data } = file;
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    problems.push(problem(file.path, undefined, 'error', `Expected lines like “${Object.keys(schema.entries)[0]}: …”, one a key.`));
    return undefined;
  }
  const known = new Set(Object.keys(schema.entries));
  for (const key of Object.keys(data)) if (!known.has(key)) warnOfKey(key, known, file, problems);
  const result = v.safeParse(schema, Object.fromEntries(Object.entries(data).filter(([key]) => known.has(key))));
  if (result.success) return result.output;
  for (const issue of result.issues) problems.push(explain(issue, file));
  return undefined;
}

/** The values that can be used though others cannot. */
function readLoosely<S extends Schema>(schema: S, { data }: ParsedFile): Partial<v.InferOutput<S>> {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return {};
  const usable = Object.entries(data).flatMap(([key, value]) => {
    const entry = Object.entries(schema.entries).find(([name]) => name === key)?.[1];
    const result = entry && v.safeParse(entry, value);
    return result?.success ? [[key, result.output] as const] : [];
  });
  return Object.fromEntries(usable) as Partial<v.InferOutput<S>>;
}

function warnOfKey(key: string, known: ReadonlySet<string>, file: ParsedFile, problems: PackProblem[]): void {
  const meant = nearest(key, known);
  const shown = hasHiddenCharacters(key) ? 'a key with hidden characters' : `“${key.slice(0, 40)}”`;
  const way = meant ? `did you mean “${meant}”?` : `the keys are ${[...known].join(', ')}.`;
  problems.push(problem(file.path, file.lineOf?.([key]), 'warning', `Nothing reads ${shown} here; ${way}`));
}

function explain(issue: v.BaseIssue<unknown>, file: ParsedFile): PackProblem {
  const path = (issue.path ?? []).flatMap(({ key }) => (typeof key === 'string' || typeof key === 'number' ? [key] : []));
  const key = String(path[0] ?? '');
  if (issue.received === 'undefined') return problem(file.path, 1, 'error', `“${key}” is missing; add a line “${key}: …”.`);
  return problem(file.path, file.lineOf?.(path) ?? file.lineOf?.([key]), 'error', issue.message);
}

function problem(file: string, line: number | undefined, severity: PackProblem['severity'], message: string): PackProblem {
  return { file, ...(line !== undefined && { line }), severity, message };
}

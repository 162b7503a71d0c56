import { basename, extname } from 'pathe';
import { nearest } from '../core/nearest.js';
import { readFrontMatter } from '../core/text/frontMatter.js';
import { KINDS, type Kind } from '../core/types.js';
import { globTest } from './globs.js';

/** How a file says what it is, the strongest first. */
export type KindSource = 'name' | 'pack' | 'language' | 'front matter' | 'config';

/** Kinds that no word of another tool (node, role) is a slip away from. */
const LONG_KINDS = KINDS.filter((kind) => kind.length > 4);
const KIND_FIELD = /^kind[ \t]*[:=][ \t]*["']?([a-z]+)["']?[ \t]*(?:#.*)?\r?$/im;

/** Whether a word names a kind. */
export function isKind(word: unknown): word is Kind {
  return KINDS.some((kind) => kind === word);
}

/** `.reply` and `.reply.md` are replies. */
export function kindByName(path: string): Kind | undefined {
  return /\.reply(?:\.md)?$/i.test(path) ? 'reply' : undefined;
}

/** Deskside's own article templates; one of a pack may be told by its full name, `team/recipe`. */
const TEMPLATE = /^(?:how-to|troubleshooting|known-issue|faq|release-note|[a-z0-9-]+\/[a-z0-9-]+)$/i;

/**
 * What `kind: …` in the front matter says, or `kb: how-to`, which only an article has. Words that other tools keep there mean nothing, and in HTML nothing is
 * asked: no folder's web pages are opened to find out.
 */
export function kindByFrontMatter(text: string, path = ''): Kind | undefined {
  if (isHtml(path)) return undefined;
  const { fields, end } = readFrontMatter(text);
  const word = kindField(text, fields, end)?.word.toLowerCase();
  if (isKind(word)) return word;
  return TEMPLATE.test(fields.get('kb') ?? '') ? 'article' : undefined;
}

/** A `kind: artcle` in the front matter: what was meant, and the line (from 1) and column (from 1) of the slip. */
export function misspelledKind(text: string): { readonly written: string; readonly meant: Kind; readonly line: number; readonly column: number } | undefined {
  const { fields, end } = readFrontMatter(text);
  const field = kindField(text, fields, end);
  if (!field || isKind(field.word.toLowerCase())) return undefined;
  const meant = LONG_KINDS.find((kind) => kind === nearest(field.word, LONG_KINDS));
  const lines = text.slice(0, field.at).split('\n');
  return meant && { written: field.word, meant, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

function kindField(text: string, fields: ReadonlyMap<string, string>, end: number): { readonly word: string; readonly at: number } | undefined {
  const field = fields.has('kind') ? KIND_FIELD.exec(text.slice(0, end)) : undefined;
  return field?.[1] ? { word: field[1], at: field.index + field[0].indexOf(field[1], 'kind'.length) } : undefined;
}

/**
 * Makes the look-up of `kinds`: of all patterns that fit a path, the longest wins. `docs/**` means the texts and pages in
 * there; of other files, a pattern has to name the ending.
 */
export function kindsByGlob(kinds: Readonly<Record<string, Kind>>): (path: string) => { readonly kind: Kind; readonly pattern: string } | undefined {
  const longestFirst = Object.entries(kinds).sort(([a], [b]) => b.length - a.length);
  const tests = longestFirst.map(([pattern, kind]) => ({ fits: globTest(pattern), kind, pattern }));
  return (path) => tests.find(({ fits, pattern }) => fits(path) && speaksFor(pattern, path));
}

function speaksFor(pattern: string, path: string): boolean {
  const ending = extname(path).slice(1).toLowerCase();
  const name = pattern.toLowerCase().slice(pattern.lastIndexOf('/') + 1);
  return ending === '' || isText(path) || isHtml(path) || (name.includes('.') && name.split(/[^\p{L}\p{N}]+/u).includes(ending));
}

/** What texts are written in. */
export type Language = 'markdown' | 'mdx' | 'html' | 'support-reply' | 'plaintext';

const LANGUAGES = new Map<string, Language>([
  ['.md', 'markdown'], ['.markdown', 'markdown'], ['.mdx', 'mdx'], ['.txt', 'plaintext'], ['.html', 'html'], ['.htm', 'html'],
]);

/**
 * The language a file is read as: by its name, as the command line knows nothing else.
 * @param otherwise the editor's language, for a text whose name says nothing
 */
export function languageOf(path: string, otherwise?: string): Language {
  if (kindByName(basename(path))) return 'support-reply';
  const named = LANGUAGES.get(extname(path).toLowerCase());
  return named ?? [...LANGUAGES.values(), 'support-reply' as const].find((language) => language === otherwise) ?? 'markdown';
}

/** Whether a file of that name is a text that can be read when somebody says what it is. */
export function isText(path: string): boolean {
  return /\.(?:md|markdown|mdx|txt|reply)$/i.test(path);
}

/** Whether a file of that name is a web page: read where `kinds` says that it is an article, and where it is asked for. */
export function isHtml(path: string): boolean {
  return /\.html?$/i.test(path);
}

const OTHERS: Readonly<Record<string, string>> = { rst: 'reStructuredText', adoc: 'AsciiDoc', asciidoc: 'AsciiDoc', textile: 'Textile', org: 'Org', docx: 'a Word document', pdf: 'a PDF' };

/** For a file in a format that is not read: what it is, to be told after its path. */
export function otherFormat(path: string): string | undefined {
  const name = OTHERS[extname(path).slice(1).toLowerCase()];
  return name && `is ${name}, which Deskside does not read; it reads Markdown, MDX, HTML and plain text. Converted by “pandoc”, for one, it can be read`;
}

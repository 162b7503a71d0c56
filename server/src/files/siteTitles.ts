import { basename, dirname, join } from 'pathe';
import { readProse } from '../core/text/read.js';
import type { FileSystem } from './fileSystem.js';
import { readText } from './text.js';
import { readYaml } from './yaml.js';

/** Pages by their path without its ending, and what the navigation of the site calls them. */
type Titles = ReadonlyMap<string, string>;

/** Finds the title of a page that its own text need not say. @param path absolute */
export type SiteTitles = (path: string) => Promise<string | undefined>;

/** Where generators of sites keep the titles of pages: MkDocs and its plugins, DocFX, Jupyter Book; mdBook and GitBook, docsify. */
const YAML_FILES = ['mkdocs.yml', 'mkdocs.yaml', '.nav.yml', '.pages', 'toc.yml', '_toc.yml'];
const LINK_FILES = ['SUMMARY.md', '_sidebar.md'];
/** The names of all these files. */
export const NAVIGATION_NAMES: readonly string[] = [...YAML_FILES, ...LINK_FILES];
/** In bytes; what is longer is no list of pages that somebody has written. */
const LONGEST = 1024 * 1024;

/** What a folder says of the pages in and below it, and whether a site may go on above it. */
interface Listing {
  readonly titles: Titles;
  readonly isTop: boolean;
}

/** Makes the look-up, up to the top of the repository. Each navigation is read once, and one that cannot be read has no titles: it is not ours to judge. */
export function siteTitles(fs: FileSystem): SiteTitles {
  const folders = new Map<string, Promise<Listing>>();
  return async (path) => {
    const page = withoutEnding(path);
    for (let folder = dirname(path), below = ''; folder !== below; below = folder, folder = dirname(folder)) {
      const listing = folders.get(folder) ?? listingOf(fs, folder);
      folders.set(folder, listing);
      const { titles, isTop } = await listing;
      const title = titles.get(page);
      if (title !== undefined || isTop) return title;
    }
    return undefined;
  };
}

async function listingOf(fs: FileSystem, folder: string): Promise<Listing> {
  const beside = await fs.list(folder).catch(() => undefined);
  const names = (beside ?? []).map(({ name }) => name);
  const read = await Promise.all(names.filter((name) => NAVIGATION_NAMES.includes(name)).map(async (name) => readTitles(fs, join(folder, name))));
  // Above one that may not be listed, nothing is to be looked for
  return { titles: new Map(read.flat()), isTop: beside === undefined || names.includes('.git') };
}

async function readTitles(fs: FileSystem, file: string): Promise<[page: string, title: string][]> {
  const read = await readText(fs, file, LONGEST);
  if ('problem' in read) return [];
  const { text } = read;
  const isMkDocs = basename(file).startsWith('mkdocs.');
  const root = join(dirname(file), isMkDocs ? docsFolder(text) : '');
  const pairs = LINK_FILES.includes(basename(file)) ? linksOf(text) : titled((await readYaml(isMkDocs ? navigationOf(text) : text, file)).data);
  return [...pairs].map(([target, title]) => [withoutEnding(join(root, pathOf(target))), title]);
}

/** MkDocs keeps the pages in a folder beside its file. */
function docsFolder(text: string): string {
  const written = /^docs_dir:(.*)/m.exec(text)?.[1]?.replace(/(?:^|\s)#.*/, '').trim() ?? '';
  return written.replace(/^(["'])(.*)\1$/, '$2') || 'docs';
}

/** The entry of MkDocs' file that lists the pages: the rest is full of tags that only Python understands. */
function navigationOf(text: string): string {
  return /^(?:nav|pages):.*(?:\r?\n(?:[ \t#-].*)?)*/m.exec(text)?.[0] ?? '';
}

function linksOf(text: string): readonly (readonly [target: string, title: string])[] {
  return readProse({ text, kind: 'article' }).links.map(({ label, target }) => [target, text.slice(label.start, label.end)]);
}

const PAGE_KEYS = ['href', 'file'];
const TITLE_KEYS = ['title', 'name'];

/**
 * All pages with a title, however deep: `Install: install.md`, `{ href: install.md, name: Install }`.
 * @param seen what was gone through: YAML can hold itself
 */
function* titled(value: unknown, seen = new Set<unknown>()): Generator<readonly [target: string, title: string]> {
  if (typeof value !== 'object' || value === null || seen.has(value)) return;
  seen.add(value);
  const entries = Object.entries(value);
  const named = (keys: readonly string[]): unknown => entries.find(([key]) => keys.includes(key))?.[1];
  const [page, title] = [named(PAGE_KEYS), named(TITLE_KEYS)];
  if (typeof page === 'string' && typeof title === 'string') yield [page, title];
  const [only] = entries;
  if (only && entries.length === 1 && !Array.isArray(value) && typeof only[1] === 'string' && !PAGE_KEYS.includes(only[0])) yield [only[1], only[0]];
  for (const [, inner] of entries) yield* titled(inner, seen);
}

/** The path in a link, from the folder of the file that it stands in. */
function pathOf(target: string): string {
  const path = target.replace(/[?#].*$/s, '').replace(/^\/+/, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // A lone “%” in a name
  }
}

function withoutEnding(path: string): string {
  return path.replace(/\.(?:md|markdown|mdx|html?)$/i, '');
}

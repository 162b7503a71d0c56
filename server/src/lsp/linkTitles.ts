import type { Finding, Fix } from '../core/index.js';
import { sourceOf } from './draft.js';
import type { RuntimeEnvironment } from './runtime.js';
import type { Reading, Session } from './session.js';

/** Names that the page at an address may have as a file, which sites serve without its ending or with another. */
const FILES = ['', '.md', '.markdown', '.mdx', '/index.md', '/README.md'];

/** Calls a link what its target is called, where that is a text of the workspace; undefined where it is not. */
export async function linkTitleFix({ runtime, settings }: Session, { lens, text, range, document }: Reading, finding: Finding): Promise<Fix | undefined> {
  const part = text.slice(range.start, range.end);
  const link = lens && runtime.engine.linkAt(sourceOf(lens, part), { start: finding.start - range.start, end: finding.end - range.start });
  if (!link || /^(?:[a-z][\w+.-]+:|\/\/)/iu.test(link.target)) return undefined;
  const title = await titleOf(runtime, link.target, { uri: document.uri, text, folders: settings.folders });
  if (title === undefined) return undefined;
  const label = { start: link.label.start + range.start, end: link.label.end + range.start };
  return { title: `Call the link “${title}”`, kind: 'suggestion', edits: [{ ...label, text: escaped(title) }] };
}

interface Place {
  readonly uri: string;
  readonly text: string;
  readonly folders: readonly string[];
}

async function titleOf({ engine, project }: RuntimeEnvironment, target: string, { uri, text, folders }: Place): Promise<string | undefined> {
  const [path = '', fragment = ''] = target.split('#');
  if (path === '') return engine.titleFor({ text, kind: 'article' }, decoded(fragment));
  for (const address of addresses(path.replace(/\?.*$/u, ''), uri, folders)) {
    const found = await project?.textOf(address);
    if (found !== undefined) return engine.titleFor({ text: found, kind: 'article', uri: address }, decoded(fragment));
  }
  return undefined;
}

/** Where the target may lie: beside the text, or from the root of the workspace folder; nothing outside of that is read. */
function addresses(path: string, uri: string, folders: readonly string[]): readonly string[] {
  const roots = folders.map((folder) => (folder.endsWith('/') ? folder : `${folder}/`)).filter((root) => uri.startsWith(root));
  const bases = path.startsWith('/') ? roots : [uri];
  const names = [path, path.replace(/\.html?$/u, '')].map((name) => name.replace(/^\/|\/$/gu, ''));
  const all = bases.flatMap((base) => names.flatMap((name) => FILES.flatMap((file) => resolved(`${name}${file}`, base) ?? [])));
  return [...new Set(all)].filter((address) => roots.some((root) => address.startsWith(root)));
}

function resolved(path: string, base: string): string | undefined {
  try {
    return new URL(path, base).href;
  } catch {
    return undefined;
  }
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/** Brackets would end the label, and so would a backslash take the sign from its end. */
function escaped(title: string): string {
  return title.replace(/[\\[\]]/gu, '\\$&');
}

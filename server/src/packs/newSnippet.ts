import { join } from 'pathe';
import { plainSlug, slug, UniqueNames } from '../core/packs/names.js';
import type { NewSnippet } from '../core/packs/pack.js';
import { withoutHiddenCharacters } from '../core/packs/schema.js';
import { shortened } from '../core/shortened.js';
import { readPackFolder } from '../files/packs.js';
import { PackError } from './packError.js';
import type { PackPlace } from './plan.js';
import type { PackWorld } from './world.js';

/** A file that was written, and where in it the writer is wanted. */
export interface Written {
  readonly path: string;
  /** From 0; the columns in UTF-16 code units. */
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

const UNSAID = 'Say here when to use it.';
const LONGEST_TITLE = 100;
const LONGEST_PREFIX = 40;

/** Makes a pack without snippets. @returns its folder @throws PackError where one of that name is there already */
export async function createPack(world: PackWorld, place: PackPlace, title: string): Promise<string> {
  const shown = shortened(withoutHiddenCharacters(title));
  const name = plainSlug(shown, '');
  if (name === '') throw new PackError(`“${shown}” has no letter or digit that a pack’s name could be made of. Call it something else.`);
  const folder = join(place.packs, name);
  if (await world.fs.stat(folder)) throw new PackError(`There is a pack “${name}” already. Choose it, or call the new one something else.`);
  await world.putFile(join(folder, 'pack.yaml'), await yaml({ name, title: shown, version: '1.0.0', description: 'Passages that we write again and again.' }));
  return folder;
}

/**
 * Adds a snippet to a pack, in a file of its own that has its title for a name.
 * @param taken prefixes of other packs
 * @returns the place where it wants to be described, or else where its text begins
 * @throws PackError where there is no pack
 */
export async function addSnippet(world: PackWorld, folder: string, snippet: NewSnippet, taken: readonly string[]): Promise<Written> {
  const { pack } = await readPackFolder(world.fs, folder);
  if (!pack) throw new PackError(`${join(folder, 'pack.yaml')} cannot be used, so that nothing can be added to the pack. Mend it first.`);
  const title = shortened(withoutHiddenCharacters(snippet.title), LONGEST_TITLE) || 'Untitled';
  const path = await freePath(world, folder, slug(title));
  const prefixes = new UniqueNames();
  for (const prefix of new Set([...taken, ...pack.snippets.flatMap((one) => one.prefix)])) prefixes.claim(prefix);
  const head = await yaml({
    title,
    prefix: prefixes.claim(plainSlug(title, 'snippet').slice(0, LONGEST_PREFIX).replace(/-+$/u, ''), LONGEST_PREFIX),
    description: snippet.description ?? UNSAID,
    ...withoutEmpty({ for: snippet.answers, moment: snippet.moment, kinds: snippet.kinds, when: snippet.when, audience: snippet.audience, channel: snippet.channel, tags: snippet.tags }),
  });
  const text = `---\n${head}---\n${tidy(snippet.body)}\n`;
  await world.putFile(path, text);
  const lines = text.split('\n');
  if (snippet.description !== undefined) return { path, line: lines.indexOf('---', 1) + 1, from: 0, to: 0 };
  const line = lines.findIndex((one) => one.startsWith('description:'));
  const from = lines[line]?.indexOf(UNSAID) ?? 0;
  return { path, line, from, to: from + UNSAID.length };
}

/** Only what says anything. */
function withoutEmpty(head: Readonly<Record<string, string | readonly string[] | undefined>>): object {
  return Object.fromEntries(Object.entries(head).filter(([, value]) => value !== undefined && value.length > 0));
}

async function freePath({ fs }: PackWorld, folder: string, name: string): Promise<string> {
  for (let n = 1; ; n++) {
    const path = join(folder, 'snippets', `${name}${n === 1 ? '' : `-${n}`}.md`);
    if (!(await fs.stat(path))) return path;
  }
}

/** LF line ends, and none of the characters that packs refuse. */
function tidy(body: string): string {
  return withoutHiddenCharacters(body.replace(/\r\n?/gu, '\n')).trim();
}

async function yaml(data: unknown): Promise<string> {
  const { stringify } = await import('yaml');
  return stringify(data, { lineWidth: 0, flowCollectionPadding: false });
}

import { hasHiddenCharacters } from '../core/packs/schema.js';
import { LIMITS } from './limits.js';
import { PackError, refused } from './packError.js';
import type { PackFiles } from './world.js';

/** Something in a folder or an archive that may belong to a pack. Nothing is read before all names are known. */
export interface TreeEntry {
  /** As it is written there. */
  readonly path: string;
  /** A folder is no entry of its own. */
  readonly kind: 'file' | 'link' | 'other';
  /** Bytes, where known beforehand; and of them in the archive. */
  readonly size?: number;
  readonly packed?: number;
  /** @param most the bytes it may have; rejects where it has more */
  read(most: number): Promise<Uint8Array>;
}

const BELONGS = /^(?:pack\.yaml|terms\.yaml|tests\.yaml|README\.md|CHANGELOG\.md|LICEN[CS]E(?:\.md|\.txt)?|rules\/[^/]+\.yaml|snippets\/.+\.md)$/u;
/** Names that Windows keeps for itself, or changes. */
const ODD_NAME = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)|[. ]$|[<>:"|?*]/iu;

/**
 * The files of the pack that a tree holds; whatever else is there is left out and never opened.
 * @param within the folder of the tree that the pack stands in, '' for the tree itself; by default where its one `pack.yaml` is
 * @throws PackError naming the file that makes the whole pack unfit
 */
export async function packFilesIn(entries: readonly TreeEntry[], within: string | undefined, signal?: AbortSignal): Promise<PackFiles> {
  if (entries.length > LIMITS.entries) throw new PackError(`More than ${LIMITS.entries} files; name the folder that the pack stands in.`);
  for (const { path } of entries) refuseEscape(path);
  const root = within === undefined ? rootOf(entries) : within.replace(/^\.?\/+|\/+$/gu, '').replace(/(?<=.)$/u, '/');
  const own = entries.flatMap((entry) => (entry.path.startsWith(root) && BELONGS.test(entry.path.slice(root.length)) ? [{ entry, path: entry.path.slice(root.length) }] : []));
  if (!own.some(({ path }) => path === 'pack.yaml')) throw new PackError(`There is no pack.yaml in ${within ? `its folder ${within}` : 'it'}; a pack has one with name, version and description.`);
  if (own.length > LIMITS.files) throw new PackError(`The pack has more than ${LIMITS.files} files; make several packs of it.`);
  return readAll(own, signal);
}

interface Own {
  readonly entry: TreeEntry;
  readonly path: string;
}

/** A path that leads out of its folder is no accident, wherever in the archive it stands. */
function refuseEscape(path: string): void {
  if (path.startsWith('/') || /^[A-Za-z]:/u.test(path) || path.includes('\\') || path.split('/').includes('..')) throw refused(path, 'The name leads out of the pack’s own folder, which no honest pack does. It was not added.');
  if (hasHiddenCharacters(path) || path.includes('\n')) throw refused(path, 'The name holds characters that nobody sees. Rename the file, and try again.');
}

/** Where the uppermost `pack.yaml` stands. */
function rootOf(entries: readonly TreeEntry[]): string {
  const roots = entries.flatMap(({ path }) => (/(?:^|\/)pack\.yaml$/u.test(path) ? [path.slice(0, -'pack.yaml'.length)] : []));
  const depth = (root: string) => root.split('/').length;
  const least = Math.min(...roots.map(depth));
  const [first = '', second] = roots.filter((root) => depth(root) === least);
  if (second !== undefined) throw new PackError(`There are several packs in it: ${roots.map((root) => root.slice(0, -1)).join(', ')}. Name the folder of the one you want.`);
  return first;
}

async function readAll(own: readonly Own[], signal: AbortSignal | undefined): Promise<PackFiles> {
  refuseTwins(own);
  for (const { entry, path } of own) refuseOdd(entry, path);
  const files = new Map<string, Uint8Array>();
  let left: number = LIMITS.total;
  for (const { entry, path } of [...own].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    signal?.throwIfAborted();
    const contents = await entry.read(LIMITS.file).catch((error: unknown) => {
      throw refused(path, tooLarge(error) ? TOO_LARGE : `The file cannot be read (${error instanceof Error ? error.message : String(error)}).`);
    });
    left -= contents.length;
    if (contents.length > LIMITS.file) throw refused(path, TOO_LARGE);
    if (left < 0) throw refused(path, `With this file the pack is larger than ${LIMITS.total / 1024 / 1024} MB; make several packs of it.`);
    files.set(path, contents);
  }
  return files;
}

const TOO_LARGE = `The file is larger than ${LIMITS.file / 1024} kB; split it.`;

function tooLarge(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'EFBIG';
}

function refuseOdd({ kind, size = 0, packed }: TreeEntry, path: string): void {
  if (kind === 'link') throw refused(path, 'This is a link, and packs hold their files themselves. Put a copy of the file there.');
  if (kind !== 'file') throw refused(path, 'This is not a file, and a pack holds plain files only.');
  if (path.split('/').some((part) => ODD_NAME.test(part))) throw refused(path, 'Windows cannot have a file of this name. Rename it.');
  if (size > LIMITS.file) throw refused(path, TOO_LARGE);
  if (packed !== undefined && size > 4096 && size > packed * LIMITS.ratio) throw refused(path, `The file is more than ${LIMITS.ratio} times larger than in the archive, which no text is. The pack was not added.`);
}

/** On most people’s disks these two would be one file. */
function refuseTwins(own: readonly Own[]): void {
  const seen = new Map<string, string>();
  for (const { path } of own) {
    const twin = seen.get(path.toLowerCase());
    if (twin !== undefined) throw refused(path, `On Windows and macOS this is the same file as ${twin}. Rename one of them.`);
    seen.set(path.toLowerCase(), path);
  }
}

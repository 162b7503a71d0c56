import { join } from 'pathe';
import { builtinPacks } from '../core/packs/builtin.js';
import type { Pack, PackProblem } from '../core/packs/pack.js';
import { packOf, prefixesBeside } from '../core/packs/library.js';
import { lackingFor } from '../core/packs/requirements.js';
import { packFoldersIn } from '../files/packFolders.js';
import type { ParsedFile } from '../core/packs/read.js';
import { readPackFolder } from '../files/packs.js';
import { changesBetween, type Change } from './changes.js';
import { fetchPack } from './fetchPack.js';
import { treeOfFolder } from './folderTree.js';
import { readLock, writeLock, type LockEntry } from './lock.js';
import { memoryFiles } from './memoryFiles.js';
import { PackError } from './packError.js';
import { parseSource, pinnedTo, writeSource, type PackSource } from './source.js';
import { packFilesIn } from './tree.js';
import type { PackFiles, PackWorld, Progress } from './world.js';

/** Where packs are kept: a project's, or a person's own. Paths are absolute. */
export interface PackPlace {
  /** What relative sources are relative to. */
  readonly base: string;
  /** Sources so many folders above it are written as seen from it, too. */
  readonly reach: number;
  /** A folder for each pack. */
  readonly packs: string;
  readonly lock: string;
}

/** A pack that was got and may take its place. Nothing is on the disk before `apply`. */
export interface PackPlan {
  readonly name: string;
  readonly pack: Pack;
  /** Undefined where it is new. */
  readonly from: LockEntry | undefined;
  readonly to: LockEntry;
  readonly changes: readonly Change[];
  /** What could not be read of it. */
  readonly problems: readonly PackProblem[];
  /** Somebody has changed the pack's files here since it was added: applying takes that away. */
  readonly changedHere: boolean;
  /** False: it is the same, file by file. */
  readonly isNew: boolean;
  /** Puts it in its place, whole or not at all. */
  apply(): Promise<void>;
}

/** A project and what stands beside it are moved and cloned together. */
const BESIDE_PROJECT = 2;

/** The places of a project's packs. @param root the project's folder */
export function placeIn(root: string): PackPlace {
  return { base: root, reach: BESIDE_PROJECT, packs: join(root, '.deskside/packs'), lock: join(root, '.deskside/packs.lock.yaml') };
}

/** The place of a person's own packs. @param folder Deskside's folder among their settings */
export function ownPlace(folder: string): PackPlace {
  return { base: folder, reach: 0, packs: join(folder, 'packs'), lock: join(folder, 'packs.lock.yaml') };
}

/**
 * Gets a pack from a source as people write it, and says what adding it would change.
 * @param cwd what a relative source is relative to
 * @throws PackError, or the signal's reason
 */
export async function planAdd(world: PackWorld, place: PackPlace, source: string, cwd: string, progress: Progress = {}): Promise<PackPlan> {
  return planFrom(world, place, parseSource(source, cwd), undefined, progress);
}

/**
 * Gets a pack that was added once more, and says what is new. A pinned revision stays, unless another is asked for.
 * @throws PackError, or the signal's reason
 */
export async function planUpdate(world: PackWorld, place: PackPlace, name: string, pin: string | undefined, progress: Progress = {}): Promise<PackPlan> {
  const entry = (await readLock(world.fs, place.lock))[name];
  if (!entry) throw new PackError(`The pack “${name}” was not added here; “deskside pack list” shows those that were.`);
  const source = parseSource(entry.source, place.base);
  return planFrom(world, place, pin === undefined ? source : pinnedTo(source, pin), name, progress);
}

async function planFrom(world: PackWorld, place: PackPlace, source: PackSource, expected: string | undefined, progress: Progress): Promise<PackPlan> {
  const { files, revision } = await fetchPack(world, source, progress);
  progress.onProgress?.('Reading the pack');
  const { pack, manifest, problems } = await readPackFolder(memoryFiles(files, '/pack'), '/pack');
  if (!pack) throw new PackError(problems.map(({ file, line = 1, message }) => `${file}:${line}: ${message}`).join('\n'));
  if (expected !== undefined && pack.name !== expected) throw new PackError(`pack.yaml: The pack is called “${pack.name}” now, and was “${expected}”. Remove the old one, and add the new one.`);
  const here = await installed(world, place, pack.name);
  if (here && !here.entry) throw new PackError(`${join(place.packs, pack.name)} is there already and was not added from anywhere. Rename or remove that folder first.`);
  const beside = await packsBeside(world, place, pack.name);
  const to: LockEntry = { source: writeSource(source, place.base, place.reach), version: pack.version, ...(revision !== undefined && { revision }), hash: hashOf(world, files) };
  return {
    name: pack.name,
    pack,
    from: here?.entry,
    to,
    changes: changesBetween(here?.pack, pack),
    problems: [...problems, ...lacking(pack, beside, manifest), ...sharedPrefixes(pack, here?.pack, beside)],
    changedHere: here !== undefined && here.hash !== here.entry?.hash,
    isNew: here?.hash !== to.hash,
    apply: () => apply(world, place, pack.name, files, to, progress),
  };
}

/** The packs that a pack of that name would stand beside, those that come with Deskside among them. */
async function packsBeside({ fs }: PackWorld, place: PackPlace, name: string): Promise<readonly Pack[]> {
  const readings = await Promise.all((await packFoldersIn(fs, place.packs)).map((folder) => readPackFolder(fs, folder)));
  return [...builtinPacks(), ...readings.flatMap(({ pack }) => pack ?? [])].filter((pack) => pack.name !== name);
}

/** What the pack requires and would not find in its place, where it would be left out for want of that. */
function lacking(pack: Pack, beside: readonly Pack[], manifest: ParsedFile | undefined): readonly PackProblem[] {
  return lackingFor(pack, beside).map(({ name, message }) => ({ file: 'pack.yaml', line: manifest?.lineOf?.(['requires', name]) ?? 1, severity: 'warning', message: `${message} Until then it is left out.` }));
}

/** More prefixes than anybody reads. */
const MOST_NAMED = 5;

/** The prefixes that packs beside have, too. @param before the pack as it stands there now: of what it shared already, people know */
function sharedPrefixes(pack: Pack, before: Pack | undefined, beside: readonly Pack[]): readonly PackProblem[] {
  const known = new Set(before?.snippets.flatMap(({ prefix }) => prefix));
  const owners = prefixesBeside(pack, beside);
  const shared = [...new Set(pack.snippets.flatMap(({ prefix }) => prefix))].filter((prefix) => owners.has(prefix) && !known.has(prefix));
  if (shared.length === 0) return [];
  const packs = new Set(shared.map((prefix) => packOf(owners.get(prefix)?.id ?? '')));
  const listed = `${shared.slice(0, MOST_NAMED).map((prefix) => `“${prefix}”`).join(', ')}${shared.length > MOST_NAMED ? ` and ${shared.length - MOST_NAMED} more` : ''}`;
  const [stand, one] = shared.length === 1 ? ['The prefix stands', 'it'] : ['These prefixes stand', 'one'];
  const message = `${stand} in ${[...packs].join(', ')}, too, and whoever types ${one} gets a choice: ${listed}. For others, ask whoever keeps this pack.`;
  return [{ file: 'pack.yaml', severity: 'warning', message }];
}

/** What stands in a pack's place now. */
export interface Installed {
  /** Undefined where it was put there by hand. */
  readonly entry: LockEntry | undefined;
  readonly pack: Pack | undefined;
  readonly problems: readonly PackProblem[];
  readonly hash: string;
}

/** Reads the pack of a name where packs are kept; undefined where there is none. */
export async function installed(world: PackWorld, place: PackPlace, name: string): Promise<Installed | undefined> {
  const folder = join(place.packs, name);
  if ((await world.fs.stat(folder)) !== 'folder') return undefined;
  const entry = (await readLock(world.fs, place.lock))[name];
  const files = await packFilesIn(await treeOfFolder(world.fs, folder), '').catch(() => new Map<string, Uint8Array>());
  return { entry, hash: hashOf(world, files), ...noPackAsUndefined(await readPackFolder(world.fs, folder)) };
}

function noPackAsUndefined({ pack, problems }: { readonly pack?: Pack | undefined; readonly problems: readonly PackProblem[] }): Pick<Installed, 'pack' | 'problems'> {
  return { pack, problems };
}

/** The lock is written last: should that fail, the old pack comes back, and both agree again. */
async function apply(world: PackWorld, place: PackPlace, name: string, files: PackFiles, entry: LockEntry, progress: Progress): Promise<void> {
  progress.signal?.throwIfAborted();
  const folder = join(place.packs, name);
  const lock = await readLock(world.fs, place.lock);
  const before = (await world.fs.stat(folder)) === 'folder' ? await packFilesIn(await treeOfFolder(world.fs, folder), '').catch(() => undefined) : undefined;
  await world.putFolder(folder, files);
  try {
    await world.putFile(place.lock, await writeLock({ ...lock, [name]: entry }));
  } catch (error) {
    await (before ? world.putFolder(folder, before) : world.removeFolder(folder));
    throw error;
  }
}

/** Takes a pack that was added away again. @throws PackError where it was not added */
export async function removePack(world: PackWorld, place: PackPlace, name: string): Promise<void> {
  const { [name]: entry, ...others } = await readLock(world.fs, place.lock);
  if (!entry) throw new PackError(`The pack “${name}” was not added here. If you wrote it yourself, remove its folder.`);
  await world.removeFolder(join(place.packs, name));
  await world.putFile(place.lock, await writeLock(others));
}

/** SHA-256 over the sorted paths and contents. Line ends do not count: git changes them from one system to another. */
function hashOf(world: PackWorld, files: PackFiles): string {
  const encoder = new TextEncoder();
  const lines = [...files].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, contents]) => `${path}\0${world.sha256(encoder.encode(new TextDecoder().decode(contents).replaceAll('\r\n', '\n')))}\n`);
  return `sha256-${world.sha256(encoder.encode(lines.join('')))}`;
}

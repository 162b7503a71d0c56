import { basename } from 'pathe';
import type { Pack, PackProblem } from '../core/packs/pack.js';
import { packFoldersIn } from '../files/packFolders.js';
import type { LockEntry } from './lock.js';
import { installed, type PackPlace } from './plan.js';
import type { PackWorld } from './world.js';

/** A pack where packs are kept. */
export interface ListedPack {
  /** Of its folder, which is the pack's too, unless somebody renamed it by hand. */
  readonly name: string;
  readonly folder: string;
  /** Undefined where it cannot be read. */
  readonly pack: Pack | undefined;
  /** Why it cannot be read. */
  readonly problem: PackProblem | undefined;
  /** Undefined where it was written here, and not added. */
  readonly entry: LockEntry | undefined;
  /** Its files were changed here since it was added. */
  readonly changedHere: boolean;
}

/** The packs in a place, by name. @throws PackError where the lock file cannot be read */
export async function packsIn(world: PackWorld, place: PackPlace): Promise<readonly ListedPack[]> {
  const listed: ListedPack[] = [];
  for (const folder of await packFoldersIn(world.fs, place.packs)) {
    const name = basename(folder);
    const found = await installed(world, place, name);
    if (!found) continue;
    const { pack, problems, entry, hash } = found;
    listed.push({ name, folder, pack, problem: pack ? undefined : problems[0], entry, changedHere: entry !== undefined && entry.hash !== hash });
  }
  return listed;
}

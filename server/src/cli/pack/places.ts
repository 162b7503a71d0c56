import { dirname, join } from 'pathe';
import { CONFIG_NAMES } from '../../files/configFile.js';
import { ownFolder, PACKS_FOLDER } from '../../files/packFolders.js';
import { isWithin } from '../../files/paths.js';
import { findUpwards } from '../../files/settings.js';
import type { PackPlace } from '../../packs/index.js';
import type { Arguments } from '../args.js';
import type { Io } from '../io.js';
import { UsageError } from '../io.js';

/** What packs are got and kept with, loaded when it is needed: reading a reply fetches nothing. */
export const loadPacks = () => import('../../packs/index.js');

/** The place that a command is about: the project's, or with `--user` the person's own. @throws UsageError where there is none */
export async function placeFor(io: Io, { options }: Arguments): Promise<PackPlace> {
  if (!options.has('user')) return projectPlace(io);
  const place = await userPlace(io);
  if (!place) throw new UsageError('There is no home folder to keep your packs in: neither HOME nor XDG_CONFIG_HOME nor APPDATA is set.');
  return place;
}

/** The place of a person's own packs; undefined where there is no home folder. */
export async function userPlace(io: Io): Promise<PackPlace | undefined> {
  const folder = ownFolder(io.env);
  return folder === undefined ? undefined : (await loadPacks()).ownPlace(folder);
}

/** The place of the project's packs: of the nearest folder upwards that has packs or a config, not above the git repository; the top of that where none has, or else this one. */
export async function projectPlace(io: Io): Promise<PackPlace> {
  const top = await repositoryOf(io);
  const isOurs = (path: string | undefined): path is string => path !== undefined && (top === undefined || isWithin(path, top));
  const packs = await findUpwards(io.fs, io.cwd, [PACKS_FOLDER], 'folder');
  const config = await findUpwards(io.fs, io.cwd, CONFIG_NAMES);
  const root = isOurs(packs) ? join(packs, '../..') : isOurs(config) ? dirname(config) : (top ?? io.cwd);
  return (await loadPacks()).placeIn(root);
}

/** The top of the git repository around this folder. In a second work tree `.git` is a file. */
async function repositoryOf({ fs, cwd }: Io): Promise<string | undefined> {
  const found = await Promise.all((['folder', 'file'] as const).map((wanted) => findUpwards(fs, cwd, ['.git'], wanted)));
  const tops = found.flatMap((path) => (path === undefined ? [] : [dirname(path)]));
  return tops.sort((a, b) => b.length - a.length)[0];
}

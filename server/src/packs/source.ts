import { isAbsolute, relative, resolve } from 'pathe';
import { PackError } from './packError.js';

/** Where a pack comes from. */
export type PackSource = GitSource | NpmSource | ZipSource | FolderSource;

/** A repository of git’s, or a folder in one. */
export interface GitSource {
  readonly kind: 'git';
  /** An address, or an absolute path. */
  readonly url: string;
  /** A tag, a branch or a commit; without one, the repository’s main branch. */
  readonly revision?: string;
  /** The folder of the repository that the pack stands in. */
  readonly folder?: string;
}

/** A package of npm’s. */
export interface NpmSource {
  readonly kind: 'npm';
  readonly name: string;
  /** A version or a tag; without one, the latest. */
  readonly version?: string;
}

/** A zip file. */
export interface ZipSource {
  readonly kind: 'zip';
  /** Absolute. */
  readonly file: string;
}

/** A folder that others can reach too. */
export interface FolderSource {
  readonly kind: 'folder';
  /** Absolute. */
  readonly folder: string;
}

const NPM = /^npm:((?:@[a-z0-9][\w.-]*\/)?[a-z0-9][\w.-]*)(?:@([\w.+~^<>=*-]+))?$/iu;
const GIT = /^git:(.+)$|^((?:https?|ssh|git):\/\/.+|[\w.-]+@[\w.-]+:.+)$/u;
const REVISION = /^[\w][\w./-]*$/u;
const KINDS = 'npm:NAME, a git address (https://….git, git:PATH), a .zip file or a folder';

/**
 * Reads a source as people write it: `npm:@acme/pack@1.2.0`, `https://host/repo.git#v1.2.0:packs/billing`, `git:../repo`,
 * `pack.zip`, `//server/share/pack`.
 * @param cwd what relative paths are relative to
 * @throws PackError
 */
export function parseSource(written: string, cwd: string): PackSource {
  if (written.startsWith('npm:')) return npmSource(written);
  const [, path, address] = GIT.exec(written) ?? [];
  if (path !== undefined || address !== undefined) return gitSource(path ?? address ?? '', cwd);
  if (written === '' || written.startsWith('-') || written.includes('\0')) throw new PackError(`“${written}” is no place to get a pack from. It can be ${KINDS}.`);
  const here = resolve(cwd, written);
  return /\.zip$/iu.test(here) ? { kind: 'zip', file: here } : { kind: 'folder', folder: here };
}

function npmSource(written: string): NpmSource {
  const [, name, version] = NPM.exec(written) ?? [];
  if (name === undefined) throw new PackError(`“${written}” is no npm package. Write npm:NAME or npm:NAME@VERSION.`);
  return { kind: 'npm', name, ...(version !== undefined && { version }) };
}

function gitSource(written: string, cwd: string): GitSource {
  const [address = '', pin = ''] = written.split('#', 2);
  const [revision = '', folder = ''] = pin.split(':', 2);
  if (address.startsWith('-') || /^\w+::/u.test(address) || (revision !== '' && !REVISION.test(revision)) || folder.split('/').includes('..')) {
    throw new PackError(`“${written}” is no git address. Write it like https://host/team/packs.git#v1.0.0, and :FOLDER after that where the pack stands in a folder.`);
  }
  const isAddress = /^[\w+]+:\/\/|^[\w.-]+@[\w.-]+:/u.test(address);
  return { kind: 'git', url: isAddress || isAbsolute(address) ? address : resolve(cwd, address), ...(revision !== '' && { revision }), ...(folder !== '' && { folder }) };
}

/**
 * A source as it is written in a lock file, from where `parseSource` reads it again; what lies in `base` is written as seen from there.
 * @param reach so many folders above `base` are still seen from there
 */
export function writeSource(source: PackSource, base: string, reach = 0): string {
  if (source.kind === 'npm') return `npm:${source.name}${source.version === undefined ? '' : `@${source.version}`}`;
  if (source.kind === 'zip') return pathFrom(base, source.file, reach);
  if (source.kind === 'folder') return pathFrom(base, source.folder, reach);
  const pin = source.revision === undefined && source.folder === undefined ? '' : `#${source.revision ?? ''}${source.folder === undefined ? '' : `:${source.folder}`}`;
  return `git:${pathFrom(base, source.url, reach)}${pin}`;
}

function pathFrom(base: string, path: string, reach: number): string {
  if (base === '' || !isAbsolute(path)) return path;
  const from = relative(base, path);
  const above = from.split('/').filter((part) => part === '..').length;
  const shared = base.split('/').filter((part) => part !== '').length - above;
  // What shares no folder with the project does not move with it
  if (isAbsolute(from) || above > reach || (above > 0 && shared === 0)) return path;
  return above > 0 ? from : `./${from}`;
}

/** The source with another revision, version or file. @throws PackError where there is nothing to choose */
export function pinnedTo(source: PackSource, pin: string): PackSource {
  if (source.kind === 'git') return gitSource(`${source.url}#${pin}${source.folder === undefined ? '' : `:${source.folder}`}`, '/');
  if (source.kind === 'npm') return npmSource(`npm:${source.name}@${pin}`);
  throw new PackError('A zip file or a folder has one version alone. Add the pack again from the new one.');
}

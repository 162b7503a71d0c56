import { readText } from '../files/text.js';
import { treeOfFolder } from './folderTree.js';
import { LIMITS } from './limits.js';
import { PackError } from './packError.js';
import { writeSource, type GitSource, type NpmSource, type PackSource, type ZipSource } from './source.js';
import { packFilesIn } from './tree.js';
import type { PackFiles, PackWorld, Progress, Tool } from './world.js';
import { treeOfZip } from './zip.js';

/** A pack as it came from its source; nothing of it is on the disk yet. */
export interface Fetched {
  readonly files: PackFiles;
  /** What a branch or a tag stood for: a commit, or a version. */
  readonly revision?: string;
}

/** Gets a pack from its source. @throws PackError, or the signal’s reason */
export async function fetchPack(world: PackWorld, source: PackSource, progress: Progress = {}): Promise<Fetched> {
  progress.onProgress?.(`Getting ${writeSource(source, '')}`);
  progress.signal?.throwIfAborted();
  switch (source.kind) {
    case 'git':
      return world.withTemporaryFolder((folder) => fromGit(world, source, folder, progress));
    case 'npm':
      return world.withTemporaryFolder((folder) => fromNpm(world, source, folder, progress));
    case 'zip':
      return fromZip(world, source, progress);
    case 'folder':
      return { files: await packFilesIn(await treeOfFolder(world.fs, source.folder), '', progress.signal) };
  }
}

/**
 * A copy of the repository without its files, and an archive of the one commit: nothing of the repository is checked out, so
 * none of its hooks, filters or submodules has a say.
 */
async function fromGit(world: PackWorld, { url, revision, folder }: GitSource, cwd: string, progress: Progress): Promise<Fetched> {
  const git = (...args: readonly string[]) => toolOutput(world, 'git', ['-c', 'core.hooksPath=/dev/null', '-c', 'protocol.ext.allow=never', ...args], cwd, progress);
  await git('clone', '--bare', '--quiet', '--', url, 'repository.git');
  const at = ['--git-dir', `${cwd}/repository.git`];
  const commit = (await git(...at, 'rev-parse', '--verify', '--end-of-options', `${revision ?? 'HEAD'}^{commit}`).catch(async () => {
    throw new PackError(noRevision(url, revision, await git(...at, 'for-each-ref', '--sort=-creatordate', '--format=%(refname:short)', 'refs/tags', 'refs/heads')));
  })).trim();
  await git(...at, 'archive', '--format=zip', '--output', `${cwd}/pack.zip`, commit);
  const tree = await treeOfZip(await world.fs.read(`${cwd}/pack.zip`, LIMITS.archive), url);
  return { files: await packFilesIn(tree, folder, progress.signal), revision: commit };
}

const MOST_NAMES = 8;

/** @param names the repository's tags and branches, the newest first, a line each */
function noRevision(url: string, revision: string | undefined, names: string): string {
  const there = names.split('\n').filter((name) => name !== '');
  if (there.length === 0) return `${url} is empty: it has no commit yet.`;
  const listed = `${there.slice(0, MOST_NAMES).join(', ')}${there.length > MOST_NAMES ? ' and more' : ''}`;
  return `${url} has no tag, branch or commit “${revision ?? 'HEAD'}”. It has ${listed}: write one of them after “#”.`;
}

/** npm unpacks the package; its scripts are not run. */
async function fromNpm(world: PackWorld, { name, version }: NpmSource, cwd: string, progress: Progress): Promise<Fetched> {
  const wanted = `${name}${version === undefined ? '' : `@${version}`}`;
  await toolOutput(world, 'npm', ['install', '--prefix', cwd, '--ignore-scripts', '--no-save', '--no-package-lock', '--no-audit', '--no-fund', '--no-bin-links', '--omit=dev', '--loglevel=error', '--', wanted], cwd, progress);
  const folder = `${cwd}/node_modules/${name}`;
  const files = await packFilesIn(await treeOfFolder(world.fs, folder), undefined, progress.signal);
  const manifest = await readText(world.fs, `${folder}/package.json`, LIMITS.file);
  const found = 'text' in manifest ? /"version"\s*:\s*"([^"]+)"/u.exec(manifest.text)?.[1] : undefined;
  return { files, ...(found !== undefined && { revision: found }) };
}

async function fromZip(world: PackWorld, { file }: ZipSource, { signal }: Progress): Promise<Fetched> {
  const bytes = await world.fs.read(file, LIMITS.archive).catch(() => {
    throw new PackError(`${file} cannot be read; check that it is there, and smaller than ${LIMITS.archive / 1024 / 1024} MB.`);
  });
  return { files: await packFilesIn(await treeOfZip(bytes, file), undefined, signal) };
}

async function toolOutput(world: PackWorld, tool: Tool, args: readonly string[], cwd: string, { signal }: Progress): Promise<string> {
  const { code, out, err } = await world.run(tool, args, { cwd, ...(signal && { signal }) });
  if (code === 0) return out;
  throw new PackError(inPlainWords(tool, args.at(-1) ?? '', err) ?? `${tool} could not get it and says: ${lastWords(tool, err) || `exit code ${code}`}`);
}

/** npm's errors by their codes: it tells each in half a page, most of it about itself. Undefined: none of those. */
function inPlainWords(tool: Tool, wanted: string, err: string): string | undefined {
  const code = tool === 'npm' ? /^npm (?:error|ERR!) code (\w+)$/mu.exec(err)?.[1] : undefined;
  if (code === 'E404') return `npm knows no package “${wanted}”, or you may not see it. Check the name; for a private one, log in with “npm login” first.`;
  if (code === 'ETARGET') return `npm knows the package, but no version of it that fits “${wanted}”. “npm view NAME versions” lists those there are.`;
  if (code === 'E401' || code === 'E403') return `npm may not get “${wanted}” for you. Log in with “npm login” first.`;
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN' || code === 'ECONNREFUSED' || code === 'ETIMEDOUT') return `npm cannot reach its registry (${code}). Check the network, or get the pack as a zip file or a folder.`;
  return undefined;
}

/** What a tool said last, on one line, without its own name before each and without where its log is. */
function lastWords(tool: Tool, err: string): string {
  const lines = err.split('\n').map((line) => line.replace(/^npm (?:error|ERR!)(?: code)?/u, '').trim()).filter((line) => line !== '' && !(tool === 'npm' && line.startsWith('A complete log')));
  return lines.slice(-3).join(' ').slice(0, 400);
}

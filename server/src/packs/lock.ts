import * as v from 'valibot';
import { checkData } from '../files/checked.js';
import type { FileSystem } from '../files/fileSystem.js';
import { readText } from '../files/text.js';
import { readYaml } from '../files/yaml.js';
import { LIMITS } from './limits.js';
import { PackError } from './packError.js';

const text = v.pipe(v.string(), v.maxLength(2000));

/** What is known of a pack that was added: where it came from, and what exactly was got. */
const entrySchema = v.strictObject({
  source: text,
  version: text,
  /** What a branch, a tag or “latest” stood for. */
  revision: v.exactOptional(text),
  /** Of all its files, to see that nobody has changed them. */
  hash: text,
});

const lockSchema = v.strictObject({ packs: v.record(v.pipe(v.string(), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u)), entrySchema) });

/** What the lock file knows of a pack. */
export type LockEntry = v.InferOutput<typeof entrySchema>;
/** The packs that were added, by name. */
export type Lock = Readonly<Record<string, LockEntry>>;

const HEADER = '# The packs that were added here. Written by “deskside pack add”, “update” and “remove”; keep it in git with the packs.\n';

/** Reads a lock file; without one nothing was added. @throws PackError naming the line of what is wrong */
export async function readLock(fs: FileSystem, path: string): Promise<Lock> {
  if ((await fs.stat(path)) === undefined) return {};
  const read = await readText(fs, path, LIMITS.file);
  if ('problem' in read) throw new PackError(`${path} ${read.problem}.`);
  const yaml = await readYaml(read.text, path);
  const { data, problems } = yaml.problems.length > 0 ? { data: undefined, problems: yaml.problems } : checkData(lockSchema, yaml);
  const [first] = problems;
  if (!data) throw new PackError(`${path}:${first?.line ?? 1}: ${first?.message ?? 'This is no lock file.'} Take the file back from git, or remove it and add the packs again.`);
  return data.packs;
}

/** The text of a lock file, the same for the same packs. */
export async function writeLock(lock: Lock): Promise<string> {
  const { stringify } = await import('yaml');
  const sorted = Object.fromEntries(Object.entries(lock).sort(([a], [b]) => (a < b ? -1 : 1)));
  return HEADER + stringify({ packs: sorted }, { lineWidth: 0 });
}

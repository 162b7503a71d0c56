import type { Kind } from '../core/index.js';
import { findFiles } from '../files/find.js';
import type { Said } from '../files/layers.js';
import type { Resolution, Resolver } from '../files/resolve.js';
import { readText } from '../files/text.js';
import type { Io } from './io.js';
import { shownPath } from './shownPath.js';

/** The texts of a folder, by what is said of them; most of them first. */
export async function textsIn(io: Io, folder: string, resolver: Resolver): Promise<readonly Texts[]> {
  const { files } = await findFiles(io.fs, resolver, folder, ['.']);
  const groups = new Map<string, Texts>();
  for (const path of files) {
    const read = await readText(io.fs, path);
    if (!('text' in read)) continue;
    const resolution = await resolver.resolve({ path, text: read.text });
    const said = saidOf(resolution, path, io.cwd);
    const { kind = null } = resolution;
    groups.set(said, { said, kind, files: (groups.get(said)?.files ?? 0) + 1 });
  }
  return [...groups.values()].sort((a, b) => b.files - a.files);
}

/** Texts of which the same is said. */
export interface Texts {
  readonly said: string;
  readonly kind: Kind | null;
  readonly files: number;
}

/** What a text is read as, and who says so. */
export function saidOf({ kind, kindFrom, settings }: Pick<Resolution, 'kind' | 'kindFrom' | 'settings'>, path: string, cwd: string): string {
  const place = ({ file, line }: Said<unknown>): string => `${shownPath(cwd, file)}:${line}`;
  const leftOut = settings.leftOutBy(path);
  if (leftOut) return `not read: “${leftOut.pattern}” stands under “ignore” (${place(leftOut)})`;
  const said = settings.kindOf(path);
  if (!kind) return 'not read: nothing says that it is a reply or an article';
  return `${kind}, as ${kindFrom === 'config' && said ? `“${said.pattern}” stands under “kinds” (${place(said)})` : `its ${kindFrom} says`}`;
}

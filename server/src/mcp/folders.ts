import { dirname, isAbsolute, join, normalize } from 'pathe';
import type { FileSystem } from '../files/fileSystem.js';
import { isWithin } from '../files/paths.js';
import { ToolError } from './toolError.js';

/** Where files may be read. */
export interface Folders {
  readonly fs: FileSystem;
  readonly roots: readonly [string, ...string[]];
}

/**
 * A path as it is asked for, made absolute. What links lead to counts, and not where they stand.
 * @throws ToolError where it leads out of the folders that may be read
 */
export async function pathBelow({ fs, roots }: Folders, asked: string): Promise<string> {
  if (asked.includes('\0') || /^(?:[a-z][a-z0-9+.-]+:\/\/|data:|untitled:)/i.test(asked)) throw new ToolError(`“${asked.replaceAll('\0', ' ')}” is no path. Give one from the working folder, for example “drafts/refund.reply.md”.`);
  const path = isAbsolute(asked) ? normalize(asked) : join(roots[0], asked);
  const real = await realPath(fs, path);
  for (const root of roots) {
    if (isWithin(path, root) && isWithin(real, await realPath(fs, root))) return path;
  }
  throw new ToolError(`${asked} lies outside ${roots.join(' and ')}, and nothing else is read here. Hand the text over as “text”, or have a person start the service with that folder: deskside mcp FOLDER`);
}

/** Where a path leads, be it that only its first folders are there. */
async function realPath(fs: FileSystem, path: string): Promise<string> {
  try {
    return await fs.realPath(path);
  } catch {
    const above = dirname(path);
    return above === path ? path : join(await realPath(fs, above), path.slice(above.length));
  }
}

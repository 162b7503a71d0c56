import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TextStore } from './cache.js';

/** Keeps texts as files of a folder that git does not see. */
export function folderStore(folder: string): TextStore {
  let isThere = false;
  const prepare = (): void => {
    if (isThere) return;
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, '.gitignore'), '*\n');
    isThere = true;
  };
  return { get: (name) => attempt(() => readFileSync(join(folder, name), 'utf8')), set: (name, text) => attempt(() => (prepare(), write(join(folder, name), text))) };
}

/** Whole or not at all, as another run may read it. */
function write(path: string, text: string): void {
  const unfinished = `${path}.${process.pid}`;
  writeFileSync(unfinished, text);
  renameSync(unfinished, path);
}

/** A cache that cannot be used is like none. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

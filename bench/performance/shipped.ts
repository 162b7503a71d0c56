/** The engine as it ships, not as TypeScript runs it. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { createLinter } from '../../server/src/core/index.js';
import { root } from './corpus.js';

/** What is measured of it. */
export interface Engine {
  readonly createLinter: typeof createLinter;
}

/** Loads it. */
export async function shipped(): Promise<Engine> {
  return (await import(pathToFileURL(join(root, 'dist/index.js')).href)) as Engine;
}

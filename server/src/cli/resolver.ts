import { join } from 'pathe';
import { ownFolder } from '../files/packFolders.js';
import { createResolver, type Resolver } from '../files/resolve.js';
import type { Io } from './io.js';
import type { LintOptions } from './lintOptions.js';

/** The resolver of a run: the command line's options above the files', and the person's own packs with the project's. */
export function resolverFor(io: Pick<Io, 'fs' | 'env'>, { config: override, configFile }: Pick<LintOptions, 'config' | 'configFile'>): Resolver {
  const own = ownFolder(io.env);
  return createResolver({ fs: io.fs, override, ...(configFile !== undefined && { configFile }), ...(own !== undefined && { userPacks: join(own, 'packs') }) });
}

import type { ConfigInput } from '../core/index.js';
import type { FileSystem } from '../files/fileSystem.js';
import type { Resolver } from '../files/resolve.js';
import { Desk, PLAIN } from './desk.js';
import type { Errors } from './errors.js';
import type { Io } from './io.js';
import { resolverFor } from './resolver.js';

/**
 * What the service for assistants is lent: it is a bundle of its own that has none of this, so that it reads texts with what
 * the command line reads them with, and nothing is loaded twice. It can write nothing.
 */
export interface AssistantIo {
  readonly fs: FileSystem;
  readonly version: string;
  readonly engine: Pick<Io['engine'], 'isEnglish'>;
  /** The folders below which files may be read, absolute; a relative path is one from the first. */
  readonly roots: Roots;
  /** A desk that reads without any options, and knows nothing of what others have read. */
  desk(errors: Errors): Desk;
  /** A resolver that knows nothing of what files held before. @param config goes above what they say */
  resolver(config: ConfigInput): Resolver;
}

/** At least one folder. */
export type Roots = readonly [string, ...string[]];

/** Lends the service what this run has. */
export function assistantIo(io: Pick<Io, 'cwd' | 'fs' | 'env' | 'engine' | 'store' | 'hash' | 'version'>, roots: Roots): AssistantIo {
  const { fs, version, engine } = io;
  return { fs, version, engine, roots, desk: (errors) => new Desk(io, PLAIN, errors), resolver: (config) => resolverFor(io, { config, configFile: undefined }) };
}

import type { Resolver } from '../files/resolve.js';
import type { Arguments } from './args.js';
import { Desk, PLAIN } from './desk.js';
import { ErrorStream } from './errors.js';
import type { Io } from './io.js';
import { readConfigOptions } from './lintOptions.js';
import { resolverFor } from './resolver.js';

/** What a command reads with that takes the options about the config alone: `CONFIG_OPTIONS`. */
export function plainDesk(io: Io, args: Arguments): { readonly desk: Desk; readonly errors: ErrorStream; readonly resolver: Resolver } {
  const errors = new ErrorStream(io.err);
  return { desk: new Desk(io, PLAIN, errors), errors, resolver: resolverFor(io, readConfigOptions(args, io.cwd)) };
}

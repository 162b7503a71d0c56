import { dirname, resolve } from 'pathe';
import { readArguments } from './args.js';
import { assistantIo } from './assistantIo.js';
import type { Roots } from './assistantIo.js';
import type { ExitCode, Io } from './io.js';
import { UsageError } from './io.js';

/** `deskside mcp [folder…]`: the service for AI assistants. Below these folders it may read files; without any, below this one. */
export async function mcpCommand(io: Io, argv: readonly string[]): Promise<ExitCode> {
  const { positionals } = readArguments(argv, { stdio: 'flag' });
  if (!positionals.length && dirname(io.cwd) === io.cwd) throw new UsageError('Nobody said which folders may be read, and here that would be the whole disk. Name them: deskside mcp FOLDER');
  const [first, ...others] = positionals.map((path) => resolve(io.cwd, path));
  const roots: Roots = [first ?? io.cwd, ...others];
  for (const root of roots) if ((await io.fs.stat(root)) !== 'folder') throw new UsageError(`There is no folder ${root}. deskside mcp takes the folders that assistants may have read.`);
  await io.startAssistants(assistantIo(io, roots));
  return 0;
}

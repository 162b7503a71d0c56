import { join, resolve } from 'pathe';
import type { Draft, Resolver } from '../files/resolve.js';
import { decodeText } from '../files/text.js';
import type { Decoded } from '../files/text.js';
import type { Desk } from './desk.js';
import type { Io } from './io.js';
import type { LintOptions } from './lintOptions.js';
import type { Outcome, Reader } from './reader.js';

/** Reads what comes through standard input, as the file whose name `--stdin-filename` gives it. */
export async function readStdin(io: Io, { stdinName, kind: asked }: LintOptions, reader: Reader, desk: Desk, resolver: Resolver): Promise<Outcome> {
  const decoded = await stdinText(io);
  const path = stdinName === undefined ? undefined : resolve(io.cwd, stdinName);
  const at = path ?? stdinPath(io);
  if ('problem' in decoded) return void (await desk.complain(at, decoded.problem));
  const draft: Draft = { text: decoded.text, ...(path === undefined ? { folder: io.cwd } : { path }) };
  const resolution = await resolver.resolve(draft);
  // What is piped in without a name is meant to be read
  const kind = asked ?? resolution.kind ?? (path === undefined ? 'reply' : undefined);
  return kind ? reader.text(at, decoded.text, kind, resolution, path) : 'left alone';
}

/** The whole text that comes through standard input, or why there is none. */
export async function stdinText({ in: stream }: Pick<Io, 'in'>): Promise<Decoded> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return decodeText(Buffer.concat(chunks));
}

/** What it is called where paths are told, if nobody gives it a name. */
export function stdinPath({ cwd }: Pick<Io, 'cwd'>): string {
  return join(cwd, 'standard input');
}

import { join, resolve } from 'pathe';
import type { Draft, Resolver } from '../files/resolve.js';
import { decodeText } from '../files/text.js';
import type { Desk } from './desk.js';
import type { Io } from './io.js';
import type { LintOptions } from './lintOptions.js';
import type { Outcome, Reader } from './reader.js';

/** Reads what comes through standard input, as the file whose name `--stdin-filename` gives it. */
export async function readStdin(io: Io, { stdinName, kind: asked }: LintOptions, reader: Reader, desk: Desk, resolver: Resolver): Promise<Outcome> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of io.in) chunks.push(chunk);
  const decoded = decodeText(Buffer.concat(chunks));
  const path = stdinName === undefined ? undefined : resolve(io.cwd, stdinName);
  const at = path ?? join(io.cwd, 'standard input');
  if ('problem' in decoded) return void (await desk.complain(at, decoded.problem));
  const draft: Draft = { text: decoded.text, ...(path === undefined ? { folder: io.cwd } : { path }) };
  const resolution = await resolver.resolve(draft);
  // What is piped in without a name is meant to be read
  const kind = asked ?? resolution.kind ?? (path === undefined ? 'reply' : undefined);
  return kind ? reader.text(at, decoded.text, kind, resolution, path) : 'left alone';
}

import { realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { normalize } from 'pathe';
import type { AssistantIo } from '../cli/assistantIo.js';
import { createAssistantServer } from '../mcp/server.js';
import { LastingTransport } from './lastingTransport.js';

/** A message may be some times as long as the longest text that is read, so that a longer one has its answer; in bytes. */
const LONGEST_MESSAGE = 16 * 1024 * 1024;

/** Answers AI assistants on this process's standard input and output, until they close it and have their answers. Nothing else may write there. */
export async function serveAssistants(io: AssistantIo): Promise<void> {
  const pages = normalize(join(dirname(realpathSync(process.argv[1] ?? '.')), '..', 'docs', 'rules'));
  const transport = new LastingTransport(process.stdin, process.stdout, LONGEST_MESSAGE);
  serveStdio(() => createAssistantServer(io, pages), { transport, onerror: ({ message }) => console.error(`deskside: ${message}`) });
  await transport.ended;
}

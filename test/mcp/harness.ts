import assert from 'node:assert/strict';
import { Client, InMemoryTransport } from '@modelcontextprotocol/client';
import type { CallToolResult } from '@modelcontextprotocol/client';
import { assistantIo } from '../../server/src/cli/assistantIo.js';
import type { AssistantIo, Roots } from '../../server/src/cli/assistantIo.js';
import { engine } from '../../server/src/core/engine.js';
import type { WritableFileSystem } from '../../server/src/files/fileSystem.js';
import { createAssistantServer } from '../../server/src/mcp/server.js';
import type { MemoryFile } from '../cli/memoryFileSystem.js';
import { memoryFileSystem } from '../cli/memoryFileSystem.js';
import { stillWorld } from '../cli/run.js';

/** An assistant that is connected to the service. */
export interface Assistant {
  readonly client: Client;
  /** Calls a tool that is to succeed. */
  call(name: string, args: Readonly<Record<string, unknown>>): Promise<Answered>;
  /** Calls a tool that is to fail; resolves to what it says. */
  fail(name: string, args: Readonly<Record<string, unknown>>): Promise<string>;
}

export interface Answered {
  readonly words: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface World {
  readonly files?: Readonly<Record<string, MemoryFile>>;
  readonly fs?: WritableFileSystem;
  readonly roots?: Roots;
  /** Changes what the service is lent. */
  readonly lend?: (io: AssistantIo) => AssistantIo;
}

const open: Client[] = [];

/** Connects an assistant to a service of its own, in this process, whose files are these. */
export async function connect({ files = {}, fs = readOnly(memoryFileSystem(files)), roots = ['/desk'], lend = (io) => io }: World = {}): Promise<Assistant> {
  const io = assistantIo({ ...stillWorld, cwd: '/desk', fs, env: {}, engine, version: '1.2.3' }, roots);
  const [ours, theirs] = InMemoryTransport.createLinkedPair();
  const client = new Client({ name: 'test', version: '1' });
  open.push(client);
  await Promise.all([createAssistantServer(lend(io), '/pages').connect(ours), client.connect(theirs)]);
  return {
    client,
    call: async (name, args) => {
      const { isError, structuredContent, ...result } = await client.callTool({ name, arguments: { ...args } });
      assert.ok(!isError, wordsOf(result));
      return { words: wordsOf(result), data: structuredContent as Record<string, unknown> };
    },
    fail: async (name, args) => {
      const result = await client.callTool({ name, arguments: { ...args } });
      assert.equal(result.isError, true, wordsOf(result));
      return wordsOf(result);
    },
  };
}

/** Closes all that a test has opened. */
export async function closeAll(): Promise<void> {
  await Promise.all(open.splice(0).map((client) => client.close()));
}

/** Files that nobody may write. */
function readOnly(fs: WritableFileSystem): WritableFileSystem {
  const refuse = async (path: string) => assert.fail(`the service writes to ${path}`);
  return { ...fs, replace: refuse, create: refuse, sweep: refuse };
}

function wordsOf({ content }: Pick<CallToolResult, 'content'>): string {
  return content.map((one) => (one.type === 'text' ? one.text : '')).join('\n');
}

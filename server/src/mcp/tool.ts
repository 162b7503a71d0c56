import type { CallToolResult, McpServer, StandardSchemaWithJSON } from '@modelcontextprotocol/server';
import { toStandardJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { ToolError } from './toolError.js';
import type { Turns } from './turns.js';

/** What a tool answers: the same for people and models to read, and as data for programs. */
export interface Answer<Data> {
  readonly words: string;
  readonly data: Data;
}

/** A tool: what it is called, what it is told, and what it answers. */
export interface Tool<Arguments extends v.ObjectEntries, Data extends v.ObjectEntries> {
  readonly name: string;
  /** For people. */
  readonly title: string;
  /** For the model that chooses: when to use it, and what to do with the answer. */
  readonly description: string;
  readonly args: Arguments;
  readonly data: Data;
  /**
   * @param signal says that nobody waits for the answer any more
   * @throws ToolError where it cannot be done
   */
  run(args: v.InferOutput<v.StrictObjectSchema<Arguments, undefined>>, signal: AbortSignal): Promise<Answer<v.InferOutput<v.ObjectSchema<Data, undefined>>>>;
}

/** Makes a tool of its parts, so that what it runs with is known by its schemas. */
export function tool<Arguments extends v.ObjectEntries, Data extends v.ObjectEntries>(parts: Tool<Arguments, Data>): Tool<Arguments, Data> {
  return parts;
}

/** All tools read and change nothing, here or elsewhere. */
const READS = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false };

/** Offers a tool to whoever is connected. Calls are done one after the other, and those that were called off not at all. */
export function offer<Arguments extends v.ObjectEntries, Data extends v.ObjectEntries>(server: McpServer, turns: Turns, { name, title, description, args, data, run }: Tool<Arguments, Data>): void {
  const inputSchema: StandardSchemaWithJSON<unknown, v.InferOutput<v.StrictObjectSchema<Arguments, undefined>>> = toStandardJsonSchema(v.strictObject(args, ({ expected }) => (expected === 'never' ? `there is no such argument; there are ${Object.keys(args).join(', ')}` : 'is missing')));
  const outputSchema: StandardSchemaWithJSON = toStandardJsonSchema(v.object(data));
  server.registerTool(name, { title, description, inputSchema, outputSchema, annotations: { title, ...READS } }, async (given, { mcpReq: { signal } }): Promise<CallToolResult> => {
    try {
      const { words, data: structured } = await turns.take(signal, () => run(given, signal));
      return { content: [{ type: 'text', text: words }], structuredContent: structured };
    } catch (error) {
      return { isError: true, content: [{ type: 'text', text: error instanceof ToolError ? error.message : mistake(error) }] };
    }
  });
}

function mistake(error: unknown): string {
  return `This could not be done, which is a mistake in Deskside and not in the call. Please have a person report this: ${error instanceof Error ? error.message : String(error)}`;
}

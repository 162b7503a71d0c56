import { McpServer } from '@modelcontextprotocol/server';
import type { AssistantIo } from '../cli/assistantIo.js';
import { explainRule } from './explainRule.js';
import { findSnippets } from './findSnippets.js';
import { fixText } from './fixText.js';
import { lintText } from './lintText.js';
import { offerPrompts } from './prompts.js';
import { replyChecklist } from './replyChecklist.js';
import { offer } from './tool.js';
import { Turns } from './turns.js';

const INSTRUCTIONS = `Deskside reads support replies and help articles for what will hurt the reader, on this machine alone. Lint every reply with lint_text before you hand it over, and once more after you have changed it. Take the customer’s side where you weigh a finding. What stands between ‹ and › in an answer only the writer knows: ask, and never make it up.`;

/** The service for AI assistants: the engine of the editor and the command line as tools and prompts. To be connected to a transport. @param pages folder of the rules’ pages, absolute */
export function createAssistantServer(io: AssistantIo, pages: string): McpServer {
  const server = new McpServer({ name: 'deskside', title: 'Deskside', version: io.version }, { instructions: INSTRUCTIONS, jsonSchemaValidator: NOBODY_ASKS });
  const turns = new Turns();
  offer(server, turns, lintText(io));
  offer(server, turns, fixText(io));
  offer(server, turns, replyChecklist(io));
  offer(server, turns, findSnippets(io));
  offer(server, turns, explainRule(io, pages));
  offerPrompts(server);
  return server;
}

/** The library would check with it what a form for people was answered with. We show none, and the one it brings is a third of it all. */
const NOBODY_ASKS = {
  getValidator: () => () => ({ valid: false as const, data: undefined, errorMessage: 'Deskside asks for no forms.' }),
};

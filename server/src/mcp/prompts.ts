import type { GetPromptResult, McpServer } from '@modelcontextprotocol/server';
import { toStandardJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { isHtml, isText } from '../files/kinds.js';

const REVIEW_REPLY = `Review this support reply before it is sent.

Call lint_text and reply_checklist on it, with the customer’s message, where there is one, quoted by “>”. Then give:
1. whether it can be sent as it is;
2. what must change, the worst first, each with the words to use instead, and why the customer would mind;
3. the whole reply with these changes, in the writer’s own voice. Change nothing else, and make up no fact, name, number or date: where one is missing, leave it between ‹ and › and ask.
Call lint_text on the new reply before you show it.`;

const REVIEW_ARTICLE = `Review this help article before it is published.

Call lint_text on it with kind “article”. Then give what must change, the worst first, each with its line, the words to use instead, and why the reader would mind; and say what a reader who follows it step by step would miss. Make up no fact: where one is missing, ask.`;

/** What people call for by name: “review this reply before it is sent”. */
export function offerPrompts(server: McpServer): void {
  offer(server, 'review_reply', 'Review a reply before it is sent', REVIEW_REPLY, 'The reply, or the path of its file. Left out: the one at hand.');
  offer(server, 'review_article', 'Review an article before it is published', REVIEW_ARTICLE, 'The article, or the path of its file. Left out: the one at hand.');
}

function offer(server: McpServer, name: string, title: string, request: string, about: string): void {
  const argsSchema = toStandardJsonSchema(v.strictObject({ draft: v.optional(v.pipe(v.string(), v.description(about))) }, 'there is no such argument; there is draft'));
  server.registerPrompt(name, { title, description: `${title}, with Deskside’s findings.`, argsSchema }, ({ draft }): GetPromptResult => ({
    messages: [{ role: 'user', content: { type: 'text', text: draft?.trim() ? `${request}\n\n${introduced(draft)}` : request } }],
  }));
}

/** A draft, or the path of its file: a model must not take the one for the other. */
function introduced(draft: string): string {
  const line = draft.trim();
  const isPath = !line.includes('\n') && (isText(line) || isHtml(line));
  return isPath ? `The draft is the file “${line}”: hand it to the tools as “path”.` : `The draft:\n\n---\n\n${draft}`;
}

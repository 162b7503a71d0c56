import { CompletionItemKind, InsertTextFormat, MarkupKind, type CompletionItem, type MarkupContent } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Kind, Snippet } from '../core/index.js';
import { plainText } from '../core/packs/snippet-syntax.js';
import type { ClientFeatures } from './clientFeatures.js';
import { toRange } from './documents.js';
import { escapeMarkdown } from './markdown.js';
import type { Reading, Session } from './session.js';

/** What the server says about completion when it is greeted. */
export const completionOptions = { resolveProvider: false };

/** Offers the packs' snippets in drafts, by their prefix. */
export function provideCompletion(session: Session): void {
  session.connection.onCompletion(({ textDocument, position }, token) =>
    session.read(textDocument.uri, (reading, document) => complete(session, reading, document, document.offsetAt(position)), token),
  );
}

/** The snippets that belong in a text of a kind; without a kind, all of them. */
export function snippetsFor(snippets: readonly Snippet[], kind: Kind | undefined): readonly Snippet[] {
  if (kind === undefined) return snippets;
  if (kind === 'note') return [];
  return snippets.filter((snippet) => snippet.kinds.includes(kind === 'macro' ? 'reply' : kind));
}

function complete({ client }: Session, { lens, settings, text, range }: Reading, document: TextDocument, offset: number): CompletionItem[] {
  if (!lens || offset < range.start || offset > range.end) return [];
  const start = offset - (/[\p{L}\p{N}_/;:-]*$/u.exec(text.slice(Math.max(0, offset - 60), offset))?.[0].length ?? 0);
  const typed = text.slice(start, offset).toLowerCase();
  const place = { document, start, end: offset };
  return snippetsFor(settings.snippets, lens.kind).flatMap((snippet) => {
    const prefix = snippet.prefix.find((one) => one.toLowerCase().startsWith(typed));
    return prefix === undefined ? [] : [toItem(client, snippet, prefix, place)];
  });
}

interface Place {
  readonly document: TextDocument;
  readonly start: number;
  readonly end: number;
}

function toItem(client: ClientFeatures, snippet: Snippet, prefix: string, { document, ...range }: Place): CompletionItem {
  const newText = client.snippetCompletion ? snippet.body : plainText(snippet.body, { empty: '…' });
  return {
    label: prefix,
    labelDetails: { description: snippet.title },
    kind: CompletionItemKind.Snippet,
    detail: snippet.description,
    documentation: preview(client, snippet),
    filterText: prefix,
    sortText: snippet.id,
    insertTextFormat: client.snippetCompletion ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: { range: toRange(document, range), newText },
  };
}

/** How the snippet reads; Markdown clients see it as a quotation below its title. */
function preview(client: ClientFeatures, { title, body }: Snippet): string | MarkupContent {
  const text = plainText(body, { empty: '…' });
  if (!client.markdownCompletion) return `${title}\n\n${text}`;
  const quoted = text.split('\n').map((line) => `> ${line}`.trimEnd());
  return { kind: MarkupKind.Markdown, value: `**${escapeMarkdown(title)}**\n\n${quoted.join('\n')}` };
}

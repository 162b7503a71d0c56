import { CompletionItemKind, InsertTextFormat, MarkupKind, type CompletionItem, type MarkupContent } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { partNames } from '../core/anatomy/names.js';
import { PART_ANSWERS } from '../core/anatomy/partAnswers.js';
import type { Part, Range, Snippet } from '../core/index.js';
import { snippetsFor } from '../core/packs/calledFor.js';
import { escapeSnippetText, markStops, plainText, PREVIEW } from '../core/packs/snippet-syntax.js';
import type { ClientFeatures } from './clientFeatures.js';
import { toRange } from './documents.js';
import { sourceOf } from './draft.js';
import { snippetsOfDraft } from './draftSnippets.js';
import { escapeMarkdown } from './markdown.js';
import type { Reading, Session } from './session.js';

/** What the server says about completion when it is greeted. */
export const completionOptions = { resolveProvider: false };

/** Offers the packs' snippets in drafts by their prefix, and on an empty line the parts that a reply lacks. */
export function provideCompletion(session: Session): void {
  session.connection.onCompletion(({ textDocument, position }, token) =>
    session.readWhole(textDocument.uri, (reading, document) => complete(session, reading, document, document.offsetAt(position)), token),
  );
}

function complete({ client }: Session, reading: Reading, document: TextDocument, offset: number): CompletionItem[] {
  const { lens, settings, text, range } = reading;
  if (!lens || offset < range.start || offset > range.end) return [];
  const start = offset - (/[\p{L}\p{N}_/;:-]*$/u.exec(text.slice(Math.max(0, offset - 60), offset))?.[0].length ?? 0);
  const typed = text.slice(start, offset).toLowerCase();
  const place = { document, start, end: offset };
  const isLineEmpty = /(?:^|\n)[ \t]*$/u.test(text.slice(0, start));
  const parts = missingParts(reading, isLineEmpty ? place : { start: offset, end: offset });
  const wanted = new Set(parts.flatMap(({ id }) => PART_ANSWERS[id]));
  const snippets = snippetsOfDraft(reading);
  const prefixed = snippetsFor(settings.snippets, lens.kind).flatMap((snippet) => {
    const prefix = snippet.prefix.find((one) => one.toLowerCase().startsWith(typed));
    const isWanted = snippet.answers.slice(0, 2).some((answer) => wanted.has(answer));
    return prefix === undefined ? [] : [toItem(client, snippet, { prefix, body: snippets.bodyOf(snippet), isWanted }, place)];
  });
  return isLineEmpty ? [...prefixed, ...parts.flatMap((part, i) => toPartItem(client, part, i, typed, place))] : prefixed;
}

/**
 * The parts that a reply lacks, the word apart that is being typed on a line of its own: “Gree” may well be taken for a
 * greeting already. None where it is not read as a whole reply.
 */
function missingParts({ anatomy, lens, settings, text, range }: Reading, { start, end }: Range): readonly Part[] {
  const whole = anatomy();
  const read = start === end || !whole || !lens ? whole : settings.linter.anatomy(sourceOf(lens, text.slice(range.start, start) + text.slice(end, range.end)));
  return read?.parts.filter(({ state }) => state === 'missing') ?? [];
}

interface Place {
  readonly document: TextDocument;
  readonly start: number;
  readonly end: number;
}

/** The best way to make a missing part, to be put in where the cursor is. */
function toPartItem(client: ClientFeatures, { id, inserts: [insert] }: Part, order: number, typed: string, { document, ...range }: Place): CompletionItem[] {
  const { title, hint, why } = partNames[id];
  const [edit] = insert?.edits ?? [];
  if (!insert || !edit || ![id, ...title.toLowerCase().split(' ')].some((word) => word.startsWith(typed))) return [];
  const body = (insert.snippet ? edit.text : escapeSnippetText(edit.text)).trim();
  return [{
    label: title,
    labelDetails: { description: 'missing so far' },
    kind: CompletionItemKind.Snippet,
    detail: hint,
    documentation: preview(client, { title: why, body }),
    filterText: `${id} ${title}`,
    sortText: ` ${order}`,
    ...insertion(client, document, range, body),
  }];
}

function toItem(client: ClientFeatures, snippet: Snippet, { prefix, body, isWanted }: { readonly prefix: string; readonly body: string; readonly isWanted: boolean }, { document, ...range }: Place): CompletionItem {
  return {
    label: prefix,
    labelDetails: { description: snippet.title },
    kind: CompletionItemKind.Snippet,
    detail: snippet.description,
    documentation: preview(client, { title: snippet.title, body }),
    filterText: prefix,
    // what makes a missing part comes first
    sortText: isWanted ? `0 ${snippet.id}` : snippet.id,
    ...insertion(client, document, range, body),
  };
}

/** Puts a body in, its tab stops as plain text for clients that know none. */
function insertion({ snippetCompletion }: ClientFeatures, document: TextDocument, range: Omit<Place, 'document'>, body: string): Pick<CompletionItem, 'insertTextFormat' | 'textEdit'> {
  const newText = snippetCompletion ? markStops(body) : plainText(body, PREVIEW);
  return { insertTextFormat: snippetCompletion ? InsertTextFormat.Snippet : InsertTextFormat.PlainText, textEdit: { range: toRange(document, range), newText } };
}

/** How the snippet reads; Markdown clients see it as a quotation below its title. */
function preview(client: ClientFeatures, { title, body }: Pick<Snippet, 'title' | 'body'>): string | MarkupContent {
  const text = plainText(body, PREVIEW);
  if (!client.markdownCompletion) return `${title}\n\n${text}`;
  const quoted = text.split('\n').map((line) => `> ${line}`.trimEnd());
  return { kind: MarkupKind.Markdown, value: `**${escapeMarkdown(title)}**\n\n${quoted.join('\n')}` };
}

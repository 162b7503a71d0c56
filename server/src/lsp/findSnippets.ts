import type { CancellationToken } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding, PartId, Range } from '../core/index.js';
import { calledFor, kindOfSnippets, snippetsFor } from '../core/packs/calledFor.js';
import { markStops } from '../core/packs/snippet-syntax.js';
import { toOffsets } from './documents.js';
import { snippetsOfDraft } from './draftSnippets.js';
import { answer } from './messages.js';
import type { FindSnippetsParams, FoundSnippet, Requests } from './protocol.js';
import type { Reading, Session } from './session.js';
import { settingsInUse } from './settingsInUse.js';
import { SnippetItems } from './snippetItems.js';

const MOST = 200;

/** Answers `deskside/findSnippets` and `deskside/fillSnippet`, and keeps what people say of a conversation. */
export function provideFindSnippets(session: Session): void {
  answer(session, 'deskside/findSnippets', (params, token) => find(session, params, token));
  answer(session, 'deskside/fillSnippet', (params, token) => fill(session, params, token));
  answer(session, 'deskside/setFields', async ({ uri, values }) => {
    session.choose(uri, ({ fields, ...choices }) => ({ ...choices, fields: { ...fields, ...values } }));
    return null;
  });
}

async function find(session: Session, params: FindSnippetsParams, token: CancellationToken): Promise<readonly FoundSnippet[]> {
  const { uri, text, limit = MOST } = params;
  const inDraft = uri === undefined ? undefined : await session.readWhole(uri, (reading, document) => findForDraft(session, params, reading, document), token);
  if (inDraft) return inDraft;
  const found = (await settingsInUse(session)).flatMap((settings) => {
    const items = new SnippetItems(session, settings.project);
    return settings.linter.snippets({ text: '' }).search({ text, limit }).map(({ snippet }) => items.of(snippet));
  });
  return [...new Map(found.map((item) => [item.file ?? item.id, item])).values()].slice(0, limit);
}

function findForDraft(session: Session, { text, at, limit = MOST }: FindSnippetsParams, reading: Reading, document: TextDocument): readonly FoundSnippet[] {
  const items = new SnippetItems(session, reading.settings.project);
  const snippets = snippetsOfDraft(reading);
  const kind = kindOfSnippets(reading.lens?.kind);
  if (kind === null) return [];
  if (text.trim() !== '') return snippets.search({ text, limit, ...(kind && { kind }) }).map(({ snippet }) => items.of(snippet));
  const all = new Map(snippetsFor(reading.settings.snippets, reading.lens?.kind).map((snippet) => [snippet.id, snippet]));
  const called = calledFor(snippets, findingsIn(reading, at && toOffsets(document, at)), missingParts(reading)).filter(({ snippet }) => all.has(snippet.id));
  for (const { snippet } of called) all.delete(snippet.id);
  const others = [...all.values()].slice(0, Math.max(0, limit - called.length));
  return [...called.slice(0, limit).map(({ snippet, because }) => ({ ...items.of(snippet), because })), ...others.map((snippet) => items.of(snippet))];
}

function findingsIn({ findings, known }: Reading, at: Range | undefined): readonly Finding[] {
  return at ? [...findings, ...known].filter(({ start, end }) => start <= at.end && at.start <= end) : [];
}

function missingParts(reading: Reading): readonly PartId[] {
  return reading.anatomy()?.parts.flatMap(({ id, state }) => (state === 'missing' ? [id] : [])) ?? [];
}

async function fill(session: Session, { uri, id }: Requests['deskside/fillSnippet']['params'], token: CancellationToken): Promise<Requests['deskside/fillSnippet']['result']> {
  const draft = uri === undefined ? undefined : await session.read(uri, (reading) => ({ settings: reading.settings, snippets: snippetsOfDraft(reading) }), token);
  const settings = draft?.settings ?? (await settingsInUse(session)).find((one) => one.snippets.some((snippet) => snippet.id === id));
  const snippet = settings?.snippets.find((one) => one.id === id);
  if (!settings || !snippet) return null;
  const snippets = draft?.snippets ?? settings.linter.snippets({ text: '' });
  return { title: snippet.title, body: markStops(snippets.bodyOf(snippet)), unknown: new SnippetItems(session, settings.project).fieldsOf(snippet).filter(({ name }) => !snippets.known.get(name)) };
}

import type { CancellationToken } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { answersFor } from '../core/anatomy/parts.js';
import type { Snippet } from '../core/index.js';
import type { SnippetsForDraft } from '../core/packs/draftSnippets.js';
import { kindOfSnippets, snippetsFor } from './completion.js';
import { toOffsets } from './documents.js';
import { snippetsOfDraft } from './draftSnippets.js';
import { settingsInUse } from './inUse.js';
import type { FindSnippetsParams, FoundSnippet, Requests } from './protocol.js';
import type { Reading, Session } from './session.js';
import { SnippetItems } from './snippetItems.js';

const MOST = 200;

type Because = NonNullable<FoundSnippet['because']>;

/** Answers `deskside/findSnippets` and `deskside/fillSnippet`, and keeps what people say of a conversation. */
export function provideFindSnippets(session: Session): void {
  const { connection } = session;
  connection.onRequest('deskside/findSnippets' satisfies keyof Requests, (params: FindSnippetsParams, token) => find(session, params, token));
  connection.onRequest('deskside/fillSnippet' satisfies keyof Requests, (params: Requests['deskside/fillSnippet']['params'], token) => fill(session, params, token));
  connection.onRequest('deskside/setFields' satisfies keyof Requests, ({ uri, values }: Requests['deskside/setFields']['params']) => {
    session.choose(uri, ({ fields, ...choices }) => ({ ...choices, fields: { ...fields, ...values } }));
    return null;
  });
}

async function find(session: Session, params: FindSnippetsParams, token: CancellationToken): Promise<readonly FoundSnippet[]> {
  const { uri, text, limit = MOST } = params;
  const inDraft = uri === undefined ? undefined : await session.read(uri, (reading, document) => findForDraft(session, params, reading, document), token);
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
  const chosen = new Map<string, Because>();
  const choose = (because: Because, some: readonly Snippet[]): void => some.forEach(({ id }) => chosen.has(id) || chosen.set(id, because));
  choose('finding', answering(reading, snippets, at && toOffsets(document, at)));
  choose('part', missing(reading, snippets));
  choose('customer', snippets.forCustomer());
  const all = new Map(snippetsFor(reading.settings.snippets, reading.lens?.kind).map((snippet) => [snippet.id, snippet]));
  const best = [...chosen].flatMap(([id, because]) => {
    const snippet = all.get(id);
    return snippet ? [{ ...items.of(snippet), because }] : [];
  });
  const others = [...all.values()].filter(({ id }) => !chosen.has(id));
  return [...best, ...others.slice(0, Math.max(0, limit - best.length)).map((snippet) => items.of(snippet))].slice(0, limit);
}

/** What answers the findings in a range, those of its rule before those of its category. */
function answering({ findings, known }: Reading, snippets: SnippetsForDraft, at: { readonly start: number; readonly end: number } | undefined): readonly Snippet[] {
  const here = at ? [...findings, ...known].filter(({ start, end }) => start <= at.end && at.start <= end) : [];
  return here.flatMap(({ rule, category, ...range }) => snippets.fitting([rule, category], {}, range));
}

/** What makes the missing parts of a reply. */
function missing(reading: Reading, snippets: SnippetsForDraft): readonly Snippet[] {
  const parts = reading.anatomy()?.parts.filter(({ state }) => state === 'missing') ?? [];
  return parts.flatMap(({ id }) => snippets.fitting(answersFor(id), { kind: 'reply' }));
}

async function fill(session: Session, { uri, id }: Requests['deskside/fillSnippet']['params'], token: CancellationToken): Promise<Requests['deskside/fillSnippet']['result']> {
  const draft = uri === undefined ? undefined : await session.read(uri, (reading) => ({ settings: reading.settings, snippets: snippetsOfDraft(reading) }), token);
  const settings = draft?.settings ?? (await settingsInUse(session)).find((one) => one.snippets.some((snippet) => snippet.id === id));
  const snippet = settings?.snippets.find((one) => one.id === id);
  if (!settings || !snippet) return null;
  const snippets = draft?.snippets ?? settings.linter.snippets({ text: '' });
  return { title: snippet.title, body: snippets.bodyOf(snippet), unknown: new SnippetItems(session, settings.project).fieldsOf(snippet).filter(({ name }) => !snippets.known.get(name)) };
}

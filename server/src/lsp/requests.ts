import type { CancellationToken } from 'vscode-languageserver';
import type { Linter, Range, Snippet } from '../core/index.js';
import { snippetsFor } from '../core/packs/calledFor.js';
import { snippetsOf } from '../core/packs/library.js';
import { shortened } from '../core/shortened.js';
import { withIgnore } from '../files/ignores.js';
import { readIgnores } from './clientFeatures.js';
import { cleanReply } from './cleanReply.js';
import { toDiagnostics } from './diagnostics.js';
import { toOffsets } from './documents.js';
import { answer, hear } from './messages.js';
import { failure } from './plainly.js';
import type { ListSnippetsParams, Requests, RulePage, RulePageParams, SnippetItem } from './protocol.js';
import { rulePageAddress } from './rulePages.js';
import type { Choices, Session } from './session.js';
import { SnippetItems } from './snippetItems.js';

/** Of a sentence so much is enough to know it by, above the fingerprint that stands for it. */
const LONGEST_COMMENT = 100;

/** Answers the custom requests and notifications of `protocol.ts`. */
export function provideRequests(session: Session): void {
  answer(session, 'deskside/status', ({ uri }, token) => statusOf(session, uri, token));
  answer(session, 'deskside/setKind', ({ uri, kind }) => choose(session, uri, ({ kind: _, ...others }) => (kind === 'auto' ? others : { ...others, kind })));
  answer(session, 'deskside/pause', ({ uri, paused }) => choose(session, uri, (choices) => ({ ...choices, paused })));
  answer(session, 'deskside/lintSelection', async ({ uri, range, kind }) => {
    const document = session.documents.get(uri);
    if (!document) return null;
    session.choose(uri, (choices) => selected(choices, range && toOffsets(document, range), kind));
    return (await session.read(uri, (reading) => ({ version: reading.document.version, diagnostics: toDiagnostics(session, document, reading) }))) ?? null;
  });
  answer(session, 'deskside/listSnippets', (params, token) => listSnippets(session, params, token));
  answer(session, 'deskside/cleanReply', async ({ uri, format }, token) => {
    const { formats } = await import('../formats/replyFormats.js');
    return (await session.read(uri, (reading, document) => cleanReply(session, reading, document, formats[format === 'html' ? format : 'text']), token)) ?? null;
  });
  answer(session, 'deskside/rulePage', (params) => rulePage(session, params));
  answer(session, 'deskside/ignoreFile', async ({ uri }) => (await session.settings.of(uri)).project.ignoreFile ?? null);
  answer(session, 'deskside/addToIgnores', async ({ text, ignore, comment }) => {
    const after = await withIgnore(text, ignore, comment && shortened(comment, LONGEST_COMMENT));
    if (after === undefined) throw failure('.deskside-ignore.yaml does not hold a list.');
    return after;
  });
  hear(session, 'deskside/trust', () => {
    session.settings.trust();
    session.invalidate();
  });
  hear(session, 'deskside/setIgnores', ({ ignores }) => session.setIgnores(() => readIgnores(ignores)));
}

async function statusOf(session: Session, uri: string, token?: CancellationToken): Promise<Requests['deskside/status']['result']> {
  return (await session.read(uri, ({ status }) => status, token)) ?? null;
}

function choose(session: Session, uri: string, change: (choices: Choices) => Choices): Promise<Requests['deskside/status']['result']> {
  session.choose(uri, change);
  return statusOf(session, uri);
}

/** A selection of a text that is left alone is read as a reply; giving the selection up undoes that. */
function selected({ range: _, selectionKind: __, ...others }: Choices, range: Range | null, kind: Choices['selectionKind']): Choices {
  if (range === null || range.start === range.end) return others;
  return { ...others, range, selectionKind: kind };
}

/** Of a document and its kind, or the built-in ones. */
async function listSnippets(session: Session, { uri }: ListSnippetsParams, token: CancellationToken): Promise<readonly SnippetItem[]> {
  const found = uri === undefined ? undefined : await session.read(uri, ({ settings, lens }) => listed(new SnippetItems(session, settings.project), snippetsFor(settings.snippets, lens?.kind)), token);
  return found ?? listed(new SnippetItems(session), snippetsOf(session.runtime.builtinPacks));
}

function listed(items: SnippetItems, snippets: readonly Snippet[]): readonly SnippetItem[] {
  return snippets.map((snippet) => items.of(snippet));
}

async function rulePage(session: Session, { rule: id, uri }: RulePageParams): Promise<RulePage | null> {
  const linter = (uri === undefined ? undefined : await session.read(uri, ({ settings }) => settings.linter)) ?? defaultLinter(session);
  const rule = linter.rule(id);
  if (!rule) return null;
  const { category, title, why, source, severity = null } = rule;
  return { id: rule.id, category, title, why, source, severity, href: rulePageAddress(session, rule.id, category) ?? null };
}

function defaultLinter({ runtime }: Session): Linter {
  return runtime.engine.createLinter({});
}

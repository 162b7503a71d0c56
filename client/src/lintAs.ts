import { commands, l10n, window, type Disposable, type QuickPickItem } from 'vscode';
import { request, type SetKindParams } from '../../server/src/lsp/protocol.js';
import { activeEditor, type Deskside } from './deskside.js';
import type { Statuses } from './statuses.js';

interface KindItem extends QuickPickItem {
  readonly readAs: SetKindParams['kind'];
}

/** Lint This as…: overrides what a document is read as until it is closed. */
export function registerLintAs({ client }: Deskside, statuses: Statuses): Disposable {
  return commands.registerCommand('deskside.lintAs', async (kind?: SetKindParams['kind']) => {
    const document = activeEditor()?.document;
    if (!document) return;
    const chosen = kind ?? (await pickKind(statuses.active && (statuses.active.kind ?? 'off')));
    if (chosen) await request(client, 'deskside/setKind', { uri: document.uri.toString(), kind: chosen });
  });
}

/** @param now what the document is read as, however that came */
async function pickKind(now: SetKindParams['kind'] | undefined): Promise<SetKindParams['kind'] | undefined> {
  const items = kinds().map((item) => (item.readAs === now ? { ...item, description: l10n.t('as now') } : item));
  const picked = await window.showQuickPick(items, { placeHolder: l10n.t('What is this text? Holds until it is closed.') });
  return picked?.readAs;
}

function kinds(): readonly KindItem[] {
  return [
    { readAs: 'reply', label: l10n.t('Reply'), detail: l10n.t('A message to a customer: every rule for replies.') },
    { readAs: 'article', label: l10n.t('Help article'), detail: l10n.t('A knowledge base article: the rules for articles.') },
    { readAs: 'macro', label: l10n.t('Snippet or macro'), detail: l10n.t('A part of a reply: nothing can be missing from it.') },
    { readAs: 'note', label: l10n.t('Internal note'), detail: l10n.t('For colleagues: only what must not leak.') },
    { readAs: 'off', label: l10n.t('Not at all'), detail: l10n.t('Leave this text alone.') },
    { readAs: 'auto', label: l10n.t('Automatic'), detail: l10n.t('Decide by its name, front matter and settings.') },
  ];
}

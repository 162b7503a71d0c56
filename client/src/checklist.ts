import { Disposable, l10n, languages, type LanguageStatusItem } from 'vscode';
import type { AnatomyResult } from '../../server/src/lsp/protocol.js';
import { ActiveAnatomy } from './activeAnatomy.js';
import { rowsOf } from './checklistRows.js';
import { ChecklistView } from './checklistView.js';
import { languages as readable, type Deskside } from './deskside.js';
import { registerFillPart } from './fillPart.js';
import type { Statuses } from './statuses.js';

const id = 'deskside.checklist';

/** The Reply Checklist: what a good reply has, found or missing, while it is written; and a status item with the count left. */
export function registerChecklist(deskside: Deskside, statuses: Statuses): Disposable {
  const anatomy = new ActiveAnatomy(deskside);
  const view = new ChecklistView(id, deskside, statuses);
  const item = languages.createLanguageStatusItem(id, []);
  item.name = l10n.t('Reply checklist');
  item.command = { command: `${id}.focus`, title: l10n.t('Show') };
  const show = (now: AnatomyResult | undefined): Promise<void> => {
    showStatus(item, now);
    return view.show(now ? rowsOf(now) : [], now ? countLeft(now) : '');
  };
  return Disposable.from(anatomy, view, item, anatomy.onDidChange(show), registerFillPart(anatomy));
}

/** There for replies alone. */
function showStatus(item: LanguageStatusItem, now: AnatomyResult | undefined): void {
  item.selector = now ? readable.map((language) => ({ language })) : [];
  if (!now) return;
  item.text = l10n.t('Checklist: {0}', countLeft(now));
  item.detail = now.parts.filter(({ found }) => !found).map(({ title }) => title).join(' · ');
  item.accessibilityInformation = { label: `${item.text}. ${item.detail}` };
}

function countLeft({ missing }: AnatomyResult): string {
  if (missing === 0) return l10n.t('all there');
  return l10n.t('{0} to add', missing);
}

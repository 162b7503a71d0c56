import { Disposable, l10n, languages, window, type LanguageStatusItem, type TreeView } from 'vscode';
import type { AnatomyResult } from '../../server/src/lsp/protocol.js';
import { ActiveAnatomy } from './activeAnatomy.js';
import { rowsOf, type Row } from './checklistRows.js';
import { ChecklistTree } from './checklistTree.js';
import { languages as readable, type Deskside } from './deskside.js';
import { registerFillPart } from './fillPart.js';

const view = 'deskside.checklist';

/** Where it is remembered that the checklist has been shown once. */
const introduced = 'checklistIntroduced';

/** The Reply Checklist: what a good reply has, found or missing, while it is written; and a status item with the count left. */
export function registerChecklist(deskside: Deskside): Disposable {
  const anatomy = new ActiveAnatomy(deskside);
  const rows = new ChecklistTree();
  const tree = window.createTreeView(view, { treeDataProvider: rows });
  const item = languages.createLanguageStatusItem(view, []);
  item.name = l10n.t('Reply checklist');
  item.command = { command: `${view}.focus`, title: l10n.t('Show') };
  const show = (now: AnatomyResult | undefined): void => {
    const list = now ? rowsOf(now) : [];
    rows.show(list);
    void introduce(tree, list, deskside.context);
    tree.description = now ? countLeft(now) : '';
    showStatus(item, now);
  };
  return Disposable.from(anatomy, tree, item, anatomy.onDidChange(show), registerFillPart(anatomy));
}

/** Nobody looks for what they do not know: the first reply of all brings the view to the front, and leaves the keyboard in the text. */
async function introduce(tree: TreeView<string>, [first]: readonly Row[], { globalState }: Deskside['context']): Promise<void> {
  if (!first || globalState.get(introduced)) return;
  await globalState.update(introduced, true);
  await tree.reveal(first.key, { select: false });
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

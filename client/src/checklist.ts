import { Disposable, l10n, window } from 'vscode';
import type { AnatomyResult } from '../../server/src/lsp/protocol.js';
import type { ActiveAnatomy } from './activeAnatomy.js';
import { rowsOf } from './checklistRows.js';
import { ChecklistTree } from './checklistTree.js';
import { registerFillPart } from './fillPart.js';

/** The Reply Checklist: what a good reply has, found or missing, while it is written. It comes to the front when somebody asks for it. */
export function registerChecklist(anatomy: ActiveAnatomy): Disposable {
  const rows = new ChecklistTree();
  const tree = window.createTreeView('deskside.checklist', { treeDataProvider: rows });
  const show = (now: AnatomyResult | undefined): void => {
    rows.show(now ? rowsOf(now) : []);
    tree.description = now ? countLeft(now) : '';
  };
  return Disposable.from(tree, rows, anatomy.onDidChange(show), registerFillPart(anatomy));
}

/** Beside the title, where the view shares its place with others. */
function countLeft({ missing }: AnatomyResult): string {
  if (missing === 0) return l10n.t('all there');
  return l10n.t('{0} to add', missing);
}

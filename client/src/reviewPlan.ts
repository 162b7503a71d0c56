import { Disposable, l10n, QuickPickItemKind, window, type QuickPickItem } from 'vscode';
import type { PlannedPack } from '../../server/src/lsp/protocol.js';

type Change = PlannedPack['changes'][number]['change'];

interface Choice extends QuickPickItem {
  readonly goes?: true;
}

/** Shows what a pack would change, and asks whether it may. Escape leaves everything as it is. */
export function reviewPlan(plan: PlannedPack): Promise<boolean> {
  const picker = Object.assign(window.createQuickPick<Choice>(), { title: titleOf(plan), placeholder: l10n.t('Enter puts it in place, Escape leaves everything as it is.'), matchOnDescription: true, ignoreFocusOut: true });
  picker.items = choicesOf(plan);
  return new Promise((done) => {
    const events = Disposable.from(
      picker,
      // the other lines are there to be read
      picker.onDidAccept(() => picker.activeItems[0]?.goes && end(true)),
      picker.onDidHide(() => end(false)),
    );
    const end = (agreed: boolean): void => {
      done(agreed);
      events.dispose();
    };
    picker.show();
  });
}

function titleOf({ title, from, to }: PlannedPack): string {
  return from === undefined ? `${title} ${to}` : `${title} ${from} → ${to}`;
}

function choicesOf({ changes, problems, changedHere, from }: PlannedPack): readonly Choice[] {
  return [
    { label: from === undefined ? l10n.t('$(check) Add It') : l10n.t('$(check) Update It'), description: summary(changes), alwaysShow: true, goes: true },
    ...(changedHere ? [{ label: l10n.t('$(warning) Its files were changed here'), description: l10n.t('Those changes would be lost. To keep them, copy them into a pack of your own.') }] : []),
    ...problems.map((problem) => ({ label: `$(warning) ${problem}` })),
    ...group(l10n.t('new'), 'diff-added', 'added', changes),
    ...group(l10n.t('changed'), 'diff-modified', 'changed', changes),
    ...group(l10n.t('gone'), 'diff-removed', 'removed', changes),
  ];
}

function group(heading: string, icon: string, change: Change, changes: PlannedPack['changes']): readonly Choice[] {
  const members = changes.filter((one) => one.change === change);
  if (members.length === 0) return [];
  return [{ label: heading, kind: QuickPickItemKind.Separator }, ...members.map(({ what, id, title }) => ({ label: `$(${icon}) ${title.replace(/\$\(/g, '$ (')}`, description: what === 'rule' ? l10n.t('rule {0}', id) : id }))];
}

/** How much there is of it, in a few words. */
function summary(changes: PlannedPack['changes']): string {
  const count = (what: 'snippet' | 'rule') => changes.filter((one) => one.what === what).length;
  const [snippets, rules] = [count('snippet'), count('rule')];
  const parts = [snippets === 1 ? l10n.t('1 snippet') : snippets > 1 ? l10n.t('{0} snippets', snippets) : '', rules === 1 ? l10n.t('1 rule') : rules > 1 ? l10n.t('{0} rules', rules) : ''].filter(Boolean);
  return parts.join(', ');
}

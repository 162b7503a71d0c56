import { Disposable, l10n, MarkdownString, StatusBarAlignment, window, type Command, type StatusBarItem } from 'vscode';
import type { AnatomyResult, DocumentStatus } from '../../server/src/lsp/protocol.js';
import type { ActiveAnatomy } from './activeAnatomy.js';
import { escaped } from './escaped.js';
import { WHOLE } from './lintSelection.js';
import { kindName, listed, problemsOf, reason } from './status.js';
import type { Statuses } from './statuses.js';

/** Left of the caret's line and column, which belong to the text in front as this does. */
const PRIORITY = 101;

/** What is left to do in the text in front, at the bottom of the window; a click goes on from there. Nothing of texts that are left alone. */
export function registerStatusBar(statuses: Statuses, anatomy: ActiveAnatomy): Disposable {
  const item = window.createStatusBarItem('deskside.left', StatusBarAlignment.Right, PRIORITY);
  item.name = 'Deskside';
  let parts: AnatomyResult | undefined;
  const show = (): void => showLeft(item, statuses.active, parts);
  return Disposable.from(
    item,
    statuses.onDidChange(show),
    anatomy.onDidChange((now) => {
      parts = now;
      show();
    }),
  );
}

function showLeft(item: StatusBarItem, status: DocumentStatus | undefined, anatomy: AnatomyResult | undefined): void {
  if (!status || status.kind === null) return item.hide();
  const missing = status.kind === 'reply' && anatomy?.uri === status.uri ? anatomy.parts.filter(({ found }) => !found).map(({ title }) => title) : [];
  const text = summary(status, missing.length);
  item.text = `$(${icon(status, missing.length)}) ${text}`;
  item.command = command(status);
  item.tooltip = tooltip(status, missing);
  item.accessibilityInformation = { label: `Deskside: ${text}`, role: 'button' };
  item.show();
}

function summary(status: DocumentStatus, missing: number): string {
  const { paused, english, selection } = status;
  if (paused) return l10n.t('Deskside paused');
  if (!english) return l10n.t('Not English');
  const findings = listed(status);
  const found = findings === 1 ? l10n.t('1 finding') : l10n.t('{0} findings', findings);
  if (selection) return findings === 0 ? l10n.t('Nothing to mend in the selection') : l10n.t('{0} in the selection', found);
  if (missing === 0) return findings === 0 ? l10n.t('Nothing to mend') : found;
  return findings === 0 ? l10n.t('{0} to add', missing) : l10n.t('{0}, {1} to add', found, missing);
}

function icon(status: DocumentStatus, missing: number): string {
  const { paused, problems, english } = status;
  if (paused) return 'debug-pause';
  if (problems.length > 0) return 'warning';
  return english && listed(status) === 0 && missing === 0 ? 'check' : 'checklist';
}

function command(status: DocumentStatus): Command {
  if (status.paused) return { command: 'deskside.resume', title: l10n.t('Resume') };
  if (status.kind === 'reply') return { command: 'deskside.checklist.focus', title: l10n.t('Show the Checklist') };
  return { command: 'workbench.actions.view.problems', title: l10n.t('Show the Problems') };
}

/** The words of the customer and of settings are words, and no links. */
function tooltip(status: DocumentStatus, missing: readonly string[]): MarkdownString {
  const { kind, hints, paused, selection } = status;
  const text = new MarkdownString('', true);
  text.isTrusted = { enabledCommands: ['deskside.lintAs', 'deskside.lintSelection', 'deskside.pause', 'deskside.resume', 'deskside.showOutput'] };
  const paragraph = (words: string): unknown => words !== '' && text.appendMarkdown(`${escaped(words)}\n\n`);
  text.appendMarkdown(`**Deskside: ${kind === null ? '' : kindName(kind)}**\n\n`);
  if (status.problems.length > 0) text.appendMarkdown(`$(warning) ${escaped(problemsOf(status))}${escaped(moreProblems(status))} [${l10n.t('Show Output')}](command:deskside.showOutput)\n\n`);
  paragraph(missing.length > 0 ? l10n.t('Still to add: {0}', missing.join(' · ')) : '');
  paragraph(hints === 0 ? '' : hints === 1 ? l10n.t('And a hint: three dots under its first letters.') : l10n.t('And {0} hints: three dots under their first letters.', hints));
  paragraph([reason(status), readers(status)].filter(Boolean).join(' '));
  const pause = paused ? `[${l10n.t('Resume')}](command:deskside.resume)` : `[${l10n.t('Pause for This File')}](command:deskside.pause)`;
  const whole = selection ? `[${l10n.t('Lint the Whole Text')}](command:deskside.lintSelection?${encodeURIComponent(JSON.stringify([WHOLE]))}) · ` : '';
  return text.appendMarkdown(`${whole}[${l10n.t('Lint This as…')}](command:deskside.lintAs) · ${pause}`);
}

/** Of several mistakes in the settings one is shown, and how many there are. */
function moreProblems({ problems }: DocumentStatus): string {
  const more = problems.length - 1;
  return more < 1 ? '' : ` ${more === 1 ? l10n.t('And one more.') : l10n.t('And {0} more.', more)}`;
}

/** Whom it is read for. */
function readers({ audience, preset, english, paused }: DocumentStatus): string {
  if (!english || paused) return '';
  const people = audience === 'technical' ? l10n.t('technical readers') : l10n.t('general readers');
  const rules = preset === 'all' ? l10n.t('all rules') : l10n.t('recommended rules');
  return l10n.t('For {0}, {1}.', people, rules);
}

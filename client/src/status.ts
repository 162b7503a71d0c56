import { Disposable, l10n, languages, LanguageStatusSeverity, type Command, type LanguageStatusItem } from 'vscode';
import type { DocumentStatus } from '../../server/src/lsp/protocol.js';
import { languages as readable } from './deskside.js';
import type { Statuses } from './statuses.js';

/** The status item: what Deskside does with the text in front of you, and why. */
export function registerStatus(statuses: Statuses): Disposable {
  const item = languages.createLanguageStatusItem('deskside.status', selectorFor(undefined));
  item.name = 'Deskside';
  return Disposable.from(item, statuses.onDidChange(() => showStatus(item, statuses.active)));
}

/** Whoever writes web pages hears nothing of Deskside, unless the page is a help article. */
function selectorFor(status: DocumentStatus | undefined): readonly { readonly language: string }[] {
  const isRead = status !== undefined && status.kind !== null;
  return readable.filter((language) => language !== 'html' || isRead).map((language) => ({ language }));
}

function showStatus(item: LanguageStatusItem, status: DocumentStatus | undefined): void {
  item.selector = selectorFor(status);
  item.busy = status === undefined;
  item.text = status ? summary(status) : 'Deskside';
  item.detail = status ? problemsOf(status) || detail(status) : '';
  item.severity = status?.problems.length ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information;
  item.command = command(status);
  item.accessibilityInformation = { label: `Deskside: ${item.text}. ${item.detail}` };
}

/** In a word or two: what is on. */
function summary(status: DocumentStatus): string {
  const { kind, paused, english } = status;
  if (paused) return l10n.t('Paused');
  if (kind === null) return l10n.t('Not linted');
  if (!english) return l10n.t('Not English');
  const name = kindName(kind);
  const findings = listed(status);
  if (findings === 0) return l10n.t('{0}: nothing to mend', name);
  return findings === 1 ? l10n.t('{0}: 1 finding', name) : l10n.t('{0}: {1} findings', name, findings);
}

/** How many findings people come upon in the list of problems: hints are not in it. */
export function listed({ findings, hints }: DocumentStatus): number {
  return findings - hints;
}

/** What is wrong with the settings, first of all. */
export function problemsOf({ problems: [first = ''] }: DocumentStatus): string {
  return first;
}

/** In a sentence: why it is so. The editor shows one line, and no more of it than fits. */
function detail(status: DocumentStatus): string {
  const { kind, why } = status;
  return kind === null ? (why.split(/(?<=\.)\s/u)[0] ?? why) : reason(status);
}

/** Why a text that is not left alone is read as it is, or not read all the same. */
export function reason({ why, english, paused }: DocumentStatus): string {
  return english || paused ? why : l10n.t('Only English is read; this is another language.');
}

/** A kind of text, as people call it. */
export function kindName(kind: NonNullable<DocumentStatus['kind']>): string {
  const names = { reply: l10n.t('Reply'), article: l10n.t('Help article'), macro: l10n.t('Snippet or macro'), note: l10n.t('Internal note') };
  return names[kind];
}

function command(status: DocumentStatus | undefined): Command {
  if (status?.problems.length) return { command: 'deskside.showOutput', title: l10n.t('Show Output') };
  if (status?.paused) return { command: 'deskside.resume', title: l10n.t('Resume') };
  return { command: 'deskside.lintAs', title: l10n.t('Lint This as…') };
}

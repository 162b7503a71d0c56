import { type Disposable, EventEmitter, l10n, MarkdownString, ThemeIcon, TreeItem, TreeItemCollapsibleState as State, type TreeDataProvider } from 'vscode';
import { A_LINE, shortened } from '../../server/src/core/shortened.js';
import type { PackItem, SnippetItem } from '../../server/src/lsp/protocol.js';
import { escaped } from './escaped.js';
import type { PackRow, PackRowOfMoment, PackRowOfPack } from './packRows.js';
import { rowChanges } from './rowChanges.js';

/** The packs as a tree, drawn from rows that somebody else has read. */
export class PacksTree implements TreeDataProvider<PackRow>, Disposable {
  readonly #changed = new EventEmitter<void>();
  #rows: readonly PackRowOfPack[] = [];
  #search = '';

  readonly onDidChangeTreeData = this.#changed.event;

  /**
   * Draws what has changed; a row that is drawn anew for nothing loses the pointer over it.
   * @param search what was searched for: its rows are open, and others than those of the whole tree
   */
  show(rows: readonly PackRowOfPack[], search: string): void {
    if (search === this.#search && rowChanges(this.#rows, rows).length === 0) return;
    this.#rows = rows;
    this.#search = search;
    this.#changed.fire();
  }

  dispose(): void {
    this.#changed.dispose();
  }

  getChildren(row?: PackRow): PackRow[] {
    if (!row) return [...this.#rows];
    return row.kind === 'snippet' ? [] : [...row.rows];
  }

  getTreeItem(row: PackRow): TreeItem {
    const branch = this.#search === '' ? State.Collapsed : State.Expanded;
    const item = row.kind === 'snippet' ? snippetItem(row.snippet) : row.kind === 'moment' ? momentItem(row, branch) : packItem(row.pack, row.rows.length > 0 ? branch : State.None);
    return Object.assign(item, { id: `${this.#search} ${row.key}` });
  }
}

function momentItem({ moment, rows }: PackRowOfMoment, state: State): TreeItem {
  const title = capitalised(moment);
  return Object.assign(new TreeItem(title, state), {
    description: String(rows.length),
    contextValue: 'moment',
    accessibilityInformation: { label: `${title}, ${countOfSnippets(rows.length)}` },
  });
}

function countOfSnippets(snippets: number): string {
  return snippets === 1 ? l10n.t('1 snippet') : l10n.t('{0} snippets', snippets);
}

function packItem(pack: PackItem, state: State): TreeItem {
  const { title, version, folder, source, snippets, rules, changedHere } = pack;
  const item = new TreeItem(title, state);
  const isRead = folder === undefined || version !== '';
  const counts = !isRead ? '' : [countOfSnippets(snippets), ...(rules > 0 ? [rules === 1 ? l10n.t('1 rule') : l10n.t('{0} rules', rules)] : [])].join(', ');
  return Object.assign(item, {
    description: [folder === undefined ? l10n.t('built in') : version || l10n.t('cannot be read'), changedHere ? l10n.t('changed here') : ''].filter(Boolean).join(' · '),
    tooltip: markdown(`**${escaped(title)}** ${escaped(version)}`, escaped(pack.description), escaped(counts), source === undefined ? '' : escaped(l10n.t('From {0}', source))),
    iconPath: new ThemeIcon(folder === undefined ? 'library' : 'package'),
    contextValue: folder === undefined ? 'pack builtin' : source === undefined ? 'pack own' : 'pack added',
  });
}

function snippetItem(snippet: SnippetItem): TreeItem {
  const { title, preview, prefix, file } = snippet;
  return Object.assign(new TreeItem(title), {
    description: shortened(preview, A_LINE),
    tooltip: tooltipOf(snippet),
    iconPath: new ThemeIcon('symbol-snippet'),
    contextValue: file === undefined ? 'snippet builtin' : 'snippet file',
    accessibilityInformation: { label: [title, ...prefix, shortened(preview, A_LINE)].join(', ') },
  });
}

/** How it reads, when to use it, and what to type for it. */
function tooltipOf({ title, description, preview, prefix, owner, reviewed }: SnippetItem): MarkdownString {
  const quoted = preview.split('\n').map((line) => `> ${escaped(line)}  `).join('\n');
  const typed = prefix.map((one) => `\`${one.replace(/`/g, '')}\``).join(', ');
  const kept = [owner, reviewed].filter((one) => one !== undefined).join(', ');
  return markdown(`**${escaped(title)}**`, escaped(description), quoted, typed && l10n.t('Type {0}', typed), escaped(kept));
}

/** Packs come from strangers: their words are words, and no links or pictures. */
function markdown(...paragraphs: readonly string[]): MarkdownString {
  const text = new MarkdownString(paragraphs.filter(Boolean).join('\n\n'));
  text.isTrusted = false;
  text.supportHtml = false;
  return text;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

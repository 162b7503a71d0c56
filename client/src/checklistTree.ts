import { type Disposable, EventEmitter, ThemeColor, ThemeIcon, TreeItem, type TreeDataProvider } from 'vscode';
import type { Row } from './checklistRows.js';
import { rowChanges } from './rowChanges.js';

const icons: Readonly<Record<Row['state'], ThemeIcon>> = {
  found: new ThemeIcon('pass', new ThemeColor('charts.green')),
  missing: new ThemeIcon('circle-large-outline'),
  later: new ThemeIcon('clock'),
  size: new ThemeIcon('book', new ThemeColor('descriptionForeground')),
};

/** The rows as a tree without branches. Only what has changed is drawn again. */
export class ChecklistTree implements TreeDataProvider<string>, Disposable {
  readonly #changed = new EventEmitter<string[] | undefined>();
  #rows: ReadonlyMap<string, Row> = new Map();

  readonly onDidChangeTreeData = this.#changed.event;

  show(rows: readonly Row[]): void {
    const before = [...this.#rows.values()];
    this.#rows = new Map(rows.map((row) => [row.key, row]));
    const changes = rowChanges(before, [...this.#rows.values()]);
    if (changes === 'all') this.#changed.fire(undefined);
    else if (changes.length > 0) this.#changed.fire([...changes]);
  }

  dispose(): void {
    this.#changed.dispose();
  }

  getChildren(key?: string): string[] {
    return key === undefined ? [...this.#rows.keys()] : [];
  }

  /** The editor asks for it to reveal a row. */
  getParent(): undefined {
    return undefined;
  }

  getTreeItem(key: string): TreeItem {
    const row = this.#rows.get(key);
    return row ? toItem(row) : new TreeItem('');
  }
}

function toItem({ key, label, description, tooltip, spoken, state }: Row): TreeItem {
  const item = new TreeItem(label);
  const command = state !== 'size' && { command: { command: 'deskside.fillPart', title: label, arguments: [key] } };
  return Object.assign(item, { id: key, description, tooltip, iconPath: icons[state], contextValue: state, accessibilityInformation: { label: spoken } }, command);
}

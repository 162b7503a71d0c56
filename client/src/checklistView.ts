import { Disposable, window, type Memento, type TreeView } from 'vscode';
import type { Row } from './checklistRows.js';
import { ChecklistTree } from './checklistTree.js';
import type { Deskside } from './deskside.js';
import type { Statuses } from './statuses.js';

/** Where it is remembered whether the view was open when it was last there. */
const wanted = 'checklistOpen';

/**
 * The view of the checklist. It is there while a reply is open; the editor closes it after the last one and would
 * leave it closed. So the view comes to the front with the first reply, unless somebody has put it away.
 */
export class ChecklistView implements Disposable {
  readonly #rows = new ChecklistTree();
  readonly #tree: TreeView<string>;
  readonly #memory: Memento;
  readonly #subscriptions: Disposable;
  #brought = false;

  constructor(id: string, { context }: Deskside, statuses: Statuses) {
    this.#memory = context.globalState;
    this.#tree = window.createTreeView(id, { treeDataProvider: this.#rows });
    this.#subscriptions = Disposable.from(
      this.#tree,
      // before the rows have come, it is the editor that opens and closes
      this.#tree.onDidChangeVisibility(({ visible }) => (this.#brought ? this.#memory.update(wanted, visible) : undefined)),
      statuses.onDidChange(() => (this.#brought &&= statuses.haveReply)),
    );
  }

  /** @param description beside the title, where the view shares its place with others */
  async show(rows: readonly Row[], description: string): Promise<void> {
    this.#rows.show(rows);
    this.#tree.description = description;
    const [first] = rows;
    if (!first || this.#brought) return;
    this.#brought = true;
    // the keyboard stays in the text
    if (this.#memory.get(wanted, true)) await this.#tree.reveal(first.key, { select: false });
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }
}

import { commands, Disposable, env, l10n, UIKind, Uri, window, type TreeView } from 'vscode';
import { hear, request } from '../../server/src/lsp/protocol.js';
import { activeEditor, type Deskside } from './deskside.js';
import { editSnippet } from './editSnippet.js';
import { insertSnippet } from './insertSnippet.js';
import { packRows, type PackRow } from './packRows.js';
import { PacksTree } from './packsTree.js';

/** As many snippets as packs may bring in all. */
const ALL = 50_000;

/** The Packs view: every pack in use, its snippets by moment; a search, and what can be done with a snippet. */
export class PacksView implements Disposable {
  readonly #tree = new PacksTree();
  readonly #view: TreeView<PackRow>;
  readonly #subscriptions: Disposable;
  #search = '';
  #readings = 0;

  constructor(readonly deskside: Deskside) {
    this.#view = window.createTreeView('deskside.packs', { treeDataProvider: this.#tree, showCollapseAll: true });
    const withRow = (act: (row: PackRow) => unknown) => (row?: PackRow) => {
      const chosen = row ?? this.#view.selection[0];
      return chosen && act(chosen);
    };
    this.#subscriptions = Disposable.from(
      this.#view,
      this.#tree,
      hear(deskside.client, 'deskside/didChangePacks', () => this.#refresh()),
      this.#view.onDidChangeVisibility(() => this.#refresh()),
      commands.registerCommand('deskside.searchPacks', () => this.#askSearch()),
      commands.registerCommand('deskside.clearPackSearch', () => this.#find('')),
      commands.registerCommand('deskside.insertFromPacks', withRow((row) => this.#insert(row))),
      commands.registerCommand('deskside.copySnippet', withRow(copy)),
      commands.registerCommand('deskside.editSnippet', withRow((row) => this.#edit(row))),
    );
    this.#refresh();
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  /** Nobody sees a view that is not visible. */
  #refresh(): void {
    if (this.#view.visible) void window.withProgress({ location: { viewId: 'deskside.packs' } }, () => this.#read().catch(nobodyToAsk));
  }

  async #read(): Promise<void> {
    const reading = ++this.#readings;
    const text = this.#search;
    const { client } = this.deskside;
    const [packs, snippets] = await Promise.all([request(client, 'deskside/listPacks', {}), request(client, 'deskside/findSnippets', { text, limit: ALL })]);
    if (reading !== this.#readings) return;
    this.#tree.show(packRows(packs, snippets, text !== ''), text);
    this.#view.description = text === '' ? '' : l10n.t('“{0}”: {1}', text, snippets.length);
    const hasOwn = packs.some(({ folder }) => folder !== undefined);
    this.#view.message = hasOwn || text !== '' ? '' : welcome();
  }

  async #find(text: string): Promise<void> {
    this.#search = text.trim();
    await commands.executeCommand('setContext', 'deskside.packsSearched', this.#search !== '');
    await this.#read();
  }

  /** The tree follows while somebody types; Escape brings back what was there before. */
  #askSearch(): void {
    const before = this.#search;
    const box = Object.assign(window.createInputBox(), { value: before, placeholder: l10n.t('Words of a title, a text or a tag') });
    let isDone = false;
    const events = Disposable.from(
      box,
      box.onDidChangeValue((text) => this.#find(text)),
      box.onDidAccept(() => {
        isDone = true;
        box.hide();
      }),
      box.onDidHide(() => {
        if (!isDone) void this.#find(before);
        events.dispose();
      }),
    );
    box.show();
  }

  /** Where no text is open that could take it, in a new reply. */
  async #insert(row: PackRow): Promise<void> {
    if (row.kind !== 'snippet') return;
    if (!activeEditor()) await commands.executeCommand('deskside.newReply');
    const editor = activeEditor();
    if (editor) await insertSnippet(this.deskside, editor, row.snippet.id);
  }

  /** A snippet, or a pack's `pack.yaml`. */
  async #edit(row: PackRow): Promise<void> {
    if (row.kind === 'snippet') await editSnippet(this.deskside, row.snippet);
    else if (row.kind === 'pack' && row.pack.folder !== undefined) await window.showTextDocument(Uri.parse(`${row.pack.folder}/pack.yaml`));
  }
}

/** What to do where nobody has a pack of their own yet. A browser alone has no disk to keep one on. */
function welcome(): string {
  if (env.uiKind === UIKind.Web && env.remoteName === undefined) return l10n.t('These come with Deskside. Your team’s are read from the folder .deskside/packs of the project.');
  return l10n.t('These come with Deskside. Add your team’s with +, or begin one: select a passage and choose “Save Selection as Snippet…”.');
}

/** While the server starts anew; it tells of packs when it is there. */
function nobodyToAsk(): void {
  // What is shown stays until then.
}

async function copy(row: PackRow): Promise<void> {
  if (row.kind !== 'snippet') return;
  await env.clipboard.writeText(row.snippet.preview);
  window.setStatusBarMessage(l10n.t('$(check) “{0}” copied', row.snippet.title), 4000);
}

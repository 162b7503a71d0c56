import { commands, Disposable, l10n, QuickPickItemKind, Selection, SnippetString, window, type QuickPickItem, type TextEditor } from 'vscode';
import { A_LINE, shortened } from '../../server/src/core/shortened.js';
import type { PartInsert, PartItem } from '../../server/src/lsp/protocol.js';
import type { ActiveAnatomy } from './activeAnatomy.js';
import { keyOf } from './checklistRows.js';
import { activeEditor } from './deskside.js';
import { select, toRange } from './select.js';

/** What a click on the checklist does: goes to what is there, adds what is missing, or asks in which words. */
export function registerFillPart(anatomy: ActiveAnatomy): Disposable {
  const withPart = (act: (editor: TextEditor, part: PartItem) => Promise<unknown>) => async (key: string): Promise<void> => {
    const editor = await focusEditor();
    const part = editor && (await findPart(anatomy, editor, key));
    if (editor && part) await act(editor, part);
  };
  return Disposable.from(
    commands.registerCommand('deskside.fillPart', withPart(goOrAdd)),
    commands.registerCommand('deskside.choosePart', withPart(choose)),
  );
}

/** Takes the keyboard from the checklist to the text, which people want to go on in. */
async function focusEditor(): Promise<TextEditor | undefined> {
  const editor = activeEditor();
  return editor && window.showTextDocument(editor.document, editor.viewColumn);
}

/** Asked anew, for positions move; undefined when the part is gone, or somebody typed on meanwhile. */
async function findPart(anatomy: ActiveAnatomy, editor: TextEditor, key: string): Promise<PartItem | undefined> {
  const now = await anatomy.ask();
  return now?.version === editor.document.version ? now.parts.find((part) => keyOf(part) === key) : undefined;
}

async function goOrAdd(editor: TextEditor, part: PartItem): Promise<void> {
  const [first] = part.inserts;
  if (part.range && (part.found || !first)) await select(editor, part.range);
  else if (first) await add(editor, first);
  else await addAny();
}

async function add(editor: TextEditor, { snippet, range }: PartInsert): Promise<void> {
  await editor.insertSnippet(new SnippetString(snippet), toRange(range));
  editor.revealRange(editor.selection);
}

interface Choice extends QuickPickItem {
  /** Undefined: any other snippet. */
  readonly insert?: PartInsert;
}

async function choose(editor: TextEditor, part: PartItem): Promise<void> {
  const [first] = part.inserts;
  if (!first) return addAny();
  const picked = await window.showQuickPick(choices(part), { placeHolder: part.title, matchOnDetail: true });
  if (picked?.insert) return add(editor, picked.insert);
  if (!picked) return;
  const { start } = toRange(first.range);
  editor.selection = new Selection(start, start);
  await addAny();
}

function choices({ inserts }: PartItem): readonly Choice[] {
  return [
    ...inserts.map((insert) => ({ label: insert.title, detail: shortened(insert.preview, A_LINE), insert })),
    { label: '', kind: QuickPickItemKind.Separator },
    { label: l10n.t('Any other snippet…') },
  ];
}

/** From all snippets, where the caret is. */
async function addAny(): Promise<void> {
  await commands.executeCommand('deskside.insertSnippet');
}

import { commands, l10n, QuickPickItemKind, Uri, window, type Disposable, type QuickPickItem } from 'vscode';
import { A_LINE, shortened } from '../../server/src/core/shortened.js';
import { request, type PlannedSnippet, type PlanSnippetParams } from '../../server/src/lsp/protocol.js';
import { activeEditor, type Deskside } from './deskside.js';
import { openSaved } from './editSnippet.js';
import { told } from './errors.js';
import { askLine, pickPack } from './pickPack.js';
import { toPlain } from './select.js';

/** Save Selection as Snippet…: what is this customer's alone becomes fields, and the file opens to be described. Escape at any step ends it, and nothing is written. */
export function registerSaveSnippet(deskside: Deskside): Disposable {
  return commands.registerCommand('deskside.saveSnippet', async () => {
    const editor = activeEditor();
    if (!editor) return;
    if (editor.selection.isEmpty) return void window.setStatusBarMessage(l10n.t('Select the passage that is to become a snippet first.'), 5000);
    await save(deskside, { uri: editor.document.uri.toString(), range: toPlain(editor.selection) });
  });
}

async function save(deskside: Deskside, passage: PlanSnippetParams): Promise<void> {
  const { client } = deskside;
  const plan = await told(() => request(client, 'deskside/planSnippet', passage));
  if (!plan || (await isThereAlready(plan))) return;
  const replace = await askParticulars(plan);
  const to = replace && (await pickPack(deskside, l10n.t('Which pack is it for?')));
  const title = to && (await askTitle(plan));
  if (!replace || !to || !title) return;
  const saved = await told(() => request(client, 'deskside/saveSnippet', { ...passage, title, replace, to }));
  if (saved) await openSaved(saved);
}

interface Twin extends QuickPickItem {
  readonly file?: string | undefined;
  readonly goesOn?: true;
}

/** Shows the snippets that say much the same; true: one of them will do. */
async function isThereAlready({ alike }: PlannedSnippet): Promise<boolean> {
  if (alike.length === 0) return false;
  const twins = alike.map(({ title, pack, likeness, preview, file }): Twin => ({ label: title, description: l10n.t('{0} · {1} % the same', pack, Math.round(likeness * 100)), detail: shortened(preview, A_LINE), file }));
  const choices: Twin[] = [...twins, { label: '', kind: QuickPickItemKind.Separator }, { label: l10n.t('$(save) Save Mine All the Same'), goesOn: true }];
  const picked = await window.showQuickPick(choices, { title: l10n.t('There is a snippet like this already'), placeHolder: l10n.t('Choose it to open it, or save yours all the same.') });
  if (picked?.file !== undefined) await window.showTextDocument(Uri.parse(picked.file));
  return picked?.goesOn !== true;
}

/** Which of the names and numbers become fields; undefined: Escape. */
async function askParticulars({ particulars }: PlannedSnippet): Promise<readonly number[] | undefined> {
  if (particulars.length === 0) return [];
  const choices = particulars.map(({ text, becomes, kind }, number) => ({ label: text, description: becomes === text ? l10n.t('{0}, becomes a place to fill in', kindName(kind)) : l10n.t('{0}, filled in anew each time', kindName(kind)), picked: true, number }));
  const picked = await window.showQuickPick(choices, { canPickMany: true, title: l10n.t('What belongs to this conversation alone?'), placeHolder: l10n.t('What is ticked is not saved with the passage.') });
  return picked?.map(({ number }) => number);
}

function kindName(kind: PlannedSnippet['particulars'][number]['kind']): string {
  const names = {
    customer: l10n.t('The customer’s name'),
    agent: l10n.t('Your name'),
    ticket: l10n.t('The ticket’s number'),
    email: l10n.t('An email address'),
    phone: l10n.t('A telephone number'),
    link: l10n.t('A link'),
    amount: l10n.t('A sum'),
    date: l10n.t('A date'),
    time: l10n.t('A time'),
    number: l10n.t('A number'),
  };
  return names[kind];
}

function askTitle({ title }: PlannedSnippet): Promise<string | undefined> {
  return askLine(l10n.t('What is the snippet called? People look for it by this.'), '', title);
}

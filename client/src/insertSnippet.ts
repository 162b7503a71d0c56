import { commands, l10n, languages, QuickPickItemKind, SnippetString, window, type Disposable, type QuickPickItem, type TextEditor } from 'vscode';
import { request, type SnippetItem } from '../../server/src/lsp/protocol.js';
import { activeEditor, type Deskside } from './deskside.js';

interface Choice extends QuickPickItem {
  readonly snippet?: SnippetItem;
}

/** Insert Snippet…: the packs' snippets by moment, those that answer what is underlined here first. */
export function registerInsertSnippet({ client }: Deskside): Disposable {
  return commands.registerCommand('deskside.insertSnippet', async (id?: string) => {
    const editor = activeEditor();
    if (!editor) return;
    const snippets = await request(client, 'deskside/listSnippets', { uri: editor.document.uri.toString() });
    const snippet = id ? snippets.find((one) => one.id === id) : await pick(snippets, findingsAt(editor));
    if (snippet) await editor.insertSnippet(new SnippetString(snippet.body));
  });
}

async function pick(snippets: readonly SnippetItem[], findings: ReadonlySet<string>): Promise<SnippetItem | undefined> {
  const picked = await window.showQuickPick(choices(snippets, findings), {
    placeHolder: snippets.length > 0 ? l10n.t('What do you want to say?') : l10n.t('There are no snippets for this text.'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.snippet;
}

/** The list a person sees: groups, each under its heading. */
export function choices(snippets: readonly SnippetItem[], findings: ReadonlySet<string>): readonly Choice[] {
  const answers = snippets.filter((snippet) => snippet.answers.some((category) => findings.has(category)));
  const groups = new Map(answers.length > 0 ? [[l10n.t('for what is underlined here'), answers]] : []);
  for (const snippet of snippets.filter((one) => !answers.includes(one))) {
    groups.set(snippet.moment, [...(groups.get(snippet.moment) ?? []), snippet]);
  }
  return [...groups].flatMap(([moment, members]): Choice[] => [
    { label: moment, kind: QuickPickItemKind.Separator },
    ...members.map(choice),
  ]);
}

function choice(snippet: SnippetItem): Choice {
  return { label: snippet.title, description: snippet.description, detail: oneLine(snippet.preview), snippet };
}

/** A passage as the second line of a choice. */
export function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 160 ? `${line.slice(0, 159).trimEnd()}…` : line;
}

/** The categories of Deskside's findings where the caret stands. */
function findingsAt(editor: TextEditor): ReadonlySet<string> {
  const here = languages
    .getDiagnostics(editor.document.uri)
    .filter((diagnostic) => diagnostic.source === 'Deskside' && diagnostic.range.intersection(editor.selection));
  return new Set(here.map((diagnostic) => categoryOf(diagnostic.code)));
}

function categoryOf(code: string | number | { readonly value: string | number } | undefined): string {
  const id = typeof code === 'object' ? code.value : code;
  return String(id ?? '').split('/')[0] ?? '';
}

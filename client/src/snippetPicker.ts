import { Disposable, l10n, QuickPickItemKind, window, type QuickPickItem, type TextEditor } from 'vscode';
import { A_LINE, firstSentence, shortened } from '../../server/src/core/shortened.js';
import { request, type FoundSnippet, type SnippetItem } from '../../server/src/lsp/protocol.js';
import type { Deskside } from './deskside.js';
import { byMoment } from './moments.js';
import { toPlain } from './select.js';

interface Choice extends QuickPickItem {
  readonly snippet?: SnippetItem;
}

/** Lets a person choose a snippet: those that the draft asks for come first, and typing searches titles, texts and tags. */
export function pickSnippet({ client }: Deskside, { document, selection }: TextEditor): Promise<SnippetItem | undefined> {
  const picker = Object.assign(window.createQuickPick<Choice>(), { placeholder: l10n.t('What do you want to say?'), matchOnDescription: true, matchOnDetail: true, busy: true });
  const at = toPlain(selection);
  let asked = 0;
  const ask = async (): Promise<void> => {
    const question = ++asked;
    const text = picker.value;
    const found = await request(client, 'deskside/findSnippets', { uri: document.uri.toString(), text, at }).catch(() => []);
    // what was typed meanwhile has a better answer
    if (question !== asked) return;
    picker.items = text.trim() === '' ? grouped(found) : found.map(choice);
    picker.busy = false;
    if (found.length === 0 && text.trim() === '') picker.placeholder = l10n.t('There are no snippets for this text.');
  };
  return new Promise((done) => {
    const events = Disposable.from(
      picker,
      picker.onDidChangeValue(ask),
      picker.onDidAccept(() => end(picker.selectedItems[0]?.snippet)),
      picker.onDidHide(() => end(undefined)),
    );
    const end = (snippet: SnippetItem | undefined): void => {
      done(snippet);
      asked++;
      events.dispose();
    };
    picker.show();
    void ask();
  });
}

/** The list before anything is typed: groups, each under its heading. */
function grouped(found: readonly FoundSnippet[]): readonly Choice[] {
  const groups = new Map<string, FoundSnippet[]>();
  const rest = byMoment(found.filter(({ because }) => because === undefined), ({ moment }) => moment);
  for (const snippet of [...found.filter(({ because }) => because !== undefined), ...rest]) {
    const heading = snippet.because ? headingOf(snippet.because) : snippet.moment;
    groups.set(heading, [...(groups.get(heading) ?? []), snippet]);
  }
  return [...groups].flatMap(([heading, members]): Choice[] => [{ label: heading, kind: QuickPickItemKind.Separator }, ...members.map(choice)]);
}

function headingOf(because: NonNullable<FoundSnippet['because']>): string {
  const headings = { finding: l10n.t('for what is underlined here'), part: l10n.t('missing from this reply'), customer: l10n.t('for what the customer wrote') };
  return headings[because];
}

/** Beside a title there is room for so many characters. */
const BESIDE = 70;

/** The server has found it: the editor need not look for the words again. */
function choice(snippet: SnippetItem): Choice {
  return { label: snippet.title, description: firstSentence(snippet.description, Math.max(20, BESIDE - snippet.title.length)), detail: shortened(snippet.preview, A_LINE), alwaysShow: true, snippet };
}

import { commands, Disposable, l10n, languages, Uri, window, workspace, type ExtensionContext } from 'vscode';
import { commands as serverCommands, request, type RulePage, type RuleReference } from '../../server/src/lsp/protocol.js';
import { activeEditor, type Deskside } from './deskside.js';

const scheme = 'deskside-rule';

/** Show Rule: a rule's page as a Markdown preview inside the editor, offline. */
export function registerShowRule(deskside: Deskside): Disposable {
  return Disposable.from(
    workspace.registerTextDocumentContentProvider(scheme, { provideTextDocumentContent: (uri) => page(deskside, ruleOf(uri), uri.query) }),
    commands.registerCommand(serverCommands.showRule, async (rule?: string | RuleReference) => {
      const id = typeof rule === 'object' ? rule.rule : (rule ?? ruleHere() ?? (await pickRule(deskside)));
      // The rules of a project's packs are known where its texts are
      const query = activeEditor()?.document.uri.toString() ?? '';
      if (id) await commands.executeCommand('markdown.showPreview', Uri.from({ scheme, path: `/${id}.md`, query }));
    }),
  );
}

const ruleOf = (uri: Uri): string => uri.path.replace(/^\/|\.md$/g, '');

/** The page of the rule's category as it ships, the rule first; a pack's own rules have none, and the server knows them. */
async function page({ client, context }: Deskside, rule: string, draft: string): Promise<string> {
  const own = (await ownPages(context)).get(rule.split('/')[0] ?? rule);
  if (own !== undefined) return withFirst(own, rule);
  const known = await request(client, 'deskside/rulePage', { rule, ...(draft !== '' && { uri: draft }) });
  return known ? pageOf(known) : l10n.t('There is no rule “{0}”.', rule);
}

/** Who asks about a rule need not look for it among the others of its category. */
function withFirst(page: string, rule: string): string {
  const [head = '', ...sections] = page.split(/\n(?=## )/u);
  const asked = sections.filter((section) => section.includes(`\n\`${rule}\``));
  return [head, ...asked, ...sections.filter((section) => !asked.includes(section))].join('\n');
}

/** The pages that ship, by category. */
async function ownPages({ extensionUri }: ExtensionContext): Promise<ReadonlyMap<string, string>> {
  const file = await workspace.fs.readFile(Uri.joinPath(extensionUri, 'dist/rulePages.json'));
  return new Map(Object.entries(JSON.parse(new TextDecoder().decode(file)) as Record<string, string>));
}

function pageOf({ title, id, why, source }: RulePage): string {
  return [`# ${title}`, `\`${id}\``, why, source].filter((part) => part !== '').join('\n\n');
}

/** The rule of the finding at the caret. */
function ruleHere(): string | undefined {
  const editor = activeEditor();
  if (!editor) return undefined;
  const here = languages
    .getDiagnostics(editor.document.uri)
    .find((diagnostic) => diagnostic.source === 'Deskside' && diagnostic.range.contains(editor.selection.active));
  const code = here?.code;
  return code === undefined ? undefined : String(typeof code === 'object' ? code.value : code);
}

async function pickRule({ context }: Deskside): Promise<string | undefined> {
  const items = [...(await ownPages(context))].map(([id, text]) => ({ ...headOf(text), description: id, id }));
  const picked = await window.showQuickPick(items.sort((a, b) => a.label.localeCompare(b.label)), { placeHolder: l10n.t('Which rule?'), matchOnDescription: true, matchOnDetail: true });
  return picked?.id;
}

/** What a page is called, and what it says first. */
function headOf(page: string): { readonly label: string; readonly detail: string } {
  const [, label = '', detail = ''] = /^# (.+?)(?: \(`.*`\))?\n\n(.*)$/mu.exec(page) ?? [];
  return { label, detail };
}

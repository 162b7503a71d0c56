import { commands, Disposable, l10n, languages, Uri, window, workspace, type ExtensionContext } from 'vscode';
import { commands as serverCommands, request, type RulePage, type RuleReference } from '../../server/src/lsp/protocol.js';
import { activeEditor, type Deskside } from './deskside.js';

const scheme = 'deskside-rule';

/** Show Rule: a rule's page as a Markdown preview inside the editor, offline. */
export function registerShowRule(deskside: Deskside): Disposable {
  return Disposable.from(
    workspace.registerTextDocumentContentProvider(scheme, { provideTextDocumentContent: (uri) => page(deskside, ruleOf(uri)) }),
    commands.registerCommand(serverCommands.showRule, async (rule?: string | RuleReference) => {
      const id = typeof rule === 'object' ? rule.rule : (rule ?? ruleHere() ?? (await pickRule(deskside)));
      if (id) await commands.executeCommand('markdown.showPreview', Uri.from({ scheme, path: `/${id}.md` }));
    }),
  );
}

const ruleOf = (uri: Uri): string => uri.path.replace(/^\/|\.md$/g, '');

/** The page of the rule's category as it ships; a pack's own rules have none, and the server knows them. */
async function page({ client, context }: Deskside, rule: string): Promise<string> {
  const own = (await ownPages(context)).get(rule.split('/')[0] ?? rule);
  if (own !== undefined) return own;
  const known = await request(client, 'deskside/rulePage', { rule });
  return known ? pageOf(known) : l10n.t('There is no rule “{0}”.', rule);
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
  const pages = await ownPages(context);
  return window.showQuickPick([...pages.keys()], { placeHolder: l10n.t('Which rule?') });
}

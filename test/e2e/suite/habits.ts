import * as assert from 'node:assert/strict';
import { commands, ConfigurationTarget, env, languages, Position, TabInputWebview, window, workspace } from 'vscode';
import { pointAt } from './again.js';
import { act, blame, closeAll, draft, inFolder, open, read } from './documents.js';
import { ui } from './driver.js';
import { activeDocument, finding, findingsOf, noFinding, until } from './until.js';

/** What Deskside does, and leaves alone, in a folder of all sorts of files. */
export function describeHabits(): void {
  describe('in a folder', () => {
    afterEach(closeAll);

    it('leaves ordinary Markdown alone until it is told what it is', async () => {
      const document = await open('README.md');
      await ui.see('[id="status.languageStatus"]');
      await commands.executeCommand('deskside.lintAs', 'reply');
      await finding(document.uri, blame);
      await commands.executeCommand('deskside.lintAs', 'auto');
      await noFinding(document.uri, blame);
    });

    it('reads a saved reply and a file whose front matter says what it is', async () => {
      for (const name of ['answer.reply.md', 'outage.md']) await finding((await open(name)).uri, blame);
      assert.equal((await open('answer.reply.md')).languageId, 'support-reply');
    });

    it('says in one place what is on and why', async () => {
      const document = await open('answer.reply.md');
      await finding(document.uri, blame);
      const text = await pointAt('[id="status.languageStatus"]', '.hover-language-status:visible:has-text("Reply:")');
      assert.match(text, /Reply: \d+ finding/);
      assert.match(text, /name says so/);
      await ui.paint('status');
    });

    it('pauses and resumes', async () => {
      const { uri } = await open('answer.reply.md');
      await finding(uri, blame);
      await commands.executeCommand('deskside.pause');
      await noFinding(uri, blame);
      await commands.executeCommand('deskside.resume');
      await finding(uri, blame);
    });

    it('finds nothing in another language', async () => {
      const document = await draft('Bonjour Anne,\n\nVous auriez dû sauvegarder vos fichiers avant la mise à jour. Je reviens vers vous demain.\n');
      await pointAt('[id="status.languageStatus"]', '.hover-language-status:visible:has-text("Not English")');
      assert.deepEqual(languages.getDiagnostics(document.uri), []);
    });

    it('ignores a sentence without a word in the text', async () => {
      const document = await open('answer.reply.md');
      await act(document, 'Ignore this here');
      await noFinding(document.uri, blame);
      assert.equal(document.isDirty, false);
      assert.match(await read('.deskside-ignore.yaml'), /# You should have[^]*- rule: blame-language\n {2}fingerprint: /);
      await workspace.fs.delete(inFolder('.deskside-ignore.yaml'));
      await finding(document.uri, blame);
    });

    it('reads the whole workspace, files that nobody has opened too', async () => {
      await commands.executeCommand('deskside.lintWorkspace');
      await finding(inFolder('parcel.reply.md'), blame);
      assert.equal(workspace.textDocuments.some(({ uri }) => uri.path.endsWith('/parcel.reply.md')), false);
      assert.deepEqual(languages.getDiagnostics(inFolder('README.md')), []);
      await ui.see('.markers-panel .monaco-list-row:has-text("parcel.reply.md")');
      await ui.paint('workspace');
      const parcel = await open('parcel.reply.md');
      await until('its own findings alone', languages.onDidChangeDiagnostics, () => findingsOf(parcel.uri, blame).length === 1 || undefined);
      await commands.executeCommand('workbench.action.closePanel');
    });

    it('shows of a closed tab what is found in its file, though the editor holds it for a while', async () => {
      const { uri } = await open('parcel.reply.md');
      await finding(uri, blame);
      await closeAll();
      await commands.executeCommand('deskside.lintWorkspace');
      await finding(uri, blame);
      await open('parcel.reply.md');
      await until('its own findings alone', languages.onDidChangeDiagnostics, () => findingsOf(uri, blame).length === 1 || undefined);
      await closeAll();
      await finding(uri, blame);
      await commands.executeCommand('workbench.action.closePanel');
    });

    it('asks where the articles are when nothing says what the texts are, and reads them', async () => {
      const { uri } = await open('answer.reply.md');
      await finding(uri, blame);
      await workspace.fs.writeFile(inFolder('.deskside.yaml'), new TextEncoder().encode('ignore: ["*.reply.md", outage.md, packs]\n'));
      await noFinding(uri, blame);
      const linted = commands.executeCommand('deskside.lintWorkspace');
      await ui.see('.notification-list-item:has-text("says that it is"), .codicon-bell-dot');
      await commands.executeCommand('notifications.showList');
      await ui.click('.notification-list-item .monaco-button:has-text("Choose the Articles")');
      await ui.click('.quick-input-list .monaco-list-row:has-text("Everything in")');
      await ui.press('Enter');
      await linted;
      await finding(inFolder('README.md'), blame);
      await workspace.getConfiguration('deskside', uri).update('kinds', undefined, ConfigurationTarget.WorkspaceFolder);
      await workspace.fs.delete(inFolder('.deskside.yaml'));
      await finding(uri, blame);
      await commands.executeCommand('workbench.action.closePanel');
    });

    it('turns a rule off in the settings of the workspace', async () => {
      const document = await open('answer.reply.md');
      await act(document, 'Turn off the rule “');
      await noFinding(document.uri, blame);
      const rules = workspace.getConfiguration('deskside').inspect<Record<string, string>>('rules')?.workspaceValue ?? {};
      assert.ok(Object.entries(rules).some(([rule, severity]) => rule.startsWith(blame) && severity === 'off'));
      await workspace.getConfiguration('deskside').update('rules', undefined);
      await finding(document.uri, blame);
    });

    it('shows the page of a rule', async () => {
      await open('answer.reply.md');
      await commands.executeCommand('deskside.showRule', blame);
      await until('the page', window.tabGroups.onDidChangeTabs, () => {
        const { activeTab } = window.tabGroups.activeTabGroup;
        return activeTab?.input instanceof TabInputWebview && activeTab.label.includes(blame) ? true : undefined;
      });
    });

    it('lists rules by what people call them', async () => {
      const chosen = commands.executeCommand('deskside.showRule');
      await ui.see('.quick-input-list .monaco-list-row:has-text("Blame"):has-text("blame-language")');
      await ui.press('Escape');
      await chosen;
    });

    it('quotes the customer’s message above a new reply', async () => {
      await env.clipboard.writeText('Hello,\r\n\r\nmy parcel is late.\r\n');
      await commands.executeCommand('deskside.newReplyFromClipboard');
      assert.equal(activeDocument().getText(), '> Hello,\n>\n> my parcel is late.\n\n');
      assert.equal(window.activeTextEditor?.selection.active.line, 4);
    });

    it('copies no reply that has no word yet', async () => {
      await env.clipboard.writeText('as it was');
      await draft('> Where is it?\n\n');
      await commands.executeCommand('deskside.copyCleanReply');
      await ui.see('.statusbar-item:has-text("There is nothing to copy yet")');
      assert.equal(await env.clipboard.readText(), 'as it was');
    });

    it('offers snippets while somebody types, without being asked', async () => {
      await draft('');
      const [first] = await snippets();
      await ui.type(first?.slice(0, 4) ?? '');
      await ui.see(`.suggest-widget:visible .monaco-list-row:has-text("${first ?? ''}")`);
      await ui.paint('completion');
      await ui.press('Escape');
    });
  });
}

/** The prefixes of the snippets that completion knows. */
async function snippets(): Promise<readonly string[]> {
  const list = await commands.executeCommand<{ items: { label: string | { label: string } }[] }>(
    'vscode.executeCompletionItemProvider',
    activeDocument().uri,
    new Position(0, 0),
  );
  return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}

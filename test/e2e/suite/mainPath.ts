import * as assert from 'node:assert/strict';
import { commands, env, Selection, window } from 'vscode';
import { openQuickFixes, pointAt, takeQuickFix } from './again.js';
import { blame, closeAll } from './documents.js';
import { ui } from './driver.js';
import { activeDocument, finding, findingsOf, noFinding, textIs, until } from './until.js';

const editor = '.editor-instance .monaco-editor';

/** What a person does in a minute: a bad sentence, why it hurts, better words, a snippet, the clean reply. */
export function describeMainPath(): void {
  describe('a reply that nobody has saved', () => {
    before(async () => {
      await commands.executeCommand('deskside.newReply');
      await ui.see(`${editor} textarea, ${editor} .native-edit-context`).catch(() => undefined);
      await ui.click(`${editor} .view-lines`);
    });

    after(closeAll);

    it('underlines a phrase that blames', async () => {
      await ui.type('Hi Ana,\n\nYou should have backed up your files before running the update.\n\n');
      await ui.type('I will write to you by 3 pm today with what we found.\n\nKind regards,\nSam');
      const { code, message, range } = await finding(activeDocument().uri, blame);
      assert.ok(typeof code === 'object' && code.target.scheme === 'command', 'the code leads to the page of the rule');
      assert.match(activeDocument().getText(range), /^You should have/);
      assert.notEqual(message, '');
      await ui.see(`${editor} .squiggly-warning`);
    });

    it('tells on hovering why the customer minds', async () => {
      const text = await pointAt(`${editor} .squiggly-warning`, '.monaco-hover:visible:has-text("Rule:")');
      assert.match(text, /blame-language/);
      await ui.paint('hover');
      await ui.press('Escape');
    });

    it('mends it with a quick fix', async () => {
      const titles = await openQuickFixes(blame);
      assert.ok(titles.includes('Ignore this here'), titles.join('\n'));
      await ui.paint('quick-fix');
      await takeQuickFix(blame, titles[0] ?? '');
      await textIs(activeDocument(), (text) => !text.includes('You should have'));
      await noFinding(activeDocument().uri, blame);
      assert.doesNotMatch(activeDocument().getText(), /<!--|deskside/);
    });

    it('inserts a snippet', async () => {
      select(4, 0);
      const before = activeDocument().getText();
      await ui.press('F1');
      await ui.type('Deskside: Insert Snippet');
      await ui.see('.quick-input-list .focused:has-text("Insert Snippet")');
      await ui.press('Enter');
      await ui.see('.quick-input-widget:visible:has(input[placeholder="What do you want to say?"]) .quick-input-list-separator');
      await ui.paint('snippets');
      await ui.press('Enter');
      await textIs(activeDocument(), (text) => text.length > before.length + 20);
      await ui.paint('snippet');
      await ui.press('Escape');
      await ui.press('Escape');
    });

    it('does not copy a reply with an open placeholder, and goes there', async () => {
      await replaceAll('> Where is my parcel?\n\nHi [NAME],\n\nYour parcel is on its way. It arrives on Tuesday.\n\nKind regards,\nSam\n');
      void commands.executeCommand('deskside.copyCleanReply');
      // under test the newest VS Code keeps its toasts to itself and only marks its bell
      await ui.see('.notification-toast, .codicon-bell-dot');
      await commands.executeCommand('notifications.showList');
      await ui.see('.notification-list-item:has-text("is not for the customer to see")');
      await ui.paint('not-copied');
      await ui.click('.notification-list-item .monaco-button:has-text("Go There")');
      const selected = (): string => activeDocument().getText(window.activeTextEditor?.selection);
      await until('the placeholder to be selected', window.onDidChangeTextEditorSelection, () => selected() === '[NAME]' || undefined);
    });

    it('copies the reply without the customer’s message', async () => {
      await ui.click(`${editor} .view-line:has-text("arrives")`);
      const at = activeDocument().getText().indexOf('[NAME]');
      const start = activeDocument().positionAt(at);
      const end = activeDocument().positionAt(at + '[NAME]'.length);
      await window.activeTextEditor?.edit((edit) => edit.replace(new Selection(start, end), 'Ana'));
      await commands.executeCommand('deskside.copyCleanReply');
      const copied = await env.clipboard.readText();
      assert.equal(copied.trim(), 'Hi Ana,\n\nYour parcel is on its way. It arrives on Tuesday.\n\nKind regards,\nSam');
    });

    it('has left nothing to find', () => {
      assert.deepEqual(findingsOf(activeDocument().uri, blame), []);
    });
  });
}

function select(line: number, character: number): void {
  const active = window.activeTextEditor;
  if (active) active.selection = new Selection(line, character, line, character);
}

async function replaceAll(text: string): Promise<void> {
  const document = activeDocument();
  const end = document.positionAt(document.getText().length);
  await window.activeTextEditor?.edit((edit) => edit.replace(new Selection(0, 0, end.line, end.character), text));
}

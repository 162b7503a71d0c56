import * as assert from 'node:assert/strict';
import { commands, window, type DocumentSymbol } from 'vscode';
import { pointAt, pressIn } from './again.js';
import { closeAll, draft, open } from './documents.js';
import { ui } from './driver.js';
import { activeDocument, textIs, until } from './until.js';

const view = '.pane:has-text("Reply Checklist")';
/** In the status bar. */
const left = '.statusbar-item[aria-label^="Deskside: "]';
const row = (label: string): string => `.monaco-list-row[aria-label^="${label}"]`;

/** The checklist of a reply, from the first word to the last. */
export function describeChecklist(): void {
  describe('the checklist of a reply', () => {
    after(closeAll);

    it('leaves the side bar to the files, and says at the bottom of the window what is left', async () => {
      await commands.executeCommand('workbench.view.explorer');
      await commands.executeCommand('deskside.newReply');
      await ui.see(left);
      await ui.see('.sidebar .composite.title:has-text("Explorer")');
      await ui.gone(view);
      await ui.type('Hi Ana,\n\n');
      await textIs(activeDocument(), (text) => text === 'Hi Ana,\n\n');
    });

    it('says nothing there of a text that is left alone', async () => {
      await open('README.md');
      // answered once the document has been read
      await commands.executeCommand('deskside.lintAs', 'auto');
      await ui.gone(left);
    });

    it('comes when it is asked for, and shows the way where nobody writes a reply', async () => {
      await commands.executeCommand('deskside.checklist.focus');
      await ui.click(`${view} .welcome-view-content .monaco-button:has-text("New Reply")`);
      await ui.see(row('Greeting, missing'));
      await commands.executeCommand('workbench.view.explorer');
      await ui.click(left);
      await ui.see(row('Greeting, missing'));
      await window.showTextDocument(activeDocument());
      await ui.type('Hi Ana,\n\n');
      await textIs(activeDocument(), (text) => text === 'Hi Ana,\n\n');
    });

    it('fills as the reply is typed', async () => {
      await ui.see(row('Greeting, found, “Hi Ana,”'));
      await ui.see(row('Next step, missing'));
      await ui.type('I’m sorry the export failed twice this morning.\n\n');
      await ui.see(row('Acknowledgement, found, “I’m sorry the export failed'));
      await ui.type('I’ll look into the log of the export and write to you by 3 pm today with what I find.');
      await ui.see(row('Next step, found, “I’ll look into the log'));
      await ui.see(row('Sign-off, missing'));
      await ui.see('.monaco-list-row[aria-label*=" words, reading grade "]');
      await ui.paint('checklist');
    });

    it('counts in the status bar what is left, and names it', async () => {
      const text = await pointAt(left, '.monaco-hover:visible:has-text("Still to add")');
      assert.match(text, /Way back · Sign-off/);
      assert.match(text, /language is Support Reply/);
      assert.match(await ui.see(left), /\d to add/);
      await ui.paint('left');
      await ui.press('Escape');
    });

    it('adds a missing part where it belongs, with the cursor in its first tab stop', async () => {
      await ui.click(row('Sign-off, missing'));
      await selection((words) => words !== '');
      assert.match(activeDocument().getText(), /what I find\.\n\n.*regards,\n/i);
      await ui.type('Sam');
      await textIs(activeDocument(), (text) => /regards,\nSam$/i.test(text));
      await ui.press('Escape');
      await ui.see(row('Sign-off, found'));
    });

    it('goes to a part that is there', async () => {
      await ui.click(row('Greeting, found'));
      await selection((words) => words === 'Hi Ana,');
      await ui.type('Hi Bob,');
      await ui.see(row('Greeting, found, “Hi Bob,”'));
      assert.match(activeDocument().getText(), /^Hi Bob,\n\nI’m sorry/);
    });

    it('lets people choose among the words for a missing part', async () => {
      await pressIn(row('Way back, missing'), '.action-label[aria-label^="Choose"]');
      await ui.see('.quick-input-list .monaco-list-row:has-text("Any other snippet")');
      await ui.paint('choices');
      const before = activeDocument().getText();
      await ui.press('Enter');
      await textIs(activeDocument(), (text) => text.length > before.length);
      await ui.see(row('Way back, found'));
    });

    it('asks for an answer to each of the customer’s questions', async () => {
      await draft('> Will I get the second payment back? And does my voucher still count?\n\nHi Ana,\n\nI’ve sent the second payment back.\n');
      await ui.see(row('Answer “And does my voucher still count?”, missing'));
    });

    it('has nothing to say about an article', async () => {
      await commands.executeCommand('deskside.lintAs', 'article');
      await ui.see(`${view} .welcome-view-content:has-text("help article")`);
      await ui.gone(`${view} .monaco-list-row`);
      assert.deepEqual(await outline(), []);
    });

    it('says that nothing is read while Deskside is paused', async () => {
      await open('answer.reply.md');
      await ui.see(row('Greeting, found, “Hi Ana,”'));
      await commands.executeCommand('deskside.pause');
      await ui.click(`${view} .welcome-view-content .monaco-button:has-text("Resume")`);
      await ui.see(row('Greeting, found, “Hi Ana,”'));
    });

    it('has the moves of a reply in the outline', async () => {
      await open('answer.reply.md');
      const names = (await outline()).map(({ name }) => name);
      assert.equal(names[0], 'Greet — Hi Ana,');
      assert.ok(names.some((name) => /^Commit — I'll look into the server log.* by 3 pm today/.test(name)), names.join('\n'));
    });
  });
}

/** Returns when what is selected is as the test wants it. */
function selection(test: (words: string) => boolean): Promise<true> {
  const selected = (): string => activeDocument().getText(window.activeTextEditor?.selection);
  return until('the selection', window.onDidChangeTextEditorSelection, () => test(selected()) || undefined);
}

async function outline(): Promise<readonly DocumentSymbol[]> {
  const symbols = await commands.executeCommand<readonly DocumentSymbol[] | undefined>('vscode.executeDocumentSymbolProvider', activeDocument().uri);
  return symbols ?? [];
}

import * as assert from 'node:assert/strict';
import { commands, env, window, workspace } from 'vscode';
import { pointAt, pressIn } from './again.js';
import { closeAll, draft } from './documents.js';
import { ui } from './driver.js';
import { activeDocument, textIs, until } from './until.js';

const pane = '.pane:has(.pane-header[aria-label^="Packs"])';
const row = (label: string): string => `${pane} .monaco-list-row:has-text("${label}")`;
const picker = '.quick-input-widget:visible';

/** The packs beside the draft, and what can be done with their snippets. */
export function describePacksView(): void {
  describe('the packs', () => {
    after(closeAll);

    it('stand in a view of their own, with a word for those who have none yet', async () => {
      await draft('Hi Ana,\n\n');
      await commands.executeCommand('deskside.packs.focus');
      await ui.see(row('Essentials'));
      await ui.see(`${pane}:has-text("Add your team’s with +")`);
    });

    it('show how a snippet reads before it is used', async () => {
      await ui.click(row('Essentials'));
      await ui.click(row('Opening'));
      assert.match(await pointAt(row('Sorry for the wait'), '.monaco-hover:visible:has-text("A message lay about too long")'), /I'm sorry this waited since ‹Monday›/);
      await ui.paint('packs');
    });

    it('find a snippet by words of its text', async () => {
      void commands.executeCommand('deskside.searchPacks');
      await ui.see(`${picker} input`);
      await ui.type('toner');
      // each letter is searched for: what is found for “to” has such a row too, at another place
      await ui.see(`${pane}:has-text("“toner”: ")`);
      await ui.see(row('Ink or paper'));
      await ui.gone(row('Essentials'));
      await ui.paint('packs-search');
      await ui.press('Enter');
    });

    it('insert it into the draft', async () => {
      await pressIn(row('Ink or paper'), '.action-label[aria-label^="Insert"]');
      await textIs(activeDocument(), (text) => /out of ‹ink›/.test(text) && text.endsWith('Hi Ana,\n\n'));
    });

    it('edit it as a copy in a pack of one’s own', async () => {
      await pressIn(row('Ink or paper'), '.action-label[aria-label^="Edit"]');
      await ui.click(`${picker} .monaco-list-row:has-text("New Pack in")`);
      await ui.see(`${picker}:has-text("What is the new pack called")`);
      await ui.type('Our printers');
      await ui.press('Enter');
      await until('the copy', window.onDidChangeActiveTextEditor, () => /\/\.deskside\/packs\/our-printers\/snippets\/ink-or-paper-on-its-way\.md$/.test(window.activeTextEditor?.document.uri.path ?? '') || undefined);
      assert.match(activeDocument().getText(), /^---\ntitle: .*\nprefix: .*\ndescription: (?!Say here)/);
      await ui.see(row('Our printers'));
    });

    it('copy it', async () => {
      await pressIn(row('Ink or paper'), '.action-label[aria-label^="Copy"]');
      await ui.see('.statusbar-item:has-text("copied")');
      assert.match(await env.clipboard.readText(), /out of ‹ink›/);
      await commands.executeCommand('deskside.clearPackSearch');
      await ui.see(row('Essentials'));
    });
  });

  describe('Insert Snippet…', () => {
    after(closeAll);

    it('searches while somebody types', async () => {
      await draft('Hi Ana,\n\n');
      void commands.executeCommand('deskside.insertSnippet');
      await ui.see(`${picker} .quick-input-list-separator:has-text("missing from this reply")`);
      await ui.type('guest wireless');
      await ui.see(`${picker} .monaco-list-row:has-text("visitor")`);
      await ui.paint('search');
      await ui.press('Escape');
    });
  });
}

/** A snippet with fields, in a pack of the folder. */
export function describeFields(): void {
  describe('a snippet with fields', () => {
    before(() => workspace.getConfiguration('deskside').update('packs', ['packs/our-desk']));
    after(async () => {
      await closeAll();
      await workspace.getConfiguration('deskside').update('packs', undefined);
    });

    it('asks once for what nobody knows, and Escape loses nothing', async () => {
      const document = await draft('Hi Ana,\n\n');
      await commands.executeCommand('cursorBottom');
      void commands.executeCommand('deskside.insertSnippet', 'our-desk/parcel');
      await ui.see(`${picker}:has-text("The ticket’s number")`);
      await ui.paint('form');
      await ui.type('4711');
      await ui.press('Enter');
      await ui.see(`${picker}:has-text("The courier")`);
      await ui.press('Escape');
      await textIs(document, (text) => text === 'Hi Ana,\n\nAna, your parcel (4711) is with ‹The courier› now.');
      await ui.type('Swift');
      await textIs(document, (text) => text.endsWith('is with Swift now.'));
      await ui.press('Escape');
      await commands.executeCommand('cursorBottom');
      void commands.executeCommand('deskside.insertSnippet', 'our-desk/parcel');
      await ui.see(`${picker}:has-text("The courier")`);
      await ui.type('Bike & Co');
      await ui.press('Enter');
      await textIs(document, (text) => text.endsWith('now.Ana, your parcel (4711) is with Bike & Co now.'));
      assert.equal(window.activeTextEditor?.document, activeDocument());
    });
  });
}

import * as assert from 'node:assert/strict';
import { commands, window, extensions } from 'vscode';
import { ui } from './driver.js';

export function defineMainPath(): void {
  describe('a reply in the window', () => {
    it('opens', async () => {
      assert.ok(extensions.getExtension('deskside.deskside'));
      await commands.executeCommand('deskside.newReply');
      assert.equal(window.activeTextEditor?.document.languageId, 'support-reply');
      await ui.click('.monaco-editor .view-lines');
      await ui.type('You should have backed up your files.');
      await ui.see('.view-line:has-text("backed")');
      await ui.paint('x');
    });
  });
}

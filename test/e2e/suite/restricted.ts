import * as assert from 'node:assert/strict';
import { workspace } from 'vscode';
import { pointAt } from './again.js';
import { blame, closeAll, inFolder, open } from './documents.js';
import { ui } from './driver.js';
import { runMocha } from './mocha.js';
import { finding, findingsOf } from './until.js';

const files = {
  '.deskside/packs/team/pack.yaml': 'name: team\ntitle: Our team\nversion: 1.0.0\ndescription: Ours.\n',
  '.deskside/packs/team/snippets/basket.md': '---\ntitle: The basket is empty\nprefix: team-basket\ndescription: Somebody lost what they chose.\n---\nYour basket is empty again, ${customer}.\n',
  '.deskside/packs/team/rules/cart.yaml': 'message: Say basket.\nwhy: The shop says basket.\nphrases: ["cart~"]\nexamples:\n  flag: [A cart.]\n  ok: [A basket.]\n',
  'cart.reply.md': 'Hi Ana,\n\nYou should have emptied your cart.\n\nKind regards,\nSam\n',
};

const status = '[id="status.languageStatus"]';

/** The suite of a window in Restricted Mode: nobody vouches for the folder and its packs. */
export const run = (): Promise<void> =>
  runMocha(() => {
    describe('a folder that nobody vouches for', () => {
      before(() => Promise.all(Object.entries(files).map(([name, text]) => workspace.fs.writeFile(inFolder(name), new TextEncoder().encode(text)))));
      after(closeAll);

      it('has its texts read, by Deskside’s own rules alone, and says so', async () => {
        assert.equal(workspace.isTrusted, false);
        const { uri } = await open('cart.reply.md');
        await finding(uri, blame);
        assert.deepEqual(findingsOf(uri, 'team/cart'), []);
        await pointAt(status, '.hover-language-status:visible:has-text("wait until you trust this workspace")');
        await ui.paint('restricted');
      });

      it('brings the snippets of its packs all the same', async () => {
        await open('cart.reply.md');
        await ui.press('Control+End');
        await ui.type('team-bas');
        await ui.see('.suggest-widget:visible .monaco-list-row:has-text("team-basket")');
        await ui.press('Escape');
      });

      it('is read by its own rules too as soon as somebody vouches for it', async () => {
        const { uri } = await open('cart.reply.md');
        await ui.click('.statusbar-item:has-text("Restricted Mode")');
        await ui.click('.workspace-trust-editor .monaco-button:has-text("Trust")');
        await finding(uri, 'team/cart');
        assert.equal(workspace.isTrusted, true);
        await open('cart.reply.md');
        await pointAt(status, '.hover-language-status:visible:has-text("Reply:")');
        await ui.gone('.hover-language-status:visible:has-text("wait until you trust")');
      });
    });
  });

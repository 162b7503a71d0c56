import * as assert from 'node:assert/strict';
import { extensions, Uri, workspace } from 'vscode';
import { blame, closeAll, draft } from './documents.js';
import { ui } from './driver.js';
import { runMocha } from './mocha.js';
import { finding } from './until.js';

/** The suite of a VS Code in which the package is installed as anybody would install it. */
export const run = (): Promise<void> =>
  runMocha(() => {
    describe('the package', () => {
      after(closeAll);

      it('is installed, and nothing of the checkout is loaded', () => {
        const deskside = extensions.getExtension('deskside.deskside');
        assert.match(deskside?.extensionPath ?? '', /extensions.deskside\.deskside-\d/);
      });

      it('leaves out what only the command line runs', async () => {
        const dist = await workspace.fs.readDirectory(Uri.joinPath(extensions.getExtension('deskside.deskside')?.extensionUri ?? Uri.file('/'), 'dist'));
        const names = dist.map(([name]) => name);
        assert.ok(names.includes('client.cjs'));
        assert.deepEqual(names.filter((name) => /^(?:cli|mcp|exchange)\b/.test(name)), []);
      });

      it('finds what is wrong with a reply', async () => {
        const { uri } = await draft();
        await finding(uri, blame);
        await ui.see('.monaco-editor .squiggly-warning');
        await ui.paint('squiggle');
      });
    });
  });

import * as assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { commands, Selection, window, workspace } from 'vscode';
import { closeAll, draft, inFolder, read } from './documents.js';
import { ui } from './driver.js';
import { git, shared } from './git.js';
import { runMocha } from './mocha.js';
import { activeDocument, until } from './until.js';

const passage = 'Nothing new yet, Ana: the second lab still runs the test for ticket 48213. You hear from me by 3 pm tomorrow, whatever I know.';
const picker = '.quick-input-widget:visible';

/** The first window of a pack's way: a team makes it of what somebody has written, and pushes it. */
export const run = (): Promise<void> =>
  runMocha(() => {
    describe('a passage that is worth keeping', () => {
      after(closeAll);

      it('becomes a snippet of a new pack, with fields for what is this customer’s alone', async () => {
        const document = await draft(`Hi Ana,\n\n${passage}\n\nKind regards,\nSam\n`);
        const start = document.positionAt(document.getText().indexOf(passage));
        const editor = window.activeTextEditor;
        assert.ok(editor);
        editor.selection = new Selection(start, start.translate(0, passage.length));
        void commands.executeCommand('deskside.saveSnippet');
        await ui.see(`${picker} .monaco-list-row:has-text("48213")`);
        await ui.see(`${picker} .monaco-list-row:has-text("Ana")`);
        await ui.paint('particulars');
        await ui.press('Enter');
        await ui.see(`${picker} .monaco-list-row:has-text("New Pack in")`);
        await ui.press('Enter');
        await ui.see(`${picker}:has-text("What is the new pack called")`);
        await ui.type('Our team');
        await ui.press('Enter');
        await ui.see(`${picker}:has-text("What is the snippet called")`);
        await ui.press('Control+a');
        await ui.type('Still in the lab');
        await ui.press('Enter');
        await until('the file', window.onDidChangeTextEditorSelection, () => (selected() === 'Say here when to use it.' ? true : undefined));
        assert.match(activeDocument().uri.path, /\/\.deskside\/packs\/our-team\/snippets\/still-in-the-lab\.md$/);
        await ui.paint('new-snippet');
        await ui.type('A test takes longer than we said. Promises a time.');
        assert.match(activeDocument().getText(), /Nothing new yet, \$\{customer\}: .* for ticket \$\{ticket\}\. You hear from me by \$\{1:3 pm tomorrow\}/);
        assert.equal(document.getText(), `Hi Ana,\n\n${passage}\n\nKind regards,\nSam\n`);
      });

      it('is told for what it is, and pushed', async () => {
        const document = activeDocument();
        assert.ok(await document.save());
        const text = document.getText().replace(/for:\n(?: {2}- .*\n)+/, 'for: [vague-timeframe]\n');
        await workspace.fs.writeFile(document.uri, new TextEncoder().encode(text));
        assert.match(await read('.deskside/packs/our-team/snippets/still-in-the-lab.md'), /\ndescription: A test takes longer than we said\. Promises a time\.\nfor: \[vague-timeframe\]\n---\n/);
        const folder = inFolder('.deskside/packs/our-team').fsPath;
        mkdirSync(shared('team.git'), { recursive: true });
        git(shared('team.git'), 'init', '--quiet', '--bare', '--initial-branch=main');
        git(folder, 'init', '--quiet', '--initial-branch=main');
        git(folder, 'add', '--all');
        git(folder, 'commit', '--quiet', '--message', 'Our pack');
        git(folder, 'push', '--quiet', shared('team.git'), 'main');
        assert.equal(workspace.textDocuments.some(({ isDirty, uri }) => isDirty && uri.scheme === 'file'), false);
      });
    });
  });

function selected(): string {
  return window.activeTextEditor?.document.getText(window.activeTextEditor.selection) ?? '';
}

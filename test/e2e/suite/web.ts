import { commands, env, UIKind, workspace, WorkspaceEdit } from 'vscode';
import { describeAssistants } from './assistants.js';
import { act, blame, closeAll, draft, inFolder, open, read } from './documents.js';
import { ui } from './driver.js';
import { runMocha } from './mocha.js';
import { finding, noFinding } from './until.js';

/** The suite of the web extension host, where neither Node nor a disk is to be had. */
export const run = (): Promise<void> =>
  runMocha(() => {
    describe('in a browser', () => {
      afterEach(closeAll);

      it('reads an unsaved reply in a web worker', async () => {
        expect(env.uiKind === UIKind.Web && typeof process === 'undefined', 'this is no web extension host');
        const { uri } = await draft();
        await finding(uri, blame);
        await ui.see('.monaco-editor .squiggly-warning');
        await ui.paint('squiggle');
      });

      it('keeps the checklist of a reply', async () => {
        await draft();
        await commands.executeCommand('deskside.checklist.focus');
        await ui.see('.monaco-list-row[aria-label^="Greeting, found, “Hi Ana,"]');
        await ui.paint('checklist');
      });

      it('reads the folder’s .deskside.yaml, and reads it again when it changes', async () => {
        await write('kb/parcels.md', 'You should have read the manual.\n');
        await write('.deskside.yaml', 'kinds: { kb: article }\n');
        const { uri } = await open('kb/parcels.md');
        await finding(uri, blame);
        await write('.deskside.yaml', 'kinds: { kb: article }\nrules: { blame-language: off }\n');
        await noFinding(uri, blame);
        await write('.deskside.yaml', 'kinds: { kb: article }\n');
        await finding(uri, blame);
      });

      it('reads the whole workspace', async () => {
        await write('kb/letters.md', 'You should have read the manual.\n');
        await commands.executeCommand('deskside.lintWorkspace');
        await finding(inFolder('kb/letters.md'), blame);
      });

      it('takes a file’s ignores along when it is renamed', async () => {
        await write('.deskside-ignore.yaml', '- { rule: blame-language, file: kb/letters.md }\n');
        await noFinding((await open('kb/letters.md')).uri, blame);
        const edit = new WorkspaceEdit();
        edit.renameFile(inFolder('kb/letters.md'), inFolder('kb/post.md'));
        await workspace.applyEdit(edit);
        const { uri } = await open('kb/post.md');
        await noFinding(uri, blame);
        expect((await read('.deskside-ignore.yaml')).includes('kb/post.md'), 'the ignore still names the old file');
        await workspace.fs.delete(inFolder('.deskside-ignore.yaml'));
        await finding(uri, blame);
      });

      it('keeps ignores in the folder all the same', async () => {
        const document = await open('answer.reply.md');
        await act(document, 'Ignore this here');
        await noFinding(document.uri, blame);
        expect((await read('.deskside-ignore.yaml')).includes('fingerprint'), 'the ignore is not in its file');
        await workspace.fs.delete(inFolder('.deskside-ignore.yaml'));
        await finding(document.uri, blame);
      });
    });
    describeAssistants();
  });

function write(name: string, text: string): Thenable<void> {
  return workspace.fs.writeFile(inFolder(name), new TextEncoder().encode(text));
}

/** There is no `node:assert` here. */
function expect(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise);
}

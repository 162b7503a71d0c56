import * as assert from 'node:assert/strict';
import { workspace } from 'vscode';
import { activationTook } from './activation.js';
import { act, badReply, blame, closeAll, draft } from './documents.js';
import { runMocha } from './mocha.js';
import { finding, findingsOf, noFinding } from './until.js';

/** The suite of a window without a folder: there is no project to keep anything in. */
export const run = (): Promise<void> =>
  runMocha(() => {
    describe('without a folder', () => {
      // not after each: the next draft would have the name of one just closed, and the language client may
      // take its first request for diagnostics for a late one of the other's
      after(closeAll);

      it('ignores a sentence in this draft and in the next', async () => {
        assert.equal(workspace.workspaceFolders, undefined);
        const first = await draft();
        await act(first, 'Ignore this here');
        await noFinding(first.uri, blame);
        assert.equal(first.getText(), badReply);

        const next = await draft(badReply.replace('Kind', 'You should have called us before that.\n\nKind'));
        const { range } = await finding(next.uri, blame);
        assert.match(next.getText(range), /^You should have called/);
        assert.equal(findingsOf(next.uri, blame).length, 1);
      });

      it('has been started', function () {
        assert.ok(this.test);
        this.test.title += `: ${activationTook()}`;
      });

      it('ignores a category in one draft alone', async () => {
        const first = await draft('You should have called us earlier. Could you send me a photo of it?\n');
        await act(first, 'Ignore “');
        await noFinding(first.uri, blame);
        const next = await draft('You should have called us earlier. Could you send me a photo of it?\n');
        await finding(next.uri, blame);
      });
    });
  });

import * as assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commands } from 'vscode';
import { openQuickFixes, takeQuickFix } from './again.js';
import { closeAll, draft, read } from './documents.js';
import { ui } from './driver.js';
import { git, shared } from './git.js';
import { runMocha } from './mocha.js';
import { textIs } from './until.js';

const picker = '.quick-input-widget:visible';
const vague = 'We will get back to you as soon as possible.';

/** The second window of a pack's way: another workspace adds it, uses it and updates it. */
export const run = (): Promise<void> =>
  runMocha(() => {
    describe('a pack that somebody else has pushed', () => {
      after(closeAll);

      it('is added once a person has seen what it brings', async () => {
        void commands.executeCommand('deskside.addPack');
        await ui.click(`${picker} .monaco-list-row:has-text("A git repository")`);
        await ui.see(`${picker}:has-text("The address of the repository")`);
        await ui.type(shared('team.git'));
        await ui.press('Enter');
        await ui.click(`${picker} .monaco-list-row:has-text("deskside-folder-")`);
        await ui.see(`${picker} .monaco-list-row:has-text("Add It")`);
        await ui.see(`${picker} .monaco-list-row:has-text("Still in the lab")`);
        await assert.rejects(read('.deskside/packs/our-team/pack.yaml'));
        await ui.paint('review');
        await ui.press('Enter');
        await ui.see('.statusbar-item:has-text("Our team 1.0.0 is in its place")');
        assert.match(await read('.deskside/packs.lock.yaml'), /our-team:\n {4}source: git:.*team\.git\n/);
      });

      it('offers its own words in a quick fix, with what the draft knows filled in', async () => {
        const document = await draft(`---\nticket: "9977"\n---\nHi Jo,\n\n${vague}\n`);
        await fixWith('Say instead: “Still in the lab”');
        await textIs(document, (text) => text.includes('Nothing new yet, Jo: the second lab still runs the test for ticket 9977. You hear from me by ‹3 pm tomorrow›'));
        await ui.press('Escape');
      });

      it('is updated once a person has seen what is new', async () => {
        const clone = shared('clone');
        git(shared('.'), 'clone', '--quiet', shared('team.git'), clone);
        const file = join(clone, 'snippets/still-in-the-lab.md');
        writeFileSync(file, readFileSync(file, 'utf8').replace('Nothing new yet', 'No news from the lab yet'));
        writeFileSync(join(clone, 'pack.yaml'), readFileSync(join(clone, 'pack.yaml'), 'utf8').replace('1.0.0', '1.1.0'));
        git(clone, 'commit', '--quiet', '--all', '--message', 'Say where');
        git(clone, 'push', '--quiet', 'origin', 'main');
        void commands.executeCommand('deskside.updatePacks');
        await ui.see(`${picker}:has-text("Our team 1.0.0 → 1.1.0") .monaco-list-row:has-text("Still in the lab")`);
        assert.doesNotMatch(await read('.deskside/packs/our-team/snippets/still-in-the-lab.md'), /No news/);
        await ui.paint('update');
        await ui.press('Enter');
        await ui.see('.statusbar-item:has-text("Our team 1.1.0 is in its place")');
        await closeAll();
        const document = await draft(`Hi Jo,\n\n${vague}\n`);
        await fixWith('Say instead: “Still in the lab”');
        await textIs(document, (text) => text.includes('No news from the lab yet, Jo'));
        await ui.press('Escape');
      });

      it('says that there is nothing newer', async () => {
        void commands.executeCommand('deskside.updatePacks');
        await ui.see('.statusbar-item:has-text("All packs are up to date")');
      });

      it('is removed once a person has said that it may go', async () => {
        void commands.executeCommand('deskside.removePack');
        await ui.click(`${picker} .monaco-list-row:has-text("Our team")`);
        await ui.see(`${picker}:has-text("Remove the pack “Our team”?") .monaco-list-row:has-text("Remove It")`);
        await read('.deskside/packs/our-team/pack.yaml');
        await ui.press('Enter');
        await ui.see('.statusbar-item:has-text("Our team is removed")');
        await assert.rejects(read('.deskside/packs/our-team/pack.yaml'));
        assert.doesNotMatch(await read('.deskside/packs.lock.yaml'), /our-team/);
      });
    });
  });

/** Takes one of the quick fixes at the vague promise. */
async function fixWith(title: string): Promise<void> {
  const titles = await openQuickFixes('vague-timeframe');
  await ui.paint('pack-fix');
  assert.ok(titles.includes(title), titles.join('\n'));
  await takeQuickFix('vague-timeframe', title);
}

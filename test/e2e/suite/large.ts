import * as assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { commands, languages, workspace } from 'vscode';
import { blame, closeAll, draft, inFolder } from './documents.js';
import { ui } from './driver.js';
import { runMocha } from './mocha.js';
import { findingsOf, until } from './until.js';

const FILES = 5000;
const A_FOLDER = 100;

const PASSAGES = [
  'Open **Settings**, then choose **Billing**. Your invoices of the last three years stand there, the newest first.',
  'Every plan has its own limit. When you come near it, we write to you a week before anything stops.',
  'The export takes about a minute for ten thousand rows. You can close the page; we send a link when it is done.',
  'If a colleague of yours has left, an owner of the team can hand their folders to somebody else in two clicks.',
];

/** An article as help centres have them; every second has something wrong with it. */
function article(i: number): string {
  const passages = Array.from({ length: 4 + (i % 5) }, (_, n) => PASSAGES[(i + n) % PASSAGES.length]);
  const wrong = i % 2 ? ['You should have read the notes of the release before you updated.'] : [];
  return ['---', 'kind: article', '---', '', `# Question number ${i}`, '', ...[...passages, ...wrong].flatMap((one) => [one, ''])].join('\n');
}

async function makeHelpCentre(): Promise<void> {
  for (let i = 0; i < FILES; i++) {
    const folder = inFolder(`centre/${Math.floor(i / A_FOLDER)}`).fsPath;
    if (i % A_FOLDER === 0) await mkdir(folder, { recursive: true });
    await writeFile(`${folder}/${i}.md`, article(i));
  }
}

/** How long each of the letters takes that are typed until a promise is kept, in milliseconds. */
async function typeUntil(done: Promise<unknown>): Promise<readonly number[]> {
  const waits: number[] = [];
  let isDone = false;
  void done.then(() => (isDone = true));
  const document = await draft('Thank you.');
  while (!isDone) {
    const before = document.version;
    const started = performance.now();
    await ui.type('x');
    // At the end the problems come to the front, and take the last letter
    await Promise.race([done, until('the letter', workspace.onDidChangeTextDocument, () => document.version > before || isDone || undefined)]);
    if (!isDone) waits.push(performance.now() - started);
  }
  return waits;
}

/** A run to be asked for by its name: it takes a while, and says how long. */
export const run = (): Promise<void> =>
  runMocha(() => {
    describe(`a help centre of ${FILES} files`, () => {
      after(closeAll);

      it('is read while somebody types', async function () {
        this.timeout(600_000);
        await makeHelpCentre();
        const started = performance.now();
        const reading = Promise.resolve(commands.executeCommand('deskside.lintWorkspace')).then(() => performance.now() - started);
        const waits = [...(await typeUntil(reading))].sort((a, b) => a - b);
        const at = (share: number): string => `${(waits[Math.floor(share * (waits.length - 1))] ?? NaN).toFixed(0)} ms`;
        const said = `${((await reading) / 1000).toFixed(1)} s for all; ${waits.length} letters typed meanwhile, half of them within ${at(0.5)}, 95 % within ${at(0.95)}, the slowest ${at(1)}`;
        // No extension host has a terminal: what was measured goes with the test's name
        if (this.test) this.test.title += `: ${said}`;
        const found = languages.getDiagnostics().filter(([uri]) => uri.path.includes('/centre/') && findingsOf(uri, blame).length > 0);
        assert.equal(found.length, FILES / 2);
      });
    });
  });

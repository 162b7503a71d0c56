/** The report in a real browser: reading, keys, contrast, paper. Needs Chromium; `npm run test:report`. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import { chromium, type Browser, type Page } from 'playwright-core';
import { findChromium, quietArguments } from '../e2e/host/chromium.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const LONG = 'https://example.com/' + 'a-very-long-address/'.repeat(20);

const ARTICLES: Readonly<Record<string, string>> = {
  'lost-phone.md': '# I have lost my phone\n\nJust lock your line. Obviously you should have noted your IMEI.\n\nClick [here](https://example.com) to buy a SIM.',
  'deep/er/shared.md': `# ${'Unbreakable'.repeat(12)}\n\nYou should have read ${LONG}. Simply reboot the DSLAM.`,
  'deep/er/<img src=x onerror=alert(1)>.md': '# <script>alert(1)</script>\n\nYou should have said `</li></ul>` to us, you simply must not.',
  'fine.md': '# Change your address\n\nOpen Settings and choose Address.',
};

for (const [name, width, height, colorScheme] of [['desktop', 1280, 900, 'light'], ['desktop, dark', 1280, 900, 'dark'], ['phone', 390, 844, 'light'], ['phone, dark', 390, 844, 'dark']] as const) {
  describe(`the report in a browser (${name})`, () => {
    let folder = '';
    let browser: Browser;
    let page: Page;
    const problems: string[] = [];

    before(async () => {
      folder = makeReport();
      browser = await chromium.launch({ executablePath: findChromium(), args: [...quietArguments] });
      page = await browser.newPage({ viewport: { width, height }, colorScheme });
      page.on('console', (message) => problems.push(message.text()));
      page.on('dialog', (dialog) => problems.push(`a dialog: ${dialog.message()}`));
      page.on('request', (request) => request.url().startsWith('file:') || problems.push(`asks for ${request.url()}`));
    });

    beforeEach(async () => {
      await page.goto('about:blank');
      await page.goto(pathToFileURL(join(folder, 'report.html')).href);
    });

    after(async () => {
      await browser?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    afterEach(() => assert.deepEqual(problems, [], 'nothing is asked for, refused or run'));

    it('breaks no rule of accessibility, closed or open', async () => {
      assert.deepEqual(await broken(page), []);
      await openAll(page);
      assert.deepEqual(await broken(page), []);
    });

    it('never scrolls sideways', async () => {
      await openAll(page);
      assert.equal(await page.evaluate('document.documentElement.scrollWidth'), width);
    });

    it('leads from every number to sentences', async () => {
      const links = await page.locator('main a[href^="#text-"]').all();
      assert.ok(links.length > 10);
      const [first] = await page.locator('#found summary').all();
      await first?.click();
      await page.locator('#found details[open] a').first().click();
      assert.match(page.url(), /#text-\d+-\d+$/);
      assert.ok(await page.locator(':target mark').isVisible());
    });

    it('can be used with the keyboard alone', async () => {
      await page.keyboard.press('Tab');
      assert.equal(await focused(page), 'Skip to the report');
      await page.keyboard.press('Enter');
      const seen: string[] = [];
      for (let i = 0; i < 120 && seen.at(-1) !== '1 article'; i++) {
        await page.keyboard.press('Tab');
        seen.push(await focused(page));
      }
      for (const stop of ['findings', 'Fewer than 100 words', 'deep/er']) assert.ok(seen.some((text) => text.includes(stop)), `${stop} in ${seen.join(' | ')}`);
      await page.keyboard.press('Enter');
      assert.ok(await page.locator('#fine li').isVisible());
    });

    it('finds articles by their words', async () => {
      await page.getByLabel('Show only').fill('DSLAM');
      await page.getByText('1 of 3').waitFor();
      assert.equal(await page.locator('details.text:visible').count(), 1);
      await page.getByLabel('Show only').fill('');
      await page.locator('output:empty').waitFor({ state: 'attached' });
      assert.equal(await page.locator('details.text:not([hidden])').count(), 3);
    });

    it('goes on paper with the sentences', async () => {
      await page.emulateMedia({ media: 'print' });
      assert.ok(await page.getByText('noted your IMEI').first().isVisible());
      assert.ok(!(await page.getByLabel('Show only').isVisible()));
      const pdf = await page.pdf({ format: 'A4' });
      assert.equal(pdf.subarray(0, 5).toString(), '%PDF-');
      await page.emulateMedia({ media: 'screen' });
    });
  });
}

describe('the report without script', () => {
  it('opens what a link leads into all the same', async () => {
    const folder = makeReport();
    const browser = await chromium.launch({ executablePath: findChromium(), args: [...quietArguments] });
    try {
      const page = await browser.newPage({ javaScriptEnabled: false });
      await page.goto(pathToFileURL(join(folder, 'report.html')).href);
      assert.ok(!(await page.locator('form').isVisible()), 'what would do nothing is not shown');
      await page.locator('#neediest a').first().click();
      assert.ok(await page.locator(':target mark').isVisible());
    } finally {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

function makeReport(): string {
  const folder = mkdtempSync(join(tmpdir(), 'deskside-report-'));
  for (const [name, text] of Object.entries(ARTICLES)) {
    mkdirSync(join(folder, 'kb', name, '..'), { recursive: true });
    writeFileSync(join(folder, 'kb', name), text);
  }
  mkdirSync(join(folder, 'runs'));
  for (const [day, findings] of [['2025-01-31', 19], ['2025-03-01', 14]] as const) writeFileSync(join(folder, 'runs', `${day}.json`), JSON.stringify({ summary: { files: 4, findings } }));
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'dist/cli.cjs'), 'report', 'kb', '--kind', 'article', '--history', 'runs'], { cwd: folder, encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  return folder;
}

async function openAll(page: Page): Promise<void> {
  await page.locator('details').evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')));
}

async function broken(page: Page): Promise<string[]> {
  // As an expression, so that the page's own policy has no say in it
  await page.evaluate(axe);
  const { violations } = await page.evaluate<AxeResults>('axe.run()');
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`);
}

async function focused(page: Page): Promise<string> {
  return page.evaluate<string>('document.activeElement.textContent.trim() || document.activeElement.tagName');
}

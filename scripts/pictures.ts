import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { findChromium, quietArguments } from '../test/e2e/host/chromium.js';
import { windowAddress } from '../test/e2e/host/code.js';
import { install } from '../test/e2e/host/install.js';
import { repository } from '../test/e2e/host/paths.js';
import { startServer } from '../test/e2e/host/server.js';
import { hostVersion } from '../test/e2e/host/versions.js';

// Takes the README's pictures anew, of the real editor: `npm run pictures`.
const example = 'broadband-drops.reply.md';
const squiggle = '.squiggly-warning';
const row = '.pane:has-text("Reply Checklist") .monaco-list-row';
const themes = { dark: 'Dark 2026', light: 'Light 2026' } as const;

/** A reply half written, with a question overlooked. */
const halfWritten = `> Your shop took the money for my order twice. Will I get the second payment back? And is my card safe with you?

Hi Ana,

I'm sorry we charged you twice. Our payment page sent the order again when the first answer was slow.

I've sent the second £34.90 back. It will be on your card by Friday.
`;

/** Nothing but the draft. */
const settings = {
  'editor.fontSize': 15,
  'editor.minimap.enabled': false,
  'editor.lineNumbers': 'off',
  'editor.hover.delay': 100,
  'editor.hover.above': false,
  'editor.occurrencesHighlight': 'off',
  'editor.scrollbar.vertical': 'hidden',
  'editor.overviewRulerBorder': false,
  'breadcrumbs.enabled': false,
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
  'workbench.activityBar.location': 'hidden',
};

const installed = await install(hostVersion('newest'), console.log);
const browser = await chromium.launch({ executablePath: findChromium(), args: [...quietArguments] });
try {
  for (const [name, theme] of Object.entries(themes)) await paint(name, theme);
} finally {
  await browser.close();
}

async function paint(name: string, theme: string): Promise<void> {
  const server = await startServer(installed, { settings });
  try {
    const page = await browser.newPage({ viewport: { width: 980, height: 640 }, deviceScaleFactor: 1.5 });
    await page.goto(windowAddress(server.origin, { folder: join(repository, 'examples'), extension: repository, tests: undefined }));
    await openExample(page);
    await chooseTheme(page, theme);
    await showFinding(page);
    await keep(page, name);
    await showChecklist(page);
    await keep(page, `checklist-${name}`);
    await page.close();
  } finally {
    await server.stop();
  }
}

async function keep(page: Page, name: string): Promise<void> {
  const folder = join(repository, 'docs/images');
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
}

/** The example alone, once it has been read. */
async function openExample(page: Page): Promise<void> {
  await page.locator(`.monaco-list-row:has-text("${example}")`).dblclick();
  await page.locator(squiggle).first().waitFor();
  // the first reply brings the checklist to the front
  await page.locator(row).first().waitFor();
  await page.keyboard.press('Control+b');
  await page.locator('.sidebar').waitFor({ state: 'hidden' });
}

/** The caret in what is wrong, so that the light bulb shows, and the pointer on it. */
async function showFinding(page: Page): Promise<void> {
  const box = await page.locator(squiggle).last().boundingBox();
  if (!box) throw new Error('There is nothing underlined in the example.');
  await page.mouse.click(box.x + 20, box.y + box.height / 2);
  await page.locator('.lightBulbWidget, [class*="codicon-gutter-lightbulb"]').first().waitFor();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 5 });
  await page.locator('.monaco-hover:visible:has-text("Rule:")').waitFor();
}

/** A reply half written, the checklist beside it, and the pointer on what is missing. */
async function showChecklist(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await run(page, 'Deskside: New Reply');
  await page.locator('.tab.active:has-text("Untitled")').waitFor();
  await page.keyboard.insertText(halfWritten);
  await page.keyboard.press('Control+b');
  await page.locator(`${row}[aria-label^="Sign-off, missing"]`).waitFor();
  await page.locator(`${row}[aria-label*="is my card safe"]`).hover();
  await page.locator('.monaco-hover:visible').waitFor();
}

/** A command of the palette, by its whole name. */
async function run(page: Page, command: string): Promise<void> {
  await page.keyboard.press('F1');
  await page.keyboard.type(command);
  await page.locator(`.quick-input-list .monaco-list-row[aria-label^="${command}"]`).first().click();
}

/** By hand, and late: a browser's window looks at the settings before it knows its themes. */
async function chooseTheme(page: Page, theme: string): Promise<void> {
  await run(page, 'Preferences: Color Theme');
  await page.locator('.quick-input-widget:visible .quick-input-list .monaco-list-row:has-text("2026")').first().waitFor();
  await page.keyboard.type(theme);
  await page.locator(`.quick-input-list .focused:has-text("${theme}")`).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

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
const halfWritten = 'charged-twice.reply.md';
const squiggle = '.squiggly-warning';
const row = '.pane:has-text("Reply Checklist") .monaco-list-row';
const packs = '.pane:has(.pane-header[aria-label^="Packs"]) .monaco-list-row';
const themes = { dark: 'Dark 2026', light: 'Light 2026' } as const;
const size = { width: 980, height: 600 };

/** Nothing but the draft. */
const settings = {
  'editor.fontSize': 15,
  'editor.padding.top': 8,
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
  'workbench.statusBar.visible': false,
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
    const page = await browser.newPage({ viewport: size, deviceScaleFactor: 1.5 });
    await page.goto(windowAddress(server.origin, { folder: join(repository, 'examples'), extension: repository, tests: undefined }));
    await openExample(page);
    await chooseTheme(page, theme);
    await showFinding(page);
    await keep(page, name);
    await showChecklist(page);
    await keep(page, `checklist-${name}`, 390);
    await showPacks(page);
    await keep(page, `packs-${name}`, 540);
    await page.close();
  } finally {
    await server.stop();
  }
}

/** @param height how much of the window, where less than all of it says everything */
async function keep(page: Page, name: string, height = size.height): Promise<void> {
  const folder = join(repository, 'docs/images');
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled', clip: { x: 0, y: 0, width: size.width, height } });
}

/** The example alone, once it has been read. */
async function openExample(page: Page): Promise<void> {
  await page.locator(`.monaco-list-row:has-text("${example}")`).dblclick();
  await page.locator(squiggle).first().waitFor();
  await page.locator('.statusbar-item[aria-label^="Deskside: "]').waitFor({ state: 'attached' });
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

/** A reply half written, and the checklist beside it. */
async function showChecklist(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+p');
  await page.keyboard.type(halfWritten);
  await page.locator(`.quick-input-list .focused:has-text("${halfWritten}")`).waitFor();
  await page.keyboard.press('Enter');
  await page.locator(`.tab.active:has-text("${halfWritten}")`).waitFor();
  await run(page, 'Deskside: Focus on Reply Checklist View');
  await page.locator(`${row}[aria-label^="Sign-off, missing"]`).waitFor();
  await fold(page, 'Packs');
  await widen(page, 380);
}

/** The packs, and what of them the same reply asks for. */
async function showPacks(page: Page): Promise<void> {
  await fold(page, 'Reply Checklist');
  await fold(page, 'Packs');
  await widen(page, 330);
  for (const branch of ['Software by subscription', 'Fixing']) await page.locator(`${packs}:has-text("${branch}")`).first().click();
  await page.locator(`${packs}:has-text("Charged twice")`).waitFor();
  await page.locator('.monaco-editor .view-lines').click();
  await page.keyboard.press('Control+End');
  await run(page, 'Deskside: Insert Snippet…');
  await page.locator('.quick-input-widget:visible .monaco-list-row:has-text("for what the customer wrote")').waitFor();
  await shift(page);
  // so that the view shows its buttons
  await page.locator('.pane:has(.pane-header[aria-label^="Packs"]) .message').hover();
}

/** Folds a part of the side bar, or unfolds it. */
async function fold(page: Page, title: string): Promise<void> {
  await page.locator(`.pane-header[aria-label^="${title}"]`).click();
}

/** Pulls the list of snippets away from the packs and from the customer's words, as one may. */
async function shift(page: Page): Promise<void> {
  const box = await page.locator('.quick-input-widget:visible').boundingBox();
  if (!box) throw new Error('There is no list of snippets.');
  await page.mouse.move(box.x + 100, box.y + 4);
  await page.mouse.down();
  await page.mouse.move(size.width - 20 - box.width + 100, box.y + 232, { steps: 10 });
  await page.mouse.up();
}

/** Draws the side bar out to so many pixels. */
async function widen(page: Page, width: number): Promise<void> {
  const box = await page.locator('.part.sidebar').boundingBox();
  if (!box) throw new Error('There is no side bar.');
  await page.mouse.move(box.x + box.width, box.y + box.height - 100);
  await page.mouse.down();
  await page.mouse.move(box.x + width, box.y + box.height - 100, { steps: 5 });
  await page.mouse.up();
  await page.mouse.move(box.x + width + 200, box.y + box.height - 20);
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

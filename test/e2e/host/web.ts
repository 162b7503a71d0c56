import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import type { Page } from 'playwright-core';

/** A folder that a browser can read. */
export interface Served {
  /** `http://localhost:PORT`, a name that the extension host's own policy admits. */
  readonly origin: string;
  stop(): void;
}

const types: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.json': 'application/json' };

/** Serves a folder to this machine, as a marketplace's network does an extension to vscode.dev. */
export function serveFolder(folder: string): Promise<Served> {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname));
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('content-type', types[extname(path)] ?? 'text/plain');
    createReadStream(join(folder, path))
      .on('error', () => response.writeHead(404).end())
      .pipe(response);
  });
  return new Promise((done) => {
    server.listen(0, 'localhost', () => {
      const { port } = server.address() as AddressInfo;
      done({ origin: `http://localhost:${String(port)}`, stop: () => void server.close() });
    });
  });
}

/**
 * Gives the window an extension from the network: the one way into the web extension host that vscode.dev
 * has too. The page's policy admits https alone, which a test has no certificate for.
 */
export async function addWebExtension(page: Page, extension: string): Promise<void> {
  await page.route(
    (url) => url.pathname === '/',
    async (route) => {
      if (!route.request().isNavigationRequest()) return route.continue();
      const response = await route.fetch();
      const { 'content-security-policy': _, ...headers } = response.headers();
      await route.fulfill({ response, headers, body: withBuiltin(await response.text(), extension) });
    },
  );
}

/** The page with one more built-in extension in its settings, which are JSON in an attribute. */
function withBuiltin(page: string, extension: string): string {
  const { protocol, host } = new URL(extension);
  const builtin = { scheme: protocol.replace(':', ''), authority: host, path: '/' };
  return page.replace(/(id="vscode-workbench-web-configuration" data-settings=")([^"]*)/, (_, tag: string, settings: string) => {
    const configuration = JSON.parse(settings.replaceAll('&quot;', '"')) as object;
    return tag + JSON.stringify({ ...configuration, additionalBuiltinExtensions: [builtin] }).replaceAll('"', '&quot;');
  });
}

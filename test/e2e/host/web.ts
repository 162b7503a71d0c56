import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import type { Page } from 'playwright-core';

/** A folder that a browser can read. */
export interface Served {
  /** `http://127.0.0.1:PORT` */
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
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      done({ origin: `http://127.0.0.1:${String(port)}`, stop: () => void server.close() });
    });
  });
}

/** Gives the window an extension from the network: the one way into the web extension host that vscode.dev has too. */
export async function addWebExtension(page: Page, windowOrigin: string, extension: string): Promise<void> {
  const { protocol, host } = new URL(extension);
  const builtin = { scheme: protocol.replace(':', ''), authority: host, path: '/' };
  await page.route(`${windowOrigin}/?*`, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(/(id="vscode-workbench-web-configuration" data-settings=")([^"]*)/, (_, tag: string, settings: string) => {
      const configuration = JSON.parse(settings.replaceAll('&quot;', '"')) as object;
      return tag + JSON.stringify({ ...configuration, additionalBuiltinExtensions: [builtin] }).replaceAll('"', '&quot;');
    });
    await route.fulfill({ response, body });
  });
}

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { windowAddress } from '../test/e2e/host/code.js';
import { install } from '../test/e2e/host/install.js';
import { repository } from '../test/e2e/host/paths.js';
import { startServer } from '../test/e2e/host/server.js';
import { hostVersion } from '../test/e2e/host/versions.js';

const examples = join(repository, 'examples');
const desktop = findDesktop();
if (desktop && !process.argv.includes('--browser')) openDesktop(desktop);
else await serve();

/** The desktop VS Code on this machine. */
function findDesktop(): string | undefined {
  const names = process.platform === 'win32' ? ['code.cmd'] : ['code', 'codium'];
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
}

function openDesktop(code: string): void {
  console.log(`Opening ${code} on examples/ with Deskside loaded from this checkout.`);
  const args = [`--extensionDevelopmentPath=${repository}`, '--new-window', examples];
  process.exitCode = spawnSync(code, args, { stdio: 'inherit', shell: process.platform === 'win32' }).status ?? 1;
}

/** VS Code in the browser, until Ctrl+C. */
async function serve(): Promise<void> {
  const installed = await install(hostVersion('oldest'), console.log);
  const server = await startServer(installed);
  const address = windowAddress(server.origin, { folder: examples, extension: repository, tests: undefined });
  console.log(`VS Code with Deskside, on examples/:\n\n  ${address}\n\nCtrl+C ends it.`);
  const ended = new Promise<void>((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done());
  });
  await ended;
  await server.stop();
}

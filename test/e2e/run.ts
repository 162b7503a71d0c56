import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runTests } from '@vscode/test-electron';
import { buildSuite } from './host/bundle.js';
import { findChromium } from './host/chromium.js';
import { startDriver } from './host/driver.js';
import { repository } from './host/paths.js';
import { freePort } from './host/ports.js';
import { hostVersion } from './host/versions.js';
import { runs, type Run } from './runs.js';

const usage = `npm run test:e2e -- [--vscode oldest|newest] [--all] [--only NAME] [--desktop]
  --vscode   which VS Code of the npm registry (default: oldest)
  --all      the oldest, then the newest
  --only     one of: ${runs.map((run) => run.name).join(', ')}
  --desktop  the desktop build instead, downloaded by @vscode/test-electron`;

const { values } = parseArgs({
  options: {
    vscode: { type: 'string', default: 'oldest' },
    all: { type: 'boolean', default: false },
    only: { type: 'string' },
    desktop: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) console.log(usage);
else process.exitCode = await main();

/** Runs what was asked for and ends with a line that counts. Returns the exit code. */
async function main(): Promise<number> {
  if (!values.desktop) findChromium();
  await buildSuite();
  const versions = values.all ? ['oldest', 'newest'] : [values.vscode];
  const total = { passed: 0, failed: 0 };
  for (const name of versions) {
    for (const run of runs.filter((one) => (values.only ? one.name === values.only : !one.slow))) {
      const { passed, failed } = await runOnce(run, name);
      total.passed += passed;
      total.failed += failed;
    }
  }
  console.log(`\n${String(total.passed)} passed, ${String(total.failed)} failed`);
  return total.failed > 0 || total.passed === 0 ? 1 : 0;
}

/** One window after the other; what they share is in a folder that they know of. */
async function runOnce(run: Run, version: string): Promise<{ passed: number; failed: number }> {
  const { vscode } = hostVersion(version);
  console.log(`\n${run.title} in VS Code ${vscode}`);
  const shared = await mkdtemp(join(tmpdir(), 'deskside-shared-'));
  const total = { passed: 0, failed: 0 };
  try {
    for (const suite of run.suites) {
      const { passed, failed } = await runSuite(run, suite, version, shared);
      total.passed += passed;
      total.failed += failed;
    }
  } finally {
    await rm(shared, { recursive: true, force: true });
  }
  return total;
}

/** One window, one suite. A window that ends without having run its tests counts as one failure. */
async function runSuite(run: Run, suite: string, version: string, shared: string): Promise<{ passed: number; failed: number }> {
  const started = performance.now();
  const port = await freePort();
  const driver = await startDriver(port, `${version}-${run.name}`, console.log);
  const folder = await workspaceFolder(driver.address);
  let ended = '';
  try {
    await open(run, suite, version, { folder, shared, driver: driver.address, port });
  } catch (error) {
    ended = String(error);
  } finally {
    await driver.stop();
    await rm(folder, { recursive: true, force: true });
  }
  const { passed, failed } = driver.tally;
  if (ended && failed === 0) console.log(`  ✘ ${ended}`);
  console.log(`  ${String(Math.round((performance.now() - started) / 1000))} s`);
  return { passed, failed: ended && failed === 0 ? 1 : failed };
}

/** A copy of the test's folder, so that nothing a test writes stays behind. */
async function workspaceFolder(driver: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'deskside-folder-'));
  await cp(join(repository, 'test/e2e/workspace'), folder, { recursive: true });
  await writeFile(join(folder, '.driver'), driver);
  return folder;
}

/** Where a window finds what. */
interface Places {
  readonly folder: string;
  readonly shared: string;
  readonly driver: string;
  readonly port: number;
}

async function open(run: Run, suite: string, version: string, { folder, shared, driver, port }: Places): Promise<void> {
  const { vscode } = hostVersion(version);
  await runTests({
    ...(values.desktop ? { version: vscode } : { vscodeExecutablePath: join(repository, 'test/e2e/host/code.mjs') }),
    extensionDevelopmentPath: await run.extension(),
    extensionTestsPath: join(repository, suite),
    extensionTestsEnv: { DESKSIDE_VSCODE: version, DESKSIDE_E2E_DRIVER: driver, DESKSIDE_E2E_SHARED: shared, XDG_CONFIG_HOME: join(shared, 'settings') },
    launchArgs: [...(run.folder ? [folder] : []), `--remote-debugging-port=${String(port)}`, ...(await run.arguments())],
  });
}

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

/** What became of a run. */
interface Outcome {
  readonly passed: number;
  /** The names of the tests. */
  readonly failed: readonly string[];
}

/**
 * Runs what was asked for and ends with lines that count. Returns the exit code.
 *
 * A run that fails is done once more in fresh windows, all of it, for its suites may build on each other. A window is half a
 * dozen programs that race each other, none of them ours; on a slow machine one is now and then late in a way that no test
 * can wait for. A fault of ours fails twice. The last lines name what needed a second try, so that it does not stay so.
 * Who asks for one run by its name is at work on it, and wants to know at once.
 */
async function main(): Promise<number> {
  if (!values.desktop) findChromium();
  await buildSuite();
  const versions = values.all ? ['oldest', 'newest'] : [values.vscode];
  const outcomes: Outcome[] = [];
  const again: string[] = [];
  for (const name of versions) {
    for (const run of runs.filter(isWanted)) {
      const first = await runOnce(run, name);
      const isAgain = first.failed.length > 0 && values.only === undefined;
      if (isAgain) again.push(`${run.title} in VS Code ${hostVersion(name).vscode}, for: ${first.failed.join('; ')}`);
      outcomes.push(isAgain ? await runOnce(run, name) : first);
    }
  }
  for (const what of again) console.log(`\nNeeded a second try: ${what}`);
  const { passed, failed } = together(outcomes);
  console.log(`\n${String(passed)} passed, ${String(failed.length)} failed`);
  return failed.length > 0 || passed === 0 ? 1 : 0;
}

function isWanted({ name, slow, webOnly }: Run): boolean {
  return (values.only === undefined ? !slow : name === values.only) && !(values.desktop && webOnly);
}

/** One window after the other; what they share is in a folder that they know of. */
async function runOnce(run: Run, version: string): Promise<Outcome> {
  console.log(`\n${run.title} in VS Code ${hostVersion(version).vscode}`);
  const shared = await mkdtemp(join(tmpdir(), 'deskside-shared-'));
  const outcomes: Outcome[] = [];
  try {
    // what builds on a suite that has failed fails too
    for (const suite of run.suites) if (together(outcomes).failed.length === 0) outcomes.push(await runSuite(run, suite, version, shared));
  } finally {
    await rm(shared, { recursive: true, force: true });
  }
  return together(outcomes);
}

function together(outcomes: readonly Outcome[]): Outcome {
  return { passed: outcomes.reduce((sum, { passed }) => sum + passed, 0), failed: outcomes.flatMap(({ failed }) => failed) };
}

/** One window, one suite. A window that ends without having run its tests counts as one failure. */
async function runSuite(run: Run, suite: string, version: string, shared: string): Promise<Outcome> {
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
  const isLost = ended !== '' && failed.length === 0;
  if (isLost) console.log(`  ✘ ${ended}`);
  console.log(`  ${String(Math.round((performance.now() - started) / 1000))} s`);
  return { passed, failed: isLost ? [ended] : failed };
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

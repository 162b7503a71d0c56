import 'mocha/mocha.js';
import { ask } from './driver.js';

type Outcome = 'passed' | 'failed';

/**
 * Runs the tests that `define` defines; what the extension host calls as `run()`. The browser's build of
 * mocha serves both extension hosts, and the outcome goes to the driver, as neither host has a terminal.
 */
export async function runMocha(define: () => void): Promise<void> {
  const host = globalThis as unknown as { mocha: BrowserMocha };
  host.mocha.setup({ ui: 'bdd', timeout: 60_000, reporter: class {} });
  define();
  const reports: Promise<unknown>[] = [];
  const tell = (outcome: Outcome, line: string): void => {
    reports.push(ask({ do: outcome, what: '' }), ask({ do: 'say', what: line }));
  };
  const failures = await new Promise<number>((done) => {
    const runner = host.mocha.run(done);
    runner.on('pass', (test) => tell('passed', `  ✔ ${test.fullTitle()} (${String(test.duration ?? 0)} ms)`));
    runner.on('fail', (test, error) => tell('failed', `  ✘ ${test.fullTitle()}\n${error.stack ?? error.message}`));
  });
  await Promise.all(reports);
  if (failures > 0) throw new Error(`${String(failures)} failed`);
}

/** The part of mocha's browser build that is used here. */
interface BrowserMocha {
  setup(options: object): void;
  run(done: (failures: number) => void): Mocha.Runner;
}

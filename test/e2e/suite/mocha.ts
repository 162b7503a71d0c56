import 'mocha/mocha.js';
import { ask } from './driver.js';

/**
 * Runs the tests that `define` defines; what the extension host calls as `run()`. The browser's build of
 * mocha serves both extension hosts.
 */
export async function runMocha(define: () => void): Promise<void> {
  mocha.setup({ ui: 'bdd', timeout: 240_000, reporter: DriverReporter });
  define();
  // `mocha.run` would read options from a page's address
  const failures = await new Promise<number>((done) => Mocha.prototype.run.call(mocha, done));
  if (failures > 0) throw new Error(`${String(failures)} of the tests failed.`);
}

/** The outcome goes to the driver, in order: neither extension host has a terminal. */
class DriverReporter extends Mocha.reporters.Base {
  #told: Promise<unknown> = Promise.resolve();

  constructor(runner: Mocha.Runner) {
    super(runner);
    runner.on('pass', (test) => this.#tell('passed', `${test.fullTitle()} (${String(test.duration ?? 0)} ms)`));
    runner.on('fail', (test, error: Error) => this.#tell('failed', `${test.fullTitle()}\n${error.stack ?? error.message}`));
  }

  /** Called by mocha at the end: the run is over when all is told. */
  override done(failures: number, end: (failures: number) => void): void {
    void this.#told.finally(() => end(failures));
  }

  #tell(outcome: 'passed' | 'failed', what: string): void {
    this.#told = this.#told.then(() => ask({ do: outcome, what }));
  }
}

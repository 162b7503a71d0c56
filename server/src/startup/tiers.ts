import { setFlagsFromString } from 'node:v8';

/**
 * Keeps V8 from optimising: nothing in a short run is done often enough to pay for it. It took 90 of 320 ms of processor time for one small
 * reply. And a young heap that fills up has all the room it may have at once, not twice as much: what is made at a start fills it six times
 * over, and to clear up in between took 6 of 120 ms for one small text. Holds for all threads of the process. V8 takes kept
 * code only from runs that began so, too.
 * @param others flags of V8 that hold from now on
 */
export function beShort(...others: readonly string[]): void {
  begun = ['--no-opt', '--semi-space-growth-factor=16', ...others];
  asBegun();
}

/**
 * For the command line. V8 optimises what is done four times as often as it would by itself, once it may: most of what a run over a
 * folder does comes to an end before it pays, which took a seventh of the processor time for 690 articles. And it puts half as much into
 * one function, which took it a fifth for 667. For Node 20: V8 has a quick compiler for such code since.
 */
export const FOR_RUNS: readonly string[] = process.versions.v8.startsWith('11.3.') ? ['--interrupt-budget=270000', '--max-inlined-bytecode-size-cumulative=460'] : [];

/**
 * Keeps what V8 fills before it looks for garbage at 1 MB instead of 16: of the memory of a server with 200 open texts this took 26 MB
 * away, and the pauses are a few milliseconds shorter. It costs 16 of 174 ms of processor time until the first findings, and nothing after
 * that: to do so only after 200 ms cost all of the 26 MB again.
 */
export const COLLECT_SOON = '--semi-space-growth-factor=1';

let begun: readonly string[] = [];

/** Puts V8 back to how the run began. */
export function asBegun(): void {
  for (const flag of begun) setFlagsFromString(flag);
}

/** Lets V8 optimise what is done often, as it does by itself. */
export function lastLong(): void {
  setFlagsFromString('--opt');
}

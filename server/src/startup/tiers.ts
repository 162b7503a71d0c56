import { setFlagsFromString } from 'node:v8';

/**
 * Keeps V8 from optimising: nothing in a short run is done often enough to pay for it. It took 90 of 320 ms of processor time for one small
 * reply. And a young heap that fills up has all the room it may have at once, not twice as much: what is made at a start fills it six times
 * over, and to clear up in between took 6 of 120 ms for one small text. Holds for all threads of the process. V8 takes kept
 * code only from runs that began so, too.
 * @param others flags of V8 that hold from now on
 */
export function beShort(...others: readonly string[]): void {
  begun = ['--no-opt', '--semi-space-growth-factor=16', `${SEARCHED_BEFORE_FAST}=20`, FORGETS_CODE, ...others];
  asBegun();
}

/** V8 has a quick compiler for what is done often since Node 22, and these are for the one before. */
const IS_NODE_20 = process.versions.v8.startsWith('11.3.');

/**
 * V8 puts half as much into one function when it optimises: that took a server a sixth of the processor time for 200 texts and 4 MB, a
 * run over a folder a fifth for 667 articles, and what is optimised is not slower.
 */
const SMALL_FUNCTIONS: readonly string[] = IS_NODE_20 ? ['--max-inlined-bytecode-size-cumulative=460'] : [];

/**
 * For the command line. V8 optimises what is done four times as often as it would by itself, once it may: most of what a run over a
 * folder does comes to an end before it pays, which took a seventh of the processor time for 690 articles.
 */
export const FOR_RUNS: readonly string[] = IS_NODE_20 ? ['--interrupt-budget=270000', ...SMALL_FUNCTIONS] : [];

/**
 * Keeps what V8 fills before it looks for garbage at 1 MB instead of 16: of the memory of a server with 200 open texts this took 26 MB
 * away, and the pauses are a few milliseconds shorter. It costs 16 of 174 ms of processor time until the first findings, and nothing after
 * that: to do so only after 200 ms cost all of the 26 MB again.
 */
const COLLECT_SOON = '--semi-space-growth-factor=1';

/**
 * What lives long may grow by a fifth before V8 looks for garbage in it: of the memory of a server with 200 open texts this took 9 of 107 MB
 * away, for 3 % more processor time.
 */
const GROW_SLOWLY = '--heap-growing-percent=20';

/** For the language server. */
export const FOR_SERVERS: readonly string[] = [COLLECT_SOON, GROW_SLOWLY, ...SMALL_FUNCTIONS];

/**
 * Expressions become machine code when they have been used so often, by themselves once: many of a short run's are used a few times, and
 * to make all of them fast took 3 of 227 ms of processor time for one small reply. Texts of a thousand characters are searched fast at once.
 */
const SEARCHED_BEFORE_FAST = '--regexp-tier-up-ticks';

/**
 * What has not run for a while is thrown away, as V8 does by itself: after some minutes a server has nothing of its start any more. What it
 * kept then took every later start 50 of 110 ms of processor time to compile again.
 */
const FORGETS_CODE = '--flush-bytecode';

let begun: readonly string[] = [];

/** For a run that leaves its code to the next ones: V8 has all of it until then. Changes nothing in a process that is not ours, as an editor's is not. */
export function remember(): void {
  if (begun.length > 0) setFlagsFromString('--no-flush-bytecode');
}

/** Puts V8 back to how the run began. */
export function asBegun(): void {
  for (const flag of begun) setFlagsFromString(flag);
}

/** Lets V8 optimise what is done often, as it does by itself. */
export function lastLong(): void {
  for (const flag of ['--opt', `${SEARCHED_BEFORE_FAST}=1`]) setFlagsFromString(flag);
}

import { setFlagsFromString } from 'node:v8';

/**
 * Keeps V8 from optimising: nothing in a short run is done often enough to pay for it. It took 90 of 320 ms of processor time for one small
 * reply. Holds for all threads of the process. V8 takes kept code only from runs that began so, too.
 */
export function beShort(): void {
  beganShort = true;
  setFlagsFromString('--no-opt');
}

let beganShort = false;

/** Puts V8 back to how the run began. */
export function asBegun(): void {
  if (beganShort) beShort();
}

/** Lets V8 optimise what is done often, as it does by itself. */
export function lastLong(): void {
  setFlagsFromString('--opt');
}

import type { Steps } from '../core/steps.js';

/** So long a slice of work may take before others have their turn, in milliseconds: half of what would be felt. */
const LONGEST_SLICE = 5;

/**
 * Works step by step, and lets messages be answered in between.
 * @param isPointless asked before every slice; nothing more is done once it says so
 * @param turn lets others have theirs
 */
export async function inSlices(steps: Steps<void>, isPointless: () => boolean, turn = afterTimers): Promise<void> {
  while (!isPointless()) {
    const end = Date.now() + LONGEST_SLICE;
    do if (steps.next().done) return;
    while (Date.now() < end);
    await turn();
  }
}

function afterTimers(): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, 0));
}

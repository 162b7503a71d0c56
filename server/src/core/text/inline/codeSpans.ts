import { BACKTICK } from '../chars.js';
import type { Inline } from './context.js';
import { Mark } from './items.js';

/** Longer runs of backticks never open a code span; so CommonMark's reference implementation has it. */
const LONGEST_RUN = 80;

/** Finds code spans. */
export class CodeFinder {
  /** The last run of each length in the block, once a search has failed: a later opener has no need to search again. */
  private last: number[] | undefined;

  constructor(private readonly inline: Inline) {}

  clear(): void {
    this.last = undefined;
  }

  /** Reads the backticks at `at`. @returns where reading goes on */
  read(at: number): number {
    const { text, end, items } = this.inline;
    const length = runLength(text, at, end);
    const open = at + length;
    if (length > LONGEST_RUN || (this.last && (this.last[length] ?? -1) < open)) return open;
    for (let i = open; i < end;) {
      if (text.charCodeAt(i) !== BACKTICK) i++;
      else {
        const run = runLength(text, i, end);
        if (run === length) {
          items.add(Mark.code, at, i + run);
          return i + run;
        }
        i += run;
      }
    }
    this.last = this.lastRuns(open);
    return open;
  }

  private lastRuns(from: number): number[] {
    const { text, end } = this.inline;
    const last: number[] = [];
    for (let i = from; i < end; i++) {
      if (text.charCodeAt(i) !== BACKTICK) continue;
      const run = runLength(text, i, end);
      if (run <= LONGEST_RUN) last[run] = i;
      i += run;
    }
    return last;
  }
}

function runLength(text: string, at: number, end: number): number {
  let i = at;
  while (i < end && text.charCodeAt(i) === BACKTICK) i++;
  return i - at;
}

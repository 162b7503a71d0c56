import { STAR, TILDE, UNDERSCORE, isPunctuation, isSpace } from '../chars.js';
import { empty } from './empty.js';
import type { Items } from './items.js';

/** A run of `*`, `_` or `~` that may open or close emphasis. */
interface Run {
  readonly item: number;
  readonly code: number;
  readonly length: number;
  readonly opens: boolean;
  readonly closes: boolean;
  /** How many of its characters are not used yet. */
  rest: number;
}

/** Emphasis found: the runs around it, and whether it is strong. */
export interface Emphasis {
  readonly open: number;
  readonly close: number;
  readonly strong: boolean;
}

/** Finds emphasis, by CommonMark's rules, in time linear in the number of runs. */
export class EmphasisFinder {
  private readonly runs: Run[] = [];
  readonly found: Emphasis[] = [];

  constructor(private readonly text: string, private readonly items: Items) {}

  clear(): void {
    empty(this.runs);
    empty(this.found);
  }

  /** How many runs wait to be paired: a place to come back to. */
  get waiting(): number {
    return this.runs.length;
  }

  /** Forgets the runs whose items were taken back. */
  forget(itemCount: number): void {
    while (this.runs.length > 0 && (this.runs[this.runs.length - 1]?.item ?? 0) >= itemCount) this.runs.pop();
    while (this.found.length > 0 && (this.found[this.found.length - 1]?.close ?? 0) >= itemCount) this.found.pop();
  }

  /** Notes the run `[start, end)`, inside content that reaches from `from` to `to`. */
  note(item: number, start: number, end: number, from: number, to: number): void {
    const { text } = this;
    const code = text.charCodeAt(start);
    const before = start > from ? text.charCodeAt(start - 1) : NaN;
    const after = end < to ? text.charCodeAt(end) : NaN;
    const markBefore = isPunctuation(text, start - 1, before);
    const markAfter = isPunctuation(text, end, after);
    const left = !isSpace(after) && (!markAfter || isSpace(before) || markBefore);
    const right = !isSpace(before) && (!markBefore || isSpace(after) || markAfter);
    const word = code === UNDERSCORE;
    const opens = left && (!word || !right || markBefore);
    const closes = right && (!word || !left || markAfter);
    const length = end - start;
    if ((opens || closes) && (code !== TILDE || length < 3)) this.runs.push({ item, code, length, opens, closes, rest: length });
  }

  /** Pairs the runs noted since `bottom` and forgets them. */
  pair(bottom: number): void {
    const { runs } = this;
    if (runs.length - bottom > 1) {
      const openers: Run[] = [];
      const floors: number[] = [];
      for (let i = bottom; i < runs.length; i++) {
        const run = runs[i];
        if (run?.closes) this.close(run, openers, floors);
        if (run?.opens && run.rest > 0) openers.push(run);
      }
    }
    if (runs.length > bottom) runs.length = bottom;
  }

  private close(closer: Run, openers: Run[], floors: number[]): void {
    const key = closer.code === STAR ? closer.length % 3 + (closer.opens ? 3 : 0) : closer.code === UNDERSCORE ? 6 : 7;
    while (closer.rest > 0) {
      const floor = Math.min(floors[key] ?? 0, openers.length);
      let i = openers.length - 1;
      while (i >= floor && !pairs(openers[i], closer)) i--;
      const opener = i >= floor ? openers[i] : undefined;
      if (!opener) {
        floors[key] = openers.length;
        return;
      }
      openers.length = i + 1;
      this.use(opener, closer);
      if (opener.rest === 0) openers.pop();
      for (let k = 0; k < floors.length; k++) floors[k] = Math.min(floors[k] ?? 0, openers.length);
    }
  }

  private use(opener: Run, closer: Run): void {
    const { items } = this;
    const count = closer.code === TILDE ? closer.length : opener.rest >= 2 && closer.rest >= 2 ? 2 : 1;
    opener.rest -= count;
    closer.rest -= count;
    items.right[opener.item] = (items.right[opener.item] ?? 0) + count;
    items.left[closer.item] = (items.left[closer.item] ?? 0) + count;
    this.found.push({ open: opener.item, close: closer.item, strong: count === 2 && closer.code !== TILDE });
  }
}

/** Whether two runs can be paired: CommonMark's rule of three, and for `~` the same length. */
function pairs(opener: Run | undefined, closer: Run): boolean {
  if (!opener || opener.code !== closer.code) return false;
  if (closer.code === TILDE) return opener.length === closer.length;
  if (!closer.opens && !opener.closes) return true;
  return (opener.length + closer.length) % 3 !== 0 || (opener.length % 3 === 0 && closer.length % 3 === 0);
}

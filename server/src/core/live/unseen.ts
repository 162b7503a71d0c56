/** A range of a list: `[from, to)`. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** What of a list may be others than when somebody last looked: all but so many at its start and so many at its end. */
export class Unseen {
  #above = 0;
  #below = 0;

  /** Takes note that items `[from, to)` of so many have changed. */
  note(from: number, to: number, length: number): void {
    this.#above = Math.min(this.#above, from);
    this.#below = Math.min(this.#below, length - to);
  }

  /** The changed ones of so many. */
  windowOf(length: number): Window {
    const from = Math.min(this.#above, length);
    return { from, to: Math.max(length - this.#below, from) };
  }

  /** Of so many, all have been looked at. */
  clear(length: number): void {
    this.#above = this.#below = length;
  }
}

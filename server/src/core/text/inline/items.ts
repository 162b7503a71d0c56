/** What a stretch of inline content is. */
export const enum Mark { literal, gap, code, url, quote, label, html, image, placeholder, break, run, entity, path }

/**
 * The marks of one stretch of inline content, ordered by start. Kept in parallel arrays of numbers,
 * which are used again from block to block: a text has more marks than anything else.
 */
export class Items {
  length = 0;
  readonly mark: Mark[] = [];
  readonly start: number[] = [];
  readonly end: number[] = [];
  /** For a run of `*`, `_` or `~`: how many of it close emphasis (from the left) and open it (from the right). For a break: the kind of block that follows and its level. */
  readonly left: number[] = [];
  readonly right: number[] = [];
  /** For a run or a tag: where the label or quotation ends that starts after it, or 0, and what it is. */
  readonly cover: number[] = [];
  readonly coverMark: Mark[] = [];

  clear(): void {
    this.length = 0;
  }

  add(mark: Mark, start: number, end: number): number {
    const i = this.length++;
    this.mark[i] = mark;
    this.start[i] = start;
    this.end[i] = end;
    this.left[i] = this.right[i] = this.cover[i] = 0;
    this.coverMark[i] = Mark.literal;
    return i;
  }

  /** Takes back what starts at or after `start`: it turned out to belong to something larger. */
  dropFrom(start: number): void {
    while (this.length > 0 && this.startAt(this.length - 1) >= start) this.length--;
  }

  startAt(index: number): number {
    return this.start[index] ?? 0;
  }

  endAt(index: number): number {
    return this.end[index] ?? 0;
  }

  /** Turns a mark into another. */
  become(index: number, mark: Mark, end: number): void {
    this.mark[index] = mark;
    this.end[index] = end;
  }
}

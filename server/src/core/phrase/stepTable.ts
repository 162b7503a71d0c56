const NUMBERS_A_STEP = 4;
/** Steps that have the same hash stand side by side: they are one fetch from memory. */
const STEPS_A_ROW = 4;
const NUMBERS_A_ROW = NUMBERS_A_STEP * STEPS_A_ROW;
const FEWEST_ROWS = 1 << 10;
/** At 64 bytes a row, 8 MB. So many hold what 3,000 replies and 1,300 articles call for. */
const MOST_ROWS = 1 << 17;

/**
 * What follows three numbers: a number that is never 0. It grows as far as texts call for it; from there on a later entry takes
 * the place of an earlier one.
 */
export class StepTable {
  /** Room for all rows at once: only those in use take memory, and arrays that grow leave holes in it. */
  readonly #numbers = new Int32Array(NUMBERS_A_ROW * MOST_ROWS);
  #lastRow = FEWEST_ROWS - 1;
  #added = 0;

  /** What follows; 0 where it is not known. @param first not 0 */
  get(first: number, second: number, third: number): number {
    const numbers = this.#numbers;
    const row = this.#rowOf(first, second, third);
    for (let at = row; at < row + NUMBERS_A_ROW; at += NUMBERS_A_STEP) {
      if (numbers[at] === first && numbers[at + 1] === second && numbers[at + 2] === third) return numbers[at + 3] ?? 0;
    }
    return 0;
  }

  /** Says what follows where nothing does yet. @returns it */
  set(first: number, second: number, third: number, next: number): number {
    if (++this.#added > (STEPS_A_ROW / 2) * this.#lastRow && this.#lastRow + 1 < MOST_ROWS) this.#grow();
    this.#put(this.#rowOf(first, second, third), [first, second, third, next]);
    return next;
  }

  #put(row: number, step: ArrayLike<number>): void {
    this.#numbers.copyWithin(row + NUMBERS_A_STEP, row, row + NUMBERS_A_ROW - NUMBERS_A_STEP);
    this.#numbers.set(step, row);
  }

  #rowOf(first: number, second: number, third: number): number {
    const hash = Math.imul(first ^ Math.imul(second, 0x9e3779b1) ^ Math.imul(third, 0x27d4eb2f), 0x85ebca6b);
    return NUMBERS_A_ROW * ((hash ^ (hash >>> 15)) & this.#lastRow);
  }

  /** Twice as many rows: what is in one stays in it, or goes to the one as far behind as there were rows. */
  #grow(): void {
    const end = NUMBERS_A_ROW * (this.#lastRow + 1);
    this.#lastRow = 2 * this.#lastRow + 1;
    this.#added = 0;
    for (let row = 0; row < end; row += NUMBERS_A_ROW) {
      const steps = this.#numbers.slice(row, row + NUMBERS_A_ROW);
      this.#numbers.fill(0, row, row + NUMBERS_A_ROW);
      for (let at = 0; at < NUMBERS_A_ROW; at += NUMBERS_A_STEP) {
        const [first = 0, second = 0, third = 0] = steps.subarray(at, at + NUMBERS_A_STEP);
        if (first === 0) continue;
        this.#added++;
        this.#put(this.#rowOf(first, second, third), steps.subarray(at, at + NUMBERS_A_STEP));
      }
    }
  }

  /** Begins anew. */
  clear(): void {
    this.#numbers.fill(0);
    this.#lastRow = FEWEST_ROWS - 1;
    this.#added = 0;
  }
}

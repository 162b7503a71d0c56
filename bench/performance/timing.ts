/** Ratios within one run: what other work on the machine lengthens, it lengthens on both sides. */

/** The middle, the least and the most of some values. */
export interface Spread {
  readonly middle: number;
  readonly least: number;
  readonly most: number;
}

/** The middle, the least and the most of some values; NaN where there are none. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  return { middle: sorted[Math.floor((sorted.length - 1) / 2)] ?? NaN, least: sorted[0] ?? NaN, most: sorted.at(-1) ?? NaN };
}

/** The value that so great a share of the values does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}

/** Milliseconds that something takes. */
export async function timed(run: () => unknown): Promise<number> {
  const begun = performance.now();
  await run();
  return performance.now() - begun;
}

/**
 * Runs two things in turns and gives their ratio in every round. The second runs before and after the first, and counts as
 * the mean of both.
 */
export async function ratios(rounds: number, run: () => unknown, beside: () => unknown): Promise<readonly number[]> {
  const found: number[] = [];
  for (let i = 0; i < rounds; i++) {
    const before = await timed(beside);
    const taken = await timed(run);
    found.push((2 * taken) / (before + (await timed(beside))));
  }
  return found;
}

/** “12.3 (11–14)”, with three digits that count. */
export function shown({ middle, least, most }: Spread, unit = ''): string {
  return `${digits(middle)}${unit} (${digits(least)}–${digits(most)})`;
}

/** A number with three digits that count, and commas between thousands. */
export function digits(value: number): string {
  return Number.isFinite(value) ? Number(value.toPrecision(3)).toLocaleString('en', { maximumFractionDigits: 6 }) : '–';
}

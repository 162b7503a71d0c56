/** What has a name that stays. */
interface Keyed {
  readonly key: string;
}

/** Which rows differ, by key; or `all`, when rows have come, gone or changed places. */
export function rowChanges<R extends Keyed>(before: readonly R[], after: readonly R[]): 'all' | readonly string[] {
  if (before.length !== after.length || before.some(({ key }, i) => key !== after[i]?.key)) return 'all';
  return after.filter((row, i) => JSON.stringify(row) !== JSON.stringify(before[i])).map(({ key }) => key);
}

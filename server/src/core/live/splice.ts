/** So many arguments are too many for one call. */
const MANY = 1000;

/** Puts some values in the place of others, however many there are. @returns those that are gone */
export function splice<T>(list: T[], at: number, gone: number, fresh: readonly T[]): readonly T[] {
  if (fresh.length < MANY) return list.splice(at, gone, ...fresh);
  const below = list.splice(at);
  for (const one of fresh) list.push(one);
  for (const one of below.slice(gone)) list.push(one);
  return below.slice(0, gone);
}

import type { IdSet } from './idSet.js';
import type { NumberPool } from './numberPool.js';
import type { IdSets } from './idSets.js';

/** A phrase, and the sets of words of which its matches have one each beside the word that calls for it: its partners, the rarest first. */
export interface Call {
  readonly phrase: number;
  readonly partners: readonly IdSet[];
}

/**
 * What stands in a row, all that a word calls for: a sieve that lets the words through that may be a first partner, as most are none
 * (0 where there are no partners); how many phrases are called for without partners; how many sets the first partners are; and these
 * phrases. Then of each set its number, how many numbers its calls take, and these: of each call its phrase, how many
 * more partners it has, and their sieves.
 */
export const enum Column { sieve, count, sets, alone }

/** The row of some calls. */
export function callRow(calls: readonly Call[], sets: IdSets): readonly number[] {
  const alone: number[] = [];
  const bySet = new Map<IdSet, number[]>();
  for (const { phrase, partners } of calls) {
    const first = partners[0];
    if (!first) {
      alone.push(phrase);
      continue;
    }
    let filed = bySet.get(first);
    if (!filed) bySet.set(first, (filed = []));
    filed.push(phrase, partners.length - 1);
    for (let i = 1; i < partners.length; i++) filed.push(sets.sieveOf(partners[i] ?? first));
  }
  const sieve = bySet.size === 0 ? 0 : sets.sieves.add(Array.from(bySet.keys(), ({ list }) => list));
  const row = [sieve, alone.length, bySet.size, ...alone];
  bySet.forEach((filed, set) => row.push(sets.numberOf(set), filed.length, ...filed));
  return row;
}

/** The calls of a row whose first partner a word may be, as they stand in it. */
export function callsWith(id: number, rows: NumberPool, row: number, sets: IdSets): readonly number[] {
  const found: number[] = [];
  let at = row + Column.alone + rows.at(row + Column.count);
  for (let left = rows.at(row + Column.sets); left > 0; left--) {
    const next = at + 2 + rows.at(at + 1);
    if (sets.isIn(id, rows.at(at))) for (let call = at + 2; call < next; call++) found.push(rows.at(call));
    at = next;
  }
  return found;
}

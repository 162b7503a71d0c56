import { lists } from '../generated/lexicon.js';

let ranks: ReadonlyMap<string, number> | undefined;

/** The commonest words of English, each with its rank, from 0. */
export function commonWords(): ReadonlyMap<string, number> {
  return (ranks ??= new Map(lists.common.split(' ').map((word, rank) => [word, rank])));
}

import type { Need } from '../phrase/needs.js';

/**
 * What has to be known of compiled rules before a text is read, made ahead of time for the built-in ones
 * (`npm run generate`): parsing and compiling every phrase would cost most of a second at start.
 */
export interface ProgramIndex {
  /** The words of all phrases and conditions in the order of their ids, with spaces between them. */
  readonly vocabulary: string;
  /** Sets of ids, base 36, with spaces between them. */
  readonly needs: readonly string[];
  /** For every pattern the places in `needs` of what it needs, the rarest first. */
  readonly patterns: readonly (readonly number[])[];
}

/** Reads an index's needs, each once however many patterns have it. */
export function readNeeds(index: ProgramIndex): readonly (readonly Need[])[] {
  const needs = index.needs.map((ids): Need => ({ ids: new Set(ids.split(' ').map((id) => Number.parseInt(id, 36))), cost: 0 }));
  return index.patterns.map((places) => places.flatMap((place) => needs[place] ?? []));
}

/** Writes an index. @param patterns what every pattern needs */
export function writeIndex(words: readonly string[], patterns: readonly (readonly Need[])[]): ProgramIndex {
  const places = new Map<string, number>();
  const placeOf = ({ ids }: Need): number => {
    const key = [...ids].sort((a, b) => a - b).map((id) => id.toString(36)).join(' ');
    const place = places.get(key) ?? places.size;
    places.set(key, place);
    return place;
  };
  const rows = patterns.map((needs) => needs.filter(({ ids }, i) => i === 0 || ids.size <= MOST_IDS).map(placeOf));
  return { vocabulary: words.join(' '), needs: [...places.keys()], patterns: rows };
}

/** A second need with more words than this tells little, and takes room. */
const MOST_IDS = 40;

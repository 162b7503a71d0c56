import { stemOf } from '../reading/contentWords.js';

/** For every stem the lines of the thesaurus that it stands in. */
export type Matters = ReadonlyMap<string, readonly number[]>;

const known = new WeakMap<readonly string[], Matters>();

/** Reads a thesaurus, once: each of its lines has words for one matter. */
export function mattersOf(lines: readonly string[]): Matters {
  const matters = known.get(lines) ?? readMatters(lines);
  known.set(lines, matters);
  return matters;
}

function readMatters(lines: readonly string[]): Matters {
  const matters = new Map<string, number[]>();
  lines.forEach((line, i) => {
    for (const word of line.match(/[\p{L}-]+/gu) ?? []) {
      const stem = stemOf(word);
      matters.set(stem, [...(matters.get(stem) ?? []), i]);
    }
  });
  return matters;
}

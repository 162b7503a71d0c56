/**
 * The candidate that a mistyped word most likely means, for “did you mean …?”: the shortest that the word
 * begins (a category before its rules), or else the one that differs least: in at most a third of the word's letters,
 * or two of four, and in none of two: “id” is no slip for “if”.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > 80) return undefined;
  const typed = word.toLowerCase();
  const all = [...candidates];
  const begun = typed.length > 2 ? all.filter((candidate) => candidate.toLowerCase().startsWith(typed)) : [];
  if (begun.length > 0) return begun.reduce((shortest, one) => (one.length < shortest.length ? one : shortest));
  let best: string | undefined;
  let least = Math.max(Math.floor(typed.length / 3), LEAST_STEPS[typed.length] ?? 2) + 1;
  for (const candidate of all) {
    const steps = distance(typed, candidate.toLowerCase());
    if (steps < least) [best, least] = [candidate, steps];
  }
  return best;
}

/** In how many letters a short word may differ, by its length. */
const LEAST_STEPS: readonly number[] = [0, 0, 0, 1];

/** Longer lists than this nobody reads in a message; they are cut down to a few. */
const MOST_LISTED = 40;
const FEW = 12;

/** “Did you mean …?”, or what there is when nothing is near. @param show how a candidate is written */
export function meant(word: string, candidates: readonly string[], show: (candidate: string) => string): string {
  const near = nearest(word, candidates);
  if (near !== undefined) return `Did you mean ${show(near)}?`;
  if (candidates.length === 0) return 'There are none.';
  const shown = candidates.length > MOST_LISTED ? candidates.slice(0, FEW) : candidates;
  const more = candidates.length - shown.length;
  return `There are ${shown.map(show).join(', ')}${more > 0 ? ` and ${more} more` : ''}.`;
}

/** Levenshtein distance. */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

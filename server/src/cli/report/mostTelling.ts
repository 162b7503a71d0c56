import type { Finding } from '../../core/index.js';
import { WORST_FIRST } from '../../core/types.js';

/** The findings of a text that are worth showing first, in document order: errors, and one of each rule before a second. */
export function mostTelling<F extends Pick<Finding, 'rule' | 'severity'>>(findings: readonly F[], most: number): readonly F[] {
  if (findings.length <= most) return findings;
  const seen = new Map<string, number>();
  const ranked = findings.map((finding, place) => {
    const before = seen.get(finding.rule) ?? 0;
    seen.set(finding.rule, before + 1);
    return { place, finding, rank: [finding.severity === 'error' ? 0 : 1, before, WORST_FIRST.indexOf(finding.severity), place] };
  });
  const chosen = ranked.sort((a, b) => byNumbers(a.rank, b.rank)).slice(0, most);
  return chosen.sort((a, b) => a.place - b.place).map(({ finding }) => finding);
}

function byNumbers(a: readonly number[], b: readonly number[]): number {
  const different = a.findIndex((number, i) => number !== b[i]);
  return different < 0 ? 0 : (a[different] ?? 0) - (b[different] ?? 0);
}

import type { Finding } from './types.js';

/** How often each finding stood in a text when the baseline was recorded, by `baselineKey`. */
export type BaselineCounts = ReadonlyMap<string, number>;

/** A finding with its fingerprint. */
export interface NamedFinding extends Finding {
  readonly fingerprint: string;
}

/** What of a finding a baseline goes by. */
type BaselineName = Pick<NamedFinding, 'category' | 'fingerprint'>;

/** Names a finding in a baseline; the category is there for people who read it. */
function baselineKey({ category, fingerprint }: BaselineName): string {
  return `${category} ${fingerprint}`;
}

/** Counts findings, to be recorded. */
export function countFindings(findings: readonly NamedFinding[]): BaselineCounts {
  const counts = new Map<string, number>();
  for (const key of findings.map(baselineKey)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/**
 * Parts findings into those that the baseline knows and those that are new. Where a sentence now stands there
 * more often than it did, the first of them are the known ones.
 */
export function splitByBaseline<F extends BaselineName>(findings: readonly F[], baseline: BaselineCounts): { readonly fresh: readonly F[]; readonly known: readonly F[] } {
  const left = new Map(baseline);
  const known = new Set<F>();
  for (const finding of findings) {
    const key = baselineKey(finding);
    const count = left.get(key) ?? 0;
    if (count === 0) continue;
    known.add(finding);
    left.set(key, count - 1);
  }
  return { fresh: findings.filter((finding) => !known.has(finding)), known: [...known] };
}

/** What of a baseline is still found: what was mended goes, and nothing is ever added. */
export function shrinkBaseline(baseline: BaselineCounts, found: BaselineCounts): BaselineCounts {
  const kept = [...baseline].map(([key, count]) => [key, Math.min(count, found.get(key) ?? 0)] as const);
  return new Map(kept.filter(([, count]) => count > 0));
}

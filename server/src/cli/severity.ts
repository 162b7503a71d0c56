import type { Finding, Severity } from '../core/index.js';
import { WORST_FIRST } from '../core/types.js';

/** From mildest to worst, as options name them. */
export const SEVERITIES: readonly Severity[] = [...WORST_FIRST].reverse();

/** How many findings there are of each severity. */
export type SeverityCounts = Record<Severity, number>;

/** Whether a severity is `least` or worse. */
export function isAtLeast(severity: Severity, least: Severity): boolean {
  return SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(least);
}

/** From which severity on a finding fails a run: the exit code is 1. */
export type FailOn = Severity | 'never';

/** Whether a finding of a severity fails a run. */
export function fails(severity: Severity, failOn: FailOn): boolean {
  return failOn !== 'never' && isAtLeast(severity, failOn);
}

/** Counts that nothing was added to yet. */
export function noFindings(): SeverityCounts {
  return { error: 0, warning: 0, info: 0, hint: 0 };
}

/** Adds findings to counts. */
export function addSeverities(counts: SeverityCounts, findings: readonly Pick<Finding, 'severity'>[]): void {
  for (const { severity } of findings) counts[severity]++;
}

/** How many findings there are of each severity. */
export function countBySeverity(findings: readonly Pick<Finding, 'severity'>[]): SeverityCounts {
  const counts = noFindings();
  addSeverities(counts, findings);
  return counts;
}

/** How many findings there are of all severities together. */
export function sum(counts: SeverityCounts): number {
  return Object.values(counts).reduce((total, one) => total + one, 0);
}

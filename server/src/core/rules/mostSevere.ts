import { GLOSSARY_RULE } from '../glossary.js';
import { isTermRule } from '../packs/terms.js';
import type { Finding, Severity } from '../types.js';
import type { Category } from './definition.js';

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

/** How many characters share a drawer in which overlapping findings are looked for. */
const DRAWER = 256;

/**
 * Leaves one finding where several of a group (tone, clarity, …) touch the same words: the most severe, then
 * the user's or their team's own word for it, then the one of the lower rank, then the longer. What overlaps in different groups stays.
 */
export function mostSevere(findings: readonly Finding[], categories: ReadonlyMap<string, Category>): readonly Finding[] {
  const order = [...findings].sort((a, b) => compare(a, b, categories));
  const groups = new Map<string | undefined, Drawers>();
  const kept = order.filter((finding) => {
    const group = isOwnWord(finding) ? 'clarity' : categories.get(finding.category)?.group;
    const drawers = groups.get(group) ?? new Drawers();
    groups.set(group, drawers);
    return drawers.add(finding);
  });
  return kept.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Leaves one finding where several phrases of a rule are about the same words. */
export function distinct(findings: readonly Finding[]): readonly Finding[] {
  const keyOf = ({ rule, start, end }: Finding): string => `${rule} ${start} ${end}`;
  const first = new Map([...findings].reverse().map((finding) => [keyOf(finding), finding]));
  return findings.filter((finding) => first.get(keyOf(finding)) === finding);
}

function compare(a: Finding, b: Finding, categories: ReadonlyMap<string, Category>): number {
  const bySeverity = SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity);
  const byRank = (categories.get(a.category)?.rank ?? 50) - (categories.get(b.category)?.rank ?? 50);
  const byOwner = Number(isOwnWord(b)) - Number(isOwnWord(a));
  return bySeverity || byOwner || byRank || b.end - b.start - (a.end - a.start) || a.start - b.start;
}

/** A word of somebody's own list stands for the jargon that it is. */
function isOwnWord({ rule }: Finding): boolean {
  return rule === GLOSSARY_RULE || isTermRule(rule);
}

/** Findings that do not overlap, filed by where they stand, so that ten thousand of them cost no more than their length. */
class Drawers {
  readonly #byPlace = new Map<number, Finding[]>();

  /** Keeps a finding unless one that overlaps it is here already; true when it was kept. */
  add(finding: Finding): boolean {
    const places = placesOf(finding);
    if (places.some((place) => this.#byPlace.get(place)?.some((other) => other.start < finding.end && finding.start < other.end))) return false;
    for (const place of places) this.#byPlace.set(place, [...(this.#byPlace.get(place) ?? []), finding]);
    return true;
  }
}

function placesOf({ start, end }: Finding): readonly number[] {
  const first = Math.floor(start / DRAWER);
  const last = Math.floor(Math.max(start, end - 1) / DRAWER);
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

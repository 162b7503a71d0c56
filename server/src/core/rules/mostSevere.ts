import { GLOSSARY_RULE } from '../glossary.js';
import { isTermRule } from '../packs/terms.js';
import { WORST_FIRST, type Finding } from '../types.js';
import type { Category } from './definition.js';

/** How many characters share a drawer in which overlapping findings are looked for. */
const DRAWER = 256;

/**
 * Leaves one finding where several of one group (tone, clarity, …) touch the same words: the most severe, then the user's or their team's own, then
 * the one of the lower rank, then the longer. Overlaps between groups stay, except that a word that hurts ("RTFM") is not explained as jargon, too.
 */
export function mostSevere(findings: readonly Finding[], categories: ReadonlyMap<string, Category>): readonly Finding[] {
  const order = findings.map((finding) => claimOf(finding, categories)).sort(compare);
  const groups = new Map<string | undefined, Drawers>();
  const kept = order.filter(({ finding, group }) => {
    const drawers = groups.get(group) ?? new Drawers();
    groups.set(group, drawers);
    return drawers.add(finding);
  });
  const hurting = new Set(kept.filter(({ group }) => group === 'tone').map(placeOf));
  return kept
    .filter((claim) => claim.group !== 'clarity' || !hurting.has(placeOf(claim)))
    .map(({ finding }) => finding)
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

function placeOf({ finding: { start, end } }: Claim): string {
  return `${start} ${end}`;
}

/** Leaves one finding where several phrases of a rule are about the same words. */
export function distinct(findings: readonly Finding[]): readonly Finding[] {
  const keyOf = ({ rule, start, end }: Finding): string => `${rule} ${start} ${end}`;
  const first = new Map([...findings].reverse().map((finding) => [keyOf(finding), finding]));
  return findings.filter((finding) => first.get(keyOf(finding)) === finding);
}

/** What a finding has to say for its words: worked out once, for it is held against many others. */
interface Claim {
  readonly finding: Finding;
  readonly group: string | undefined;
  /** The lower the stronger. */
  readonly severity: number;
  readonly owner: number;
  readonly rank: number;
}

function claimOf(finding: Finding, categories: ReadonlyMap<string, Category>): Claim {
  const category = categories.get(finding.category);
  const isOwn = isOwnWord(finding);
  return { finding, group: isOwn ? 'clarity' : category?.group, severity: WORST_FIRST.indexOf(finding.severity), owner: isOwn ? 0 : 1, rank: category?.rank ?? 50 };
}

function compare(a: Claim, b: Claim): number {
  const byLength = b.finding.end - b.finding.start - (a.finding.end - a.finding.start);
  return a.severity - b.severity || a.owner - b.owner || a.rank - b.rank || byLength || a.finding.start - b.finding.start;
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

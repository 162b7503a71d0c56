import type { Category, RuleSet } from '../rules/definition.js';
import { isBrief, whatIsSaid, type Candidate } from '../rules/findings.js';
import { mostSevere } from '../rules/mostSevere.js';
import type { Reading } from '../rules/reading.js';
import type { Finding } from '../types.js';
import { LiveFinding, NOWHERE, type FixesOf, type Home } from './liveFinding.js';
import type { Section } from './section.js';
import type { Said, SectionFindings } from './sectionFindings.js';

/** What decides which candidates stay. */
export interface Settling {
  readonly set: RuleSet;
  readonly categories: ReadonlyMap<string, Category>;
  /** The place of a rule among all. */
  readonly orderOf: (rule: string) => number;
  readonly fixesOf: FixesOf;
}

/** A section and what was found in it. */
export interface Judged {
  readonly section: Section;
  readonly found: SectionFindings;
  readonly said: Said;
}

/**
 * The findings of an article, from what was found in its sections and what is said about the whole, both in document
 * order. A section about which nothing has changed keeps its findings.
 */
export class Settlement {
  readonly #isSaid = whatIsSaid();
  readonly #isDropped: ((finding: Finding) => boolean) | undefined;

  constructor(
    readonly settling: Settling,
    reading: Reading,
    readonly sections: readonly Judged[],
    readonly whole: readonly Candidate[],
  ) {
    this.#isDropped = dropped(settling, reading);
  }

  settle(): readonly Finding[] {
    const { whole, sections } = this;
    const all: Finding[] = [];
    let next = 0;
    for (const [i, judged] of sections.entries()) {
      const below = sections[i + 1]?.section.start ?? Infinity;
      const first = next;
      while ((whole[next]?.finding.start ?? Infinity) < below) next++;
      const here = whole.slice(first, next);
      if (here.some(({ finding }) => finding.end > below)) return this.#settleAsOne();
      for (const finding of this.#keep(judged, here)) all.push(finding);
    }
    return all;
  }

  /** What is said about the whole reaches from one section into the next: no section can be settled by itself. */
  #settleAsOne(): readonly Finding[] {
    const isSaid = whatIsSaid();
    const all = this.sections.flatMap(({ section, found, said: { candidates } }) => [...candidates, ...found.checked].flatMap((one) => (isSaid(one.once) ? [] : [moved(one, section.start)])));
    return this.#mostSevere([...all, ...this.whole], NOWHERE);
  }

  #keep(judged: Judged, here: readonly Candidate[]): readonly Finding[] {
    const { section, found, said: { candidates, hasOnce } } = judged;
    const stays = hasOnce ? candidates.map(({ once }) => !this.#isSaid(once)) : undefined;
    const key = this.#isDropped ? undefined : keyOf(stays, here, section.start);
    if (found.kept && key === found.kept.key) return found.kept.findings;
    const findings = this.#settle(judged, stays, here);
    found.kept = key === undefined ? undefined : { key, findings };
    return findings;
  }

  #settle({ section, found: { checked }, said }: Judged, stays: readonly boolean[] | undefined, here: readonly Candidate[]): readonly Finding[] {
    const own = said.candidates.filter((_, i) => stays?.[i] ?? true);
    return this.#mostSevere([...own, ...checked, ...here.map((one) => moved(one, -section.start))], section);
  }

  /** @param candidates counted from the start of their home */
  #mostSevere(candidates: readonly Candidate[], home: Home): readonly Finding[] {
    const { orderOf, categories, fixesOf } = this.settling;
    const sorted = [...candidates].sort((a, b) => a.finding.start - b.finding.start || a.finding.end - b.finding.end || a.stage - b.stage || orderOf(a.finding.rule) - orderOf(b.finding.rule));
    const left = sorted.flatMap(({ finding }) => (this.#isDropped?.(finding) ? [] : [new LiveFinding(finding, home, fixesOf)]));
    return mostSevere(left, categories);
  }
}

/** The same candidate, counted from elsewhere. */
export function moved(candidate: Candidate, by: number): Candidate {
  const { finding } = candidate;
  return by === 0 ? candidate : { ...candidate, finding: { ...finding, start: finding.start + by, end: finding.end + by } };
}

/** What a section's findings depend on besides its own candidates. */
function keyOf(stays: readonly boolean[] | undefined, here: readonly Candidate[], start: number): string {
  let key = '';
  for (const one of stays ?? []) key += one ? '+' : '-';
  for (const { finding, stage } of here) key += JSON.stringify([finding.rule, finding.start - start, finding.end - start, finding.message, stage]);
  return key;
}

/** What is about the whole of a text of next to nothing; undefined where more stands. */
function dropped({ set }: Settling, reading: Reading): ((finding: Finding) => boolean) | undefined {
  if (!isBrief(reading)) return undefined;
  const groups = new Map(set.categories.map(({ id, group }) => [id, group]));
  return ({ category }) => groups.get(category) === 'document';
}

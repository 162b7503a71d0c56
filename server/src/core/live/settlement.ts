import type { Category, RuleSet } from '../rules/definition.js';
import { isBrief, whatIsSaid, type Candidate } from '../rules/findings.js';
import { mostSevere } from '../rules/mostSevere.js';
import type { Reading } from '../rules/reading.js';
import type { Finding } from '../types.js';
import { LiveFinding, NOWHERE, type FixesOf, type Home } from './liveFinding.js';
import type { Section } from './section.js';
import type { Steps } from './steps.js';

/** What decides which candidates stay. */
export interface Settling {
  readonly set: RuleSet;
  readonly categories: ReadonlyMap<string, Category>;
  /** The place of a rule among all. */
  readonly orderOf: (rule: string) => number;
  readonly fixesOf: FixesOf;
}

/** So many sections are settled in one step: most have kept their findings. */
const A_FEW = 100;

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
    readonly sections: readonly Section[],
    readonly whole: readonly Candidate[],
  ) {
    this.#isDropped = dropped(settling, reading);
  }

  *settle(): Steps<readonly Finding[]> {
    const { whole, sections } = this;
    const all: Finding[] = [];
    let next = 0;
    for (let i = 0; i < sections.length; i++) {
      const section = sections[i];
      if (!section) break;
      const first = next;
      const below = first < whole.length ? (sections[i + 1]?.start ?? Infinity) : 0;
      while ((whole[next]?.finding.start ?? Infinity) < below) next++;
      const here = next > first ? whole.slice(first, next) : NONE;
      if (here.some(({ finding }) => finding.end > below)) return this.#settleAsOne();
      for (const finding of this.#keep(section, here)) all.push(finding);
      if (i % A_FEW === A_FEW - 1) yield;
    }
    return all;
  }

  /** What is said about the whole reaches from one section into the next: no section can be settled by itself. */
  #settleAsOne(): readonly Finding[] {
    const isSaid = whatIsSaid();
    const all = this.sections.flatMap(({ found, start }) => [...(found?.said?.candidates ?? NONE), ...(found?.checked ?? NONE)].flatMap((one) => (isSaid(one.once) ? [] : [moved(one, start)])));
    return this.#mostSevere([...all, ...this.whole], NOWHERE);
  }

  #keep(section: Section, here: readonly Candidate[]): readonly Finding[] {
    const { found } = section;
    if (!found?.said) return [];
    const { candidates, hasOnce } = found.said;
    const stays = hasOnce ? candidates.map(({ once }) => !this.#isSaid(once)) : undefined;
    const key = this.#isDropped ? undefined : keyOf(stays, here, section.start);
    if (found.kept && key === found.kept.key) return found.kept.findings;
    const own = stays ? candidates.filter((_, i) => stays[i]) : candidates;
    const findings = this.#mostSevere([...own, ...found.checked, ...here.map((one) => moved(one, -section.start))], section);
    found.kept = key === undefined ? undefined : { key, findings };
    return findings;
  }

  /** @param candidates counted from the start of their home */
  #mostSevere(candidates: readonly Candidate[], home: Home): readonly Finding[] {
    const { orderOf, categories, fixesOf } = this.settling;
    const sorted = [...candidates].sort((a, b) => a.finding.start - b.finding.start || a.finding.end - b.finding.end || a.stage - b.stage || orderOf(a.finding.rule) - orderOf(b.finding.rule));
    const left = sorted.flatMap(({ finding }) => (this.#isDropped?.(finding) ? [] : [new LiveFinding(finding, home, fixesOf)]));
    return mostSevere(left, categories);
  }
}

const NONE: readonly Candidate[] = [];

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

import type { Category, RuleSet } from '../rules/definition.js';
import { isBrief, whatIsSaid, type Candidate } from '../rules/findings.js';
import { mostSevere } from '../rules/mostSevere.js';
import type { Reading } from '../rules/reading.js';
import type { Finding } from '../types.js';
import { LiveFinding, NOWHERE, type FixesOf, type Home } from './liveFinding.js';
import type { Section } from './section.js';
import { SectionSet } from './sectionSet.js';
import type { Steps } from './steps.js';

/** What decides which candidates stay. */
export interface Settling {
  readonly set: RuleSet;
  readonly categories: ReadonlyMap<string, Category>;
  /** The place of a rule among all. */
  readonly orderOf: (rule: string) => number;
  readonly fixesOf: FixesOf;
}

/** An article whose sections have been judged. */
export interface Judged {
  readonly reading: Reading;
  readonly sections: readonly Section[];
  /** The section that an offset stands in. */
  at(offset: number): Section | undefined;
  /** Sections that may be others, or found otherwise, than when findings were last settled. */
  readonly changed: readonly Section[];
  /** What is said about the whole, in document order. */
  readonly whole: readonly Candidate[];
}

/** So many sections are settled in one step. */
const A_FEW = 100;

/**
 * The findings of an article, from what was found in its sections and what is said about the whole. A section about which
 * nothing has changed keeps its findings, and most are not even asked: to ask all of 50,000 words took 0.3 ms of a key.
 */
export class Settlement {
  /** Sections with findings. */
  readonly #speaking = new SectionSet();
  /** Sections that say what is said once in a text. */
  readonly #saying = new SectionSet();
  /** Sections in which something was found by looking at the whole. */
  readonly #seen = new SectionSet();
  /** Whether only sections that have changed need to be asked. */
  #isSettled = false;

  /** Works out all findings, in document order. */
  *settle(settling: Settling, judged: Judged): Steps<readonly Finding[]> {
    const { reading, sections, whole, changed } = judged;
    const isDropped = dropped(settling, reading);
    const here = bySection(judged);
    const settled = this.#isSettled && !isDropped;
    this.#isSettled = false;
    const settler = new Settler(settling, isDropped);
    if (!here) return settler.settleAsOne(sections, whole);
    const asked = settled ? inOrder([...changed, ...this.#saying.inOrder, ...this.#seen.inOrder, ...here.keys()]) : sections;
    for (const [i, section] of asked.entries()) {
      const findings = settler.keep(section, here.get(section) ?? NONE);
      this.#speaking.note(section, findings.length > 0);
      this.#saying.note(section, section.found?.said?.hasOnce === true);
      this.#seen.note(section, here.has(section));
      if (i % A_FEW === A_FEW - 1) yield;
    }
    this.#isSettled = !isDropped;
    return this.#speaking.inOrder.flatMap(({ found }) => found?.kept?.findings ?? []);
  }
}

/** Settles sections, one after the other. */
class Settler {
  readonly #isSaid = whatIsSaid();

  constructor(
    readonly settling: Settling,
    readonly isDropped: ((finding: Finding) => boolean) | undefined,
  ) {}

  /** What is said about the whole reaches from one section into the next: no section can be settled by itself. */
  settleAsOne(sections: readonly Section[], whole: readonly Candidate[]): readonly Finding[] {
    const all = sections.flatMap(({ found, start }) => [...(found?.said?.candidates ?? NONE), ...(found?.looked?.checked ?? NONE)].flatMap((one) => (this.#isSaid(one.once) ? [] : [moved(one, start)])));
    return this.#mostSevere([...all, ...whole], NOWHERE);
  }

  /** @param here what is said about the whole, and stands in this section */
  keep(section: Section, here: readonly Candidate[]): readonly Finding[] {
    const { found } = section;
    if (!found?.said || !found.looked) return [];
    const { candidates, hasOnce } = found.said;
    const stays = hasOnce ? candidates.map(({ once }) => !this.#isSaid(once)) : undefined;
    const key = this.isDropped ? undefined : keyOf(stays, here, section.start);
    if (key !== undefined && key === found.kept?.key) return found.kept.findings;
    const own = stays ? candidates.filter((_, i) => stays[i]) : candidates;
    const findings = this.#mostSevere([...own, ...found.looked.checked, ...here.map((one) => moved(one, -section.start))], section);
    found.kept = { key, findings };
    return findings;
  }

  /** @param candidates counted from the start of their home */
  #mostSevere(candidates: readonly Candidate[], home: Home): readonly Finding[] {
    const { orderOf, categories, fixesOf } = this.settling;
    const sorted = [...candidates].sort((a, b) => a.finding.start - b.finding.start || a.finding.end - b.finding.end || a.stage - b.stage || orderOf(a.finding.rule) - orderOf(b.finding.rule));
    const left = sorted.flatMap(({ finding }) => (this.isDropped?.(finding) ? [] : [new LiveFinding(finding, home, fixesOf)]));
    return mostSevere(left, categories);
  }
}

/** What is said about the whole by the section that it stands in; undefined where something reaches into the next one, or stands in none. */
function bySection({ whole, at }: Judged): ReadonlyMap<Section, readonly Candidate[]> | undefined {
  const all = new Map<Section, Candidate[]>();
  for (const one of whole) {
    const section = at(one.finding.start);
    if (!section || one.finding.end > section.end) return undefined;
    const others = all.get(section);
    if (others) others.push(one);
    else all.set(section, [one]);
  }
  return all;
}

/** Each of some sections once, in the order of the text. */
function inOrder(sections: readonly Section[]): readonly Section[] {
  return [...new Set(sections)].sort((a, b) => a.start - b.start);
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

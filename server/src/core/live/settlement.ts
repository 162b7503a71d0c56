import type { Category, RuleSet } from '../rules/definition.js';
import { isBrief, type Candidate } from '../rules/findings.js';
import { mostSevere } from '../rules/mostSevere.js';
import type { Reading } from '../rules/reading.js';
import type { Finding } from '../types.js';
import { LiveFinding, NOWHERE, type FixesOf, type Home } from './liveFinding.js';
import type { Section } from './section.js';
import { SectionSet } from './sectionSet.js';
import type { Steps } from '../steps.js';

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
  /** What sums of all sections say about some of them: the same map for as long as nothing that is summed up has changed. */
  readonly summed: Summed;
}

/** What is said of sections, counted from where each of them starts. */
export type Summed = ReadonlyMap<Section, readonly Candidate[]>;

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
  /** Those of the sections with findings, and all of these, for as long as they are the same. */
  #findings: readonly Finding[] | undefined;
  /** What decided last about sections that have not changed since; undefined where all have to be asked. */
  #settled: { readonly saying: readonly Section[]; readonly summed: Summed } | undefined;

  /** Works out all findings, in document order. */
  *settle(settling: Settling, judged: Judged): Steps<readonly Finding[]> {
    const { reading, sections, summed } = judged;
    const isDropped = dropped(settling, reading);
    const here = bySection(judged);
    const settler = new Settler(settling, isDropped);
    if (!here) {
      this.#settled = this.#findings = undefined;
      return settler.settleAsOne(judged);
    }
    const asked = isDropped ? sections : this.#askedBy(judged, here);
    this.#settled = undefined;
    for (const [i, section] of asked.entries()) {
      const before = section.found?.kept;
      const findings = settler.keep(section, [...(summed.get(section) ?? NONE), ...(here.get(section) ?? NONE)]);
      if (section.found?.kept !== before && (findings.length > 0 || this.#speaking.has(section))) this.#findings = undefined;
      this.#speaking.note(section, findings.length > 0);
      this.#saying.note(section, saysOnce(section));
      this.#seen.note(section, here.has(section));
      if (i % A_FEW === A_FEW - 1) yield;
    }
    if (!isDropped) this.#settled = { saying: this.#saying.inOrder, summed };
    return (this.#findings ??= this.#speaking.inOrder.flatMap(({ found }) => found?.kept?.findings ?? []));
  }

  /** Others stand in the place of a section. */
  forget(section: Section): void {
    if (this.#speaking.has(section)) this.#findings = undefined;
    for (const set of [this.#speaking, this.#saying, this.#seen]) set.note(section, false);
  }

  /** The sections whose findings may be others than when they were settled last, in the order of the text. */
  #askedBy({ sections, changed, summed }: Judged, here: Summed): readonly Section[] {
    const before = this.#settled;
    if (!before) return sections;
    const sums = summed === before.summed ? [] : [...before.summed.keys(), ...summed.keys()].filter(({ isGone }) => !isGone);
    const asked = [...changed, ...this.#seen.inOrder, ...here.keys(), ...sums];
    const saying = this.#saying.inOrder;
    // Who says first what is said once shows when all are asked who say such things.
    const isOnceAsked = saying !== before.saying || asked.some((section) => saysOnce(section) || this.#saying.has(section));
    return inOrder(isOnceAsked ? [...asked, ...saying] : asked);
  }
}

function saysOnce({ found }: Section): boolean {
  return found?.said?.hasOnce === true;
}

/** Settles sections, one after the other. */
class Settler {
  readonly #isSaid = whatIsSaid();

  constructor(
    readonly settling: Settling,
    readonly isDropped: ((finding: Finding) => boolean) | undefined,
  ) {}

  /** What is said about the whole reaches from one section into the next: no section can be settled by itself. */
  settleAsOne({ sections, whole, summed }: Judged): readonly Finding[] {
    const all = sections.flatMap((section) => {
      const { found, start } = section;
      return [...(found?.said?.candidates ?? NONE), ...(found?.looked?.checked ?? NONE), ...(summed.get(section) ?? NONE)].flatMap((one) => (this.#isSaid(one.once) ? [] : [moved(one, start)]));
    });
    return this.#mostSevere([...all, ...whole], NOWHERE);
  }

  /** @param here what is said about the whole, and stands in this section, counted from its start */
  keep(section: Section, here: readonly Candidate[]): readonly Finding[] {
    const { found } = section;
    if (!found?.said || !found.looked) return [];
    const { candidates, hasOnce } = found.said;
    const stays = hasOnce ? candidates.map(({ once }) => !this.#isSaid(once)) : undefined;
    const key = this.isDropped ? undefined : keyOf(stays, here);
    if (key !== undefined && key === found.kept?.key) return found.kept.findings;
    const own = stays ? candidates.filter((_, i) => stays[i]) : candidates;
    const findings = this.#mostSevere([...own, ...found.looked.checked, ...here], section);
    found.kept = { key, findings };
    return findings;
  }

  /** @param candidates counted from the start of their home */
  #mostSevere(candidates: readonly Candidate[], home: Home): readonly Finding[] {
    if (candidates.length === 0) return NOTHING;
    const { orderOf, categories, fixesOf } = this.settling;
    const sorted = [...candidates].sort((a, b) => a.finding.start - b.finding.start || a.finding.end - b.finding.end || a.stage - b.stage || orderOf(a.finding.rule) - orderOf(b.finding.rule));
    const left = sorted.flatMap(({ finding }) => (this.isDropped?.(finding) ? [] : [new LiveFinding(finding, home, fixesOf)]));
    return mostSevere(left, categories);
  }
}

/** What is said about the whole by the section that it stands in; undefined where something reaches into the next one, or stands in none. */
export function bySection({ whole, at }: Pick<Judged, 'whole' | 'at'>): Summed | undefined {
  const all = new Map<Section, Candidate[]>();
  for (const one of whole) {
    const section = at(one.finding.start);
    if (!section || one.finding.end > section.end) return undefined;
    const others = all.get(section) ?? [];
    others.push(moved(one, -section.start));
    all.set(section, others);
  }
  return all;
}

/** Each of some sections once, in the order of the text. */
function inOrder(sections: readonly Section[]): readonly Section[] {
  return [...new Set(sections)].sort((a, b) => a.start - b.start);
}

const NONE: readonly Candidate[] = [];
const NOTHING: readonly Finding[] = [];

/** The same candidate, counted from elsewhere. */
export function moved(candidate: Candidate, by: number): Candidate {
  const { finding } = candidate;
  return by === 0 ? candidate : { ...candidate, finding: { ...finding, start: finding.start + by, end: finding.end + by } };
}

/** What a section's findings depend on besides its own candidates. */
function keyOf(stays: readonly boolean[] | undefined, here: readonly Candidate[]): string {
  let key = '';
  for (const one of stays ?? []) key += one ? '+' : '-';
  for (const { finding, stage } of here) key += JSON.stringify([finding.rule, finding.start, finding.end, finding.message, stage]);
  return key;
}

/** What is about the whole of a text of next to nothing; undefined where more stands. */
function dropped({ set }: Settling, reading: Reading): ((finding: Finding) => boolean) | undefined {
  if (!isBrief(reading)) return undefined;
  const groups = new Map(set.categories.map(({ id, group }) => [id, group]));
  return ({ category }) => groups.get(category) === 'document';
}

/** Makes the test whether the same was said before, in whatever form. */
function whatIsSaid(): (once: string | undefined) => boolean {
  const said = new Set<string>();
  return (once) => {
    if (once === undefined) return false;
    const known = said.has(once);
    said.add(once);
    return known;
  };
}

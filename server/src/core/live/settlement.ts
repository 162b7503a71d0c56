import type { Category, RuleSet } from '../rules/definition.js';
import { isBrief, type Candidate } from '../rules/findings.js';
import { mostSevere } from '../rules/mostSevere.js';
import type { Reading } from '../reading/reading.js';
import type { Finding } from '../types.js';
import { LiveFinding, NOWHERE, type FixesOf, type Home } from './liveFinding.js';
import type { Section } from './section.js';
import { OnceSaid } from './onceSaid.js';
import { SectionSet } from './sectionSet.js';
import { each, type Steps } from '../steps.js';
import type { Summed } from './sums.js';

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
  /** Sections that are others, or were judged again, since findings were last settled. */
  readonly changed: readonly Section[];
  /** What is said about the whole, in document order. */
  readonly whole: readonly Candidate[];
  /** What sums of all sections say about some of them, and of which that is something else than when findings were last settled. */
  readonly summed: Summed;
  readonly resummed: readonly Section[];
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
  readonly #once = new OnceSaid();
  /** Sections in which something was found by looking at the whole. */
  readonly #seen = new SectionSet();
  /** Those of the sections with findings, and all of these, for as long as they are the same. */
  #findings: readonly Finding[] | undefined;
  /** Whether only sections that have changed have to be asked. */
  #isSettled = false;

  /** Works out all findings, in document order. */
  *settle(settling: Settling, judged: Judged): Steps<readonly Finding[]> {
    const { reading, sections, changed, summed } = judged;
    const isDropped = dropped(settling, reading);
    const here = bySection(judged);
    const wasSettled = this.#isSettled;
    this.#isSettled = false;
    if (!here) {
      this.#findings = undefined;
      return new Settler(settling, isDropped).settleAsOne(judged);
    }
    yield* each(wasSettled ? changed : sections, (section) => this.#once.note(section, section.found?.said?.once ?? NOTHING_ONCE), A_FEW);
    const first = this.#once.settle();
    const asked = isDropped || !wasSettled ? sections : inOrder([...changed, ...this.#seen.inOrder, ...here.keys(), ...judged.resummed, ...first]);
    const settler = new Settler(settling, isDropped, this.#once);
    yield* each(asked, (section) => {
      const before = section.found?.kept;
      const findings = settler.keep(section, [...(summed.get(section) ?? NONE), ...(here.get(section) ?? NONE)]);
      if (section.found?.kept !== before && (findings.length > 0 || this.#speaking.has(section))) this.#findings = undefined;
      this.#speaking.note(section, findings.length > 0);
      this.#seen.note(section, here.has(section));
    }, A_FEW);
    this.#isSettled = !isDropped;
    return (this.#findings ??= this.#all());
  }

  #all(): readonly Finding[] {
    const all: Finding[] = [];
    for (const { found } of this.#speaking.inOrder) if (found?.kept) all.push(...found.kept.findings);
    return all;
  }

  /** Others stand in the place of a section. */
  forget(section: Section): void {
    if (this.#speaking.has(section)) this.#findings = undefined;
    this.#once.forget(section);
    for (const set of [this.#speaking, this.#seen]) set.note(section, false);
  }
}

const NOTHING_ONCE: ReadonlySet<string> = new Set();

/** Settles sections, one after the other. */
class Settler {
  constructor(
    readonly settling: Settling,
    readonly isDropped: ((finding: Finding) => boolean) | undefined,
    readonly once?: OnceSaid,
  ) {}

  /** What is said about the whole reaches from one section into the next: no section can be settled by itself. */
  settleAsOne({ sections, whole, summed }: Judged): readonly Finding[] {
    const isSaid = whatIsSaid();
    const all = sections.flatMap((section) => {
      const { found, start } = section;
      return [...(found?.said?.candidates ?? NONE), ...(found?.looked?.checked ?? NONE), ...(summed.get(section) ?? NONE)].flatMap((one) => (isSaid(one.once) ? [] : [moved(one, start)]));
    });
    return this.#mostSevere([...all, ...whole], NOWHERE);
  }

  /** @param here what is said about the whole, and stands in this section, counted from its start */
  keep(section: Section, here: readonly Candidate[]): readonly Finding[] {
    const { found } = section;
    if (!found?.said || !found.looked) return [];
    const { candidates } = found.said;
    const stays = found.said.once.size > 0 ? this.#staying(candidates, section) : undefined;
    const key = this.isDropped ? undefined : keyOf(stays, here);
    if (key !== undefined && key === found.kept?.key) return found.kept.findings;
    const own = stays ? candidates.filter((_, i) => stays[i]) : candidates;
    const findings = this.#mostSevere([...own, ...found.looked.checked, ...here], section);
    found.kept = { key, findings };
    return findings;
  }

  /** Whether each of a section's candidates says something, and not what was said before. */
  #staying(candidates: readonly Candidate[], section: Section): readonly boolean[] {
    const isSaid = whatIsSaid();
    return candidates.map(({ once }) => !isSaid(once) && (once === undefined || this.once?.isFirst(once, section) !== false));
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

import { SUMMARIES, type Check, type CheckHit, type CheckInput, type Summary } from '../rules/check.js';
import type { RuleDefinition } from '../rules/definition.js';
import type { Candidate } from '../rules/findings.js';
import type { Range } from '../types.js';
import type { Section } from './section.js';
import type { Mentioned } from './sums.js';

/** Has checks sum up many subjects at once, and knows afterwards which of them a finding is about. */
export class Summing {
  /** The index of the subject that something was said of, by rule and place. */
  readonly #subjects = new Map<string, number>();

  constructor(readonly all: readonly Mentioned[]) {}

  /** Stands in for the checks of rules that sum up. */
  readonly insteadOf = ({ id, check = '' }: RuleDefinition): Check | undefined => {
    const summary = SUMMARIES[check];
    return summary && ((input) => this.#conclude(id, summary, input));
  };

  #conclude(rule: string, summary: Summary<unknown>, input: CheckInput): readonly CheckHit[] {
    const mentions = new Map<Section, ReadonlyMap<string, readonly unknown[]>>();
    return this.all.flatMap(({ subject, mentioning }, i) => {
      if (subject.rule !== rule) return [];
      for (const one of mentioning) if (!mentions.has(one)) mentions.set(one, bySubject(one, rule, summary));
      const hits = summary.conclude(mentioning.flatMap((one) => mentions.get(one)?.get(subject.name) ?? []), input);
      for (const hit of hits) this.#subjects.set(placeOf(rule, hit), i);
      return hits;
    });
  }

  /** What was found, by the index of the subject that it is about. */
  sort(candidates: readonly Candidate[]): readonly (readonly Candidate[])[] {
    const sorted = this.all.map((): Candidate[] => []);
    for (const one of candidates) sorted[this.#subjects.get(placeOf(one.finding.rule, one.finding)) ?? -1]?.push(one);
    return sorted;
  }
}

function placeOf(rule: string, { start, end }: Range): string {
  return `${rule} ${start} ${end}`;
}

/** What a rule has gathered in a section, by subject: a list may mention thousands. */
function bySubject({ found }: Section, rule: string, { subjectOf }: Summary<unknown>): ReadonlyMap<string, readonly unknown[]> {
  const all = new Map<string, unknown[]>();
  for (const one of found?.looked?.gathered.get(rule) ?? []) {
    const name = subjectOf(one);
    const others = all.get(name);
    if (others) others.push(one);
    else all.set(name, [one]);
  }
  return all;
}

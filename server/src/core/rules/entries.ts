import type { PhraseEntry, RuleDefinition } from './definition.js';

type TermEntry = NonNullable<RuleDefinition['terms']>[number];

/** A phrase of a rule as it is written, and the part of the rule that it stands in. */
export interface Entry {
  readonly rule: RuleDefinition;
  readonly written: string;
  readonly part: PhraseEntry | TermEntry;
}

/** All phrases of rules, in order. There are thousands, so nothing more is made of them here. */
export function entriesOf(rules: readonly RuleDefinition[]): readonly Entry[] {
  const entries: Entry[] = [];
  for (const rule of rules) {
    for (const part of rule.phrases ?? []) add(entries, rule, part, typeof part === 'string' ? part : part.phrase);
    for (const part of rule.terms ?? []) add(entries, rule, part, part.term);
  }
  return entries;
}

function add(entries: Entry[], rule: RuleDefinition, part: Entry['part'], written: string | readonly string[]): void {
  if (typeof written === 'string') entries.push({ rule, written, part });
  else for (const one of written) entries.push({ rule, written: one, part });
}

/** The conditions that a phrase has besides those of its rule. */
export function ownConditions({ part }: Entry): Pick<RuleDefinition, 'if' | 'unless'> | undefined {
  return typeof part === 'string' || (part.if === undefined && part.unless === undefined) ? undefined : part;
}

/** For a term: its plain words. */
export function plainWords({ part }: Entry): string | undefined {
  return typeof part !== 'string' && 'term' in part ? part.plain : undefined;
}

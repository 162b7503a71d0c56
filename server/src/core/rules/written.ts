import type { Path } from '../issues.js';
import type { Conditions, CueDefinition, RuleDefinition, Sought } from './definition.js';

/** A phrase as a rule has it, and the keys that lead to it. */
export interface Written {
  readonly path: Path;
  readonly text: string;
  /** Whether a cue may be named in its place. */
  readonly mayBeCue: boolean;
}

/** What may hold phrases: a rule or a cue. */
export type Owner = Omit<RuleDefinition, 'id'> | Omit<CueDefinition, 'id'>;

/** The conditions that look for phrases. */
const LOOKING = ['before', 'after', 'within', 'sentence', 'next', 'previous', 'near', 'paragraph', 'document', 'opening', 'quoted'] as const;

/** The phrases that a rule finds things with. */
export function foundBy(owner: Owner): readonly Written[] {
  const terms = 'terms' in owner ? (owner.terms ?? []) : [];
  return [
    ...(owner.phrases ?? []).flatMap((entry, i) => (typeof entry === 'string' ? texts(entry, ['phrases', i], false) : texts(entry.phrase, ['phrases', i, 'phrase'], false))),
    ...terms.flatMap(({ term }, i) => texts(term, ['terms', i, 'term'], false)),
  ];
}

/** The phrases that a rule asks its surroundings for: in conditions, and for what it misses. */
export function askedBy(owner: Owner): readonly Written[] {
  const rule = { absent: undefined, terms: undefined, if: undefined, ...owner };
  return [
    ...texts(rule.absent, ['absent'], true),
    ...inConditions(rule, []),
    ...(rule.phrases ?? []).flatMap((entry, i) => (typeof entry === 'string' ? [] : inConditions(entry, ['phrases', i]))),
    ...(rule.terms ?? []).flatMap((entry, i) => inConditions(entry, ['terms', i])),
  ];
}

/** All conditions of a rule or a cue, those of its phrases and terms among them. */
export function conditionsOf(owner: Owner): readonly Conditions[] {
  const terms = 'terms' in owner ? (owner.terms ?? []) : [];
  const entries = [...(owner.phrases ?? []), ...terms].filter((entry) => typeof entry !== 'string');
  return [owner, ...entries].flatMap((entry: Conditional) => [entry.if, entry.unless].filter((one) => one !== undefined));
}

/** What may have conditions. */
interface Conditional {
  readonly if?: Conditions | undefined;
  readonly unless?: Conditions | undefined;
}

/** The entries of a rule's own word lists. */
export function listedIn(words: Owner['words']): readonly Written[] {
  return Object.entries(words ?? {}).flatMap(([name, entries]) => texts(entries, ['words', name], false));
}

function inConditions(holder: Conditional, path: Path): readonly Written[] {
  return (['if', 'unless'] as const).flatMap((key) => looking(holder[key], [...path, key]));
}

function looking(conditions: Conditions | undefined, path: Path): readonly Written[] {
  if (!conditions) return [];
  const nested = (['any', 'all', 'not'] as const).flatMap((key) => looking(conditions[key], [...path, key]));
  return [...LOOKING.flatMap((key) => texts(conditions[key], [...path, key], true)), ...nested];
}

/** The phrases among what is sought; moves are none. */
function texts(value: Sought | readonly Sought[] | undefined, path: Path, mayBeCue: boolean): readonly Written[] {
  if (typeof value === 'string') return [{ path, text: value, mayBeCue }];
  return isList(value) ? value.flatMap((one, i) => (typeof one === 'string' ? [{ path: [...path, i], text: one, mayBeCue }] : [])) : [];
}

function isList(value: Sought | readonly Sought[] | undefined): value is readonly Sought[] {
  return Array.isArray(value);
}

import type { PackedPhrases } from '../phrase/packedPhrases.js';
import type { RuleSet } from './definition.js';

/** Rules as they ship: their phrases packed apart, and in their places `#` and a number, which no phrase can begin with. */
export interface PackedRules {
  /** Categories, cues and rules as JSON. */
  readonly rules: string;
  /** The shared word lists as JSON: only rules of packs, and what names people, still ask for them. */
  readonly words: string;
  readonly phrases: PackedPhrases;
}

/** Counts the ways in which rules have been packed: what an earlier one has packed cannot be read. */
export const RULES_FORMAT = 3;

/** Stands for a packed phrase. */
export function packedSign(number: number): string {
  return `#${String(number)}`;
}

/** The number of a packed phrase; undefined for one in words. */
export function packedNumber(written: string): number | undefined {
  return written.startsWith('#') ? Number(written.slice(1)) : undefined;
}

/** The rules; their word lists are read when they are first asked for. */
export function unpackRules(packed: PackedRules): RuleSet {
  const { categories, cues, rules } = JSON.parse(packed.rules) as Omit<RuleSet, 'words'>;
  let words: RuleSet['words'] | undefined;
  return {
    categories,
    cues,
    rules,
    get words() {
      return (words ??= JSON.parse(packed.words) as RuleSet['words']);
    },
  };
}

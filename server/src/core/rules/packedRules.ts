import { unpackColumns, type PackedColumns } from '../packed/columns.js';
import type { PackedPhrases } from '../phrase/packedPhrases.js';
import type { Category, CueDefinition, PhraseEntry, RuleSet } from './definition.js';
import { unpackLater, type PackedLater, type RuleHead } from './packedRule.js';

/** Rules as they ship: their phrases packed apart, and in their places `#` and a number, which no phrase can begin with. */
export interface PackedRules {
  /** {@link PackedSet} as JSON. */
  readonly rules: string;
  /** What else there is to say of its rules. */
  readonly later: PackedLater;
  /** The shared word lists as JSON: only rules of packs, and what names people, still ask for them. */
  readonly words: string;
  readonly phrases: PackedPhrases;
}

/** Counts the ways in which rules have been packed: what an earlier one has packed cannot be read. */
export const RULES_FORMAT = 5;

/** Categories as they are, cues and rules by columns, with {@link packRuns} of their phrases. */
export interface PackedSet {
  readonly categories: readonly Category[];
  readonly cues: PackedColumns<CueDefinition>;
  readonly rules: PackedColumns<RuleHead>;
}

/** Stands for a packed phrase. */
export function packedSign(number: number): string {
  return `#${String(number)}`;
}

/** Packs phrases that are numbered one after the other as one: `#12+3` is `#12` to `#15`. It saves a tenth of the room that all rules take. */
export function packRuns(phrases: readonly PhraseEntry[]): PhraseEntry[] {
  const packed: PhraseEntry[] = [];
  for (let i = 0, length = 1; i < phrases.length; i += length) {
    const phrase = phrases[i] ?? '';
    const first = signed(phrase);
    length = 1;
    while (first !== undefined && signed(phrases[i + length]) === first + length) length++;
    packed.push(length > 1 ? `${packedSign(first ?? 0)}+${String(length - 1)}` : phrase);
  }
  return packed;
}

function signed(phrase: PhraseEntry | undefined): number | undefined {
  return typeof phrase === 'string' ? packedNumber(phrase) : undefined;
}

function unpackRuns(rows: readonly (readonly PhraseEntry[] | null | undefined)[] = []): (PhraseEntry[] | null)[] {
  return rows.map((row) => {
    if (!row) return null;
    const phrases: PhraseEntry[] = [];
    for (const phrase of row) {
      const plus = typeof phrase === 'string' ? phrase.indexOf('+') : -1;
      if (typeof phrase !== 'string' || plus < 0) phrases.push(phrase);
      else for (let number = Number(phrase.slice(1, plus)), last = number + Number(phrase.slice(plus)); number <= last; number++) phrases.push(packedSign(number));
    }
    return phrases;
  });
}

/** The number of a packed phrase; undefined for one in words. */
export function packedNumber(written: string): number | undefined {
  if (!written.startsWith('#')) return undefined;
  // Digit by digit: a start asks for thousands, and the digits by themselves would be a text more for each
  let number = written.length > 1 ? 0 : NaN;
  for (let i = 1; i < written.length; i++) number = 10 * number + digit(written.charCodeAt(i));
  return number;
}

function digit(code: number): number {
  return code >= 48 && code <= 57 ? code - 48 : NaN;
}

/** The rules; the shared word lists, and what few texts ask of a rule, are read when they are first asked for. */
export function unpackRules(packed: PackedRules): RuleSet {
  const { categories, cues, rules } = JSON.parse(packed.rules) as PackedSet;
  let words: RuleSet['words'] | undefined;
  return {
    categories,
    cues: unpackColumns<CueDefinition>({ ...cues, phrases: unpackRuns(cues.phrases) }),
    rules: unpackLater(unpackColumns<RuleHead>({ ...rules, phrases: unpackRuns(rules.phrases) }), packed.later),
    get words() {
      return (words ??= JSON.parse(packed.words) as RuleSet['words']);
    },
  };
}

import { Calls } from '../phrase/calls.js';
import type { Severity } from '../types.js';
import type { RuleDefinition } from './definition.js';
import type { Pattern, Program } from './program.js';
import type { Sentence } from '../reading/reading.js';

/** Says which rules hold: their severity, or undefined when they are off here. */
export type Switchboard = (rule: RuleDefinition) => Severity | undefined;

/** The patterns of a program whose rules are on. Of thousands, most sentences call for a few, and lack what these need. */
export class Selection {
  readonly #calls: Calls;
  readonly #always: readonly number[];
  /** Whether a rule is on: it is asked for each phrase that a word calls for, and to ask what findings tell its conditions have to be read. */
  readonly #areOn = new Map<RuleDefinition, boolean>();
  /** Whether any pattern is on at all. */
  readonly hasPatterns: boolean;
  /** The rules that are on and have a check, in their order. */
  readonly checked: readonly RuleDefinition[];

  constructor(
    readonly program: Program,
    readonly severityOf: Switchboard,
  ) {
    const { entries, triggers } = program;
    this.hasPatterns = entries.some(({ rule }) => this.#isOn(rule));
    this.checked = program.set.rules.filter((rule) => rule.check !== undefined && this.#isOn(rule));
    this.#always = this.#thoseOn(triggers.always);
    this.#calls = new Calls({
      calledBy: (id) => this.#thoseOn(triggers.of(id)),
      needsOf: (index) => program.phrase(index)?.needs.map(({ ids }) => ids) ?? [],
    }, program.idSets, program.walks, entries.length);
  }

  #thoseOn(patterns: readonly number[]): readonly number[] {
    return patterns.filter((index) => {
      const entry = this.program.entries[index];
      return entry && this.#isOn(entry.rule);
    });
  }

  #isOn(rule: RuleDefinition): boolean {
    const known = this.#areOn.get(rule) ?? this.severityOf(rule) !== undefined;
    this.#areOn.set(rule, known);
    return known;
  }

  /** The patterns that could match a sentence, in rule order. */
  candidates(sentence: Sentence): readonly Pattern[] {
    const found = this.#calls.of(sentence);
    if (found.length + this.#always.length === 0) return NONE;
    return [...found, ...this.#always].sort((a, b) => a - b).flatMap((index) => this.program.pattern(index) ?? []);
  }
}

const NONE: readonly Pattern[] = [];

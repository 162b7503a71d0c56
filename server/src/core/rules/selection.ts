import type { IdSet } from '../phrase/idSet.js';
import { PresentWords } from '../phrase/present.js';
import type { Severity } from '../types.js';
import type { RuleDefinition } from './definition.js';
import type { Pattern, Program } from './program.js';
import type { Sentence } from './reading.js';

/** Says which rules hold: their severity, or undefined when they are off here. */
export type Switchboard = (rule: RuleDefinition) => Severity | undefined;

/**
 * The patterns of a program that are on, filed by the words that call for them. Most sentences call for a few of
 * thousands, and have what none of these need besides: they cost a look-up for each word.
 */
export class Selection {
  /** By id of a word; filled in when a text first has the word. */
  readonly #called: (Int32Array | undefined)[] = [];
  readonly #always: Int32Array;
  /** What each pattern needs besides the word that calls for it. */
  readonly #needs: (readonly IdSet[])[] = [];
  /** The round each pattern was last called for in, so that several words call for it once. */
  readonly #seen: Int32Array;
  #round = 0;
  readonly #present = new PresentWords();
  /** Whether any pattern is on at all. */
  readonly hasPatterns: boolean;
  /** The rules that are on and have a check, in their order. */
  readonly checked: readonly RuleDefinition[];

  constructor(
    readonly program: Program,
    readonly severityOf: Switchboard,
  ) {
    this.#seen = new Int32Array(program.entries.length);
    this.hasPatterns = program.entries.some(({ rule }) => severityOf(rule) !== undefined);
    this.checked = program.set.rules.filter((rule) => rule.check !== undefined && severityOf(rule) !== undefined);
    this.#always = this.#thoseOn(program.triggers.always);
  }

  #thoseOn(patterns: Iterable<number>): Int32Array {
    return Int32Array.from([...patterns].filter((index) => {
      const entry = this.program.entries[index];
      return entry && this.severityOf(entry.rule) !== undefined;
    }));
  }

  /** The patterns that could match a sentence, in rule order. */
  candidates(sentence: Sentence): readonly Pattern[] {
    const { ids } = sentence;
    const found: number[] = [];
    this.#round++;
    this.#present.load(ids);
    this.#call(this.#always, found);
    for (const id of ids) this.#call(this.#calledBy(id), found);
    if (found.length === 0) return NONE;
    return found.sort((a, b) => a - b).flatMap((index) => this.program.pattern(index) ?? []);
  }

  #calledBy(id: number): Int32Array {
    return (this.#called[id] ??= this.#thoseOn(this.program.triggers.of(id)));
  }

  #call(patterns: Int32Array, found: number[]): void {
    for (const index of patterns) {
      if (this.#seen[index] === this.#round) continue;
      this.#seen[index] = this.#round;
      if (this.#hasNeeds(index)) found.push(index);
    }
  }

  #hasNeeds(index: number): boolean {
    const needs = (this.#needs[index] ??= this.#otherNeeds(index));
    for (const need of needs) if (!this.#present.hasOneOf(need)) return false;
    return true;
  }

  #otherNeeds(index: number): readonly IdSet[] {
    return this.program.pattern(index)?.phrase.needs.slice(1).map(({ ids }) => ids) ?? [];
  }
}

const NONE: readonly Pattern[] = [];

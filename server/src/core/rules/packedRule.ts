import { Lines, packLines } from '../packed/lines.js';
import type { RuleDefinition } from './definition.js';

/**
 * What is asked of a rule only when one of its phrases matches, it is explained, or its check has something to look at. It is most of what
 * rules say: to read it of all of them took 4 ms of every start.
 */
export const LATER = ['title', 'message', 'why', 'source', 'words', 'plain', 'if', 'unless', 'fixes'] as const;

type Later = (typeof LATER)[number];

/** What is read later, by {@link packLines} of all rules. */
export type PackedLater = Readonly<Record<Later, string>>;

/** What of a rule is read at once. */
export type RuleHead = Omit<RuleDefinition, Later>;

/** Parts what is read at once from what is read later. */
export function packLater(rules: readonly RuleDefinition[]): { readonly heads: readonly RuleHead[]; readonly later: PackedLater } {
  const heads = rules.map((rule) => Object.fromEntries(Object.entries(rule).filter(([key]) => !LATER.some((one) => one === key))) as RuleHead);
  const later = Object.fromEntries(LATER.map((key) => [key, packLines(rules.map((rule) => rule[key]))]));
  return { heads, later: later as Record<Later, string> };
}

/** Rules that came apart as {@link packLater} has them. */
export function unpackLater(heads: readonly RuleHead[], packed: PackedLater): readonly RuleDefinition[] {
  const columns = Object.fromEntries(LATER.map((key) => [key, new Lines(() => packed[key])])) as unknown as Columns;
  return heads.map((head, row) => Object.assign(new LaterParts(columns, row), head));
}

type Columns = { readonly [Key in Later]: Lines<RuleDefinition[Key]> };

/** A rule's parts that are read when they are asked for. */
class LaterParts implements Pick<RuleDefinition, Later> {
  readonly #columns: Columns;
  readonly #row: number;

  constructor(columns: Columns, row: number) {
    this.#columns = columns;
    this.#row = row;
  }

  get title(): RuleDefinition['title'] {
    return this.#columns.title.at(this.#row);
  }

  get message(): string {
    return this.#columns.message.at(this.#row) ?? '';
  }

  get why(): string {
    return this.#columns.why.at(this.#row) ?? '';
  }

  get source(): RuleDefinition['source'] {
    return this.#columns.source.at(this.#row);
  }

  get words(): RuleDefinition['words'] {
    return this.#columns.words.at(this.#row);
  }

  get plain(): RuleDefinition['plain'] {
    return this.#columns.plain.at(this.#row);
  }

  get if(): RuleDefinition['if'] {
    return this.#columns.if.at(this.#row);
  }

  get unless(): RuleDefinition['unless'] {
    return this.#columns.unless.at(this.#row);
  }

  get fixes(): RuleDefinition['fixes'] {
    return this.#columns.fixes.at(this.#row);
  }
}

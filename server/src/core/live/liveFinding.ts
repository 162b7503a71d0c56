import type { Finding, Fix, Severity } from '../types.js';

/** Works out the fixes of a finding. */
export type FixesOf = (finding: Finding) => readonly Fix[];

/** What a finding moves with. */
export interface Home {
  readonly start: number;
}

/** The start of the text. */
export const NOWHERE: Home = { start: 0 };

/** A finding that moves with its section, and whose fixes are worked out when somebody asks. */
export class LiveFinding implements Finding {
  readonly rule: string;
  readonly category: string;
  readonly severity: Severity;
  readonly message: string;
  readonly #home: Home;
  readonly #from: number;
  readonly #length: number;
  readonly #fixesOf: FixesOf;

  /** @param finding counted from the start of its home */
  constructor({ rule, category, severity, start, end, message }: Finding, home: Home, fixesOf: FixesOf) {
    this.rule = rule;
    this.category = category;
    this.severity = severity;
    this.message = message;
    this.#home = home;
    this.#from = start;
    this.#length = end - start;
    this.#fixesOf = fixesOf;
  }

  get start(): number {
    return this.#home.start + this.#from;
  }

  get end(): number {
    return this.start + this.#length;
  }

  get fixes(): readonly Fix[] {
    return this.#fixesOf(this);
  }
}

/** The fixes of a finding, from the same one among those that were found with fixes; undefined where it is not among them. */
export function fixesAmong(all: readonly Finding[], { rule, start, end, message }: Finding): readonly Fix[] | undefined {
  return all.find((one) => one.rule === rule && one.start === start && one.end === end && one.message === message)?.fixes;
}

import type { Finding, Fix, Severity } from '../types.js';

/** Works out the fixes of a finding. */
export type FixesOf = (finding: Finding) => readonly Fix[];

/** A finding whose fixes are worked out when somebody asks. */
export class LiveFinding implements Finding {
  readonly rule: string;
  readonly category: string;
  readonly severity: Severity;
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly #fixesOf: FixesOf;

  /** @param by how far the text has moved since it was found */
  constructor({ rule, category, severity, start, end, message }: Finding, by: number, fixesOf: FixesOf) {
    this.rule = rule;
    this.category = category;
    this.severity = severity;
    this.start = start + by;
    this.end = end + by;
    this.message = message;
    this.#fixesOf = fixesOf;
  }

  get fixes(): readonly Fix[] {
    return this.#fixesOf(this);
  }
}

/** The fixes of a finding, from the same one among those of a text that was read as a whole. */
export function fixesAmong(whole: readonly Finding[], { rule, start, end, message }: Finding): readonly Fix[] {
  return whole.find((one) => one.rule === rule && one.start === start && one.end === end && one.message === message)?.fixes ?? [];
}

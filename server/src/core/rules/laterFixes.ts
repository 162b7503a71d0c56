import type { Finding, Fix, Severity } from '../types.js';

/**
 * A finding whose fixes are made when somebody first asks: made at once, for findings that nobody looks at and that others
 * hide, they took 12 % of a run over articles. A class, because V8 keeps the getter of every single object, and with it the
 * text, until its next full collection.
 */
export class FindingWithLaterFixes implements Finding {
  readonly rule: string;
  readonly category: string;
  readonly severity: Severity;
  readonly start: number;
  readonly end: number;
  readonly message: string;
  #make: (() => readonly Fix[]) | undefined;
  #made: readonly Fix[] = [];

  constructor({ rule, category, severity, start, end, message }: Omit<Finding, 'fixes'>, make: () => readonly Fix[]) {
    this.rule = rule;
    this.category = category;
    this.severity = severity;
    this.start = start;
    this.end = end;
    this.message = message;
    this.#make = make;
  }

  get fixes(): readonly Fix[] {
    // What they are made from is the whole text: nobody is to hold on to it for longer
    if (this.#make) this.#made = this.#make();
    this.#make = undefined;
    return this.#made;
  }
}

import type { Candidate } from '../rules/findings.js';
import type { Finding } from '../types.js';

/** What the rules that look no further found in a section, and what stays of it among the findings of the whole text. */
export interface SectionFindings {
  /** Where the section stood. */
  readonly at: number;
  readonly candidates: readonly Candidate[];
  /** What checks of the whole text need to know of it, by the id of their rule. */
  readonly gathered: ReadonlyMap<string, readonly unknown[]>;
  /** Whether some of them are said once in a text. */
  readonly hasOnce: boolean;
  kept: Kept | undefined;
}

/** The findings of a section after those of other sections, and those about the whole text, have had their say. */
export interface Kept {
  /** Where the section stood. */
  readonly at: number;
  /** Which candidates had been said before, and what else was found here. */
  readonly key: string;
  readonly findings: readonly Finding[];
}

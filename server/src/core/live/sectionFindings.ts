import type { Candidate } from '../rules/findings.js';
import type { Sentence } from '../reading/reading.js';
import type { Finding } from '../types.js';

/** What the rules that look no further found in a section, and what stays of it among the findings of the whole text. Positions count from the start of the section. */
export interface SectionFindings {
  /** Undefined where it has to be looked for anew. */
  readonly looked: Looked | undefined;
  /** Undefined where it has to be asked anew. */
  readonly said: Said | undefined;
  kept: Kept | undefined;
}

/** What was found by looking at a section and the characters around it. */
export interface Looked {
  /** What checks found. */
  readonly checked: readonly Candidate[];
  /** What checks of the whole text need to know of it, by the id of their rule. */
  readonly gathered: ReadonlyMap<string, readonly unknown[]>;
}

/** What the phrases of rules found in a section. Their conditions look at the sentences around it. */
export interface Said {
  readonly candidates: readonly Candidate[];
  /** What some of them speak of that is said once in a text. */
  readonly once: ReadonlySet<string>;
  /** The sentences around the section that conditions may have looked at; undefined beyond the ends of the text. None where none looks there. */
  readonly beside: readonly (Sentence | undefined)[];
}

/** The findings of a section after those of other sections, and those about the whole text, have had their say. */
export interface Kept {
  /** Which candidates had been said before, and what else was found here; undefined where they hold for this version of the text alone. */
  readonly key: string | undefined;
  readonly findings: readonly Finding[];
}

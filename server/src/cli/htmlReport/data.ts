import type { Kind, RuleInfo, Severity } from '../../core/index.js';
import type { Excerpt } from '../report/excerpt.js';
import type { FixPreview } from '../report/fixPreview.js';

/** All that the page shows. Plain data, so that the page can be made apart from the reading. */
export interface ReportData {
  /** What was read, in words: the folder's name. */
  readonly title: string;
  readonly version: string;
  readonly made: Date;
  /** Sorted by name. */
  readonly articles: readonly ReportArticle[];
  /** Every rule there is. */
  readonly rules: readonly RuleInfo[];
  /** Earlier runs, the oldest first. */
  readonly past: readonly PastRun[];
}

/** A text of the report. */
export interface ReportArticle {
  /** Path from the working folder. */
  readonly name: string;
  readonly kind: Kind;
  /** What its readers see above it, where it has one. */
  readonly title: string | undefined;
  readonly words: number;
  /** Flesch-Kincaid; undefined where there are too few sentences to tell. */
  readonly grade: number | undefined;
  /** In document order. */
  readonly findings: readonly ReportFinding[];
  /** How many more stand in the baseline. */
  readonly known: number;
}

/** A finding of the report. */
export interface ReportFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly line: number;
  /** Ready to be shown on one line each. */
  readonly sentence: Excerpt;
  readonly message: string;
  readonly tries: readonly Omit<FixPreview, 'title'>[];
}

/** How things stood at another time. */
export interface PastRun {
  /** Undefined where only a name is known. */
  readonly date: Date | undefined;
  /** What had been changed then, or the run's name. */
  readonly name: string;
  readonly articles: number;
  readonly findings: number;
}

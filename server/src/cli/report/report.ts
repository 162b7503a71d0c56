import type { NamedFinding } from '../../core/baseline.js';
import type { Ignore } from '../../core/ignore.js';
import type { Anatomy, Kind, Severity } from '../../core/index.js';

/** A text that was read, with what is left to say about it. Plain data: it may come from another thread. */
export interface TextReport {
  /** Path relative to the working folder; for what came through standard input its given name. */
  readonly name: string;
  /** Absolute; undefined for what came through standard input without a name. */
  readonly path: string | undefined;
  readonly kind: Kind;
  /** As it is now, fixed when that was asked for. */
  readonly text: string;
  /** As it stands in the file, where fixes are only shown. */
  readonly before?: string;
  /** In document order. */
  readonly findings: readonly NamedFinding[];
  /** Those that stand in the baseline. */
  readonly known: readonly NamedFinding[];
  /** Of a reply in English, where the report has room for it. */
  readonly anatomy?: Anatomy;
  /** Another language than English, so that nothing was looked for. */
  readonly isForeign?: boolean;
  /** How many fixes were applied. */
  readonly fixed: number;
  /** The ignores that hold here: their file, the text's name in it, and which of its entries were needed. */
  readonly ignores: { readonly file: string; readonly name: string | undefined; readonly used: readonly number[] } | undefined;
  /** The baseline that holds here, if there is one. */
  readonly baselineFile: string | undefined;
}

/** Writes what was found, text by text, in the order in which they are read. */
export interface Reporter {
  add(report: TextReport): Promise<void>;
  /** All has been read. */
  end(summary: Summary): Promise<void>;
}

/** What there is to say when all has been read. */
export interface Summary {
  /** The paths as they were given. */
  readonly paths: readonly string[];
  /** How many texts were left alone, as nothing says what they are. */
  readonly leftAlone: number;
  /** How many texts were left out, which the error stream has given the reason for. */
  readonly leftOut: number;
  /** Whether anything could not be read. */
  readonly failed: boolean;
  /** Where only what has changed was asked for. */
  readonly changes?: Changes | undefined;
  /** What is milder is not shown; `hint` where everything is. */
  readonly least: Severity;
  /** How many findings went into the baseline, where that was asked for. */
  readonly recorded?: number | undefined;
  /** Ignores that took nothing out, a sentence for each file of them. */
  readonly unusedIgnores: readonly UnusedIgnores[];
}

/** What was asked of git. */
export interface Changes {
  /** A commit, as people call it. */
  readonly since: string;
  /** How many files have changed, texts or not. */
  readonly files: number;
}

/** Entries of an ignore file that are not needed any more. */
export interface UnusedIgnores {
  /** Absolute path of the ignore file. */
  readonly file: string;
  readonly entries: readonly Ignore[];
}

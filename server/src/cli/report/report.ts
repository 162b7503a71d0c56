import type { Anatomy, Finding, Kind } from '../../core/index.js';

/** A text that was read, with what is left to say about it. */
export interface TextReport {
  /** Path relative to the working folder; for what came through standard input its given name. */
  readonly name: string;
  readonly kind: Kind;
  readonly text: string;
  /** In document order. */
  readonly findings: readonly Finding[];
  /** Of a reply in English, where the report has room for it. */
  readonly anatomy?: Anatomy;
  /** How many fixes were applied. */
  readonly fixed: number;
}

/** Writes what was found, text by text, in the order in which they are read. */
export interface Reporter {
  add(report: TextReport): Promise<void>;
  /** All has been read. */
  end(summary: Summary): Promise<void>;
}

export interface Summary {
  /** The paths as they were given. */
  readonly paths: readonly string[];
  /** How many texts were left alone, as nothing says what they are. */
  readonly leftAlone: number;
  /** Whether anything could not be read. */
  readonly failed: boolean;
}

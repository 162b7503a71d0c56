/** Something wrong in a file that people write for Deskside. The message is a sentence that says the way out. */
export interface Problem {
  /** Absolute path. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units. */
  readonly column: number;
  readonly message: string;
  /** Either leaves out what it is about; after an error, the command line ends with exit code 2. */
  readonly severity: 'error' | 'warning';
}

/** A problem of a file as a whole. */
export function problemOf(file: string, message: string): Problem {
  return { file, line: 1, column: 1, message, severity: 'error' };
}

/** Orders problems as a reader meets them: file by file, as the files first come up. */
export function inReadingOrder(problems: readonly Problem[]): readonly Problem[] {
  const files = [...new Set(problems.map(({ file }) => file))];
  return files.flatMap((file) => problems.filter((problem) => problem.file === file).sort(byPlace));
}

/** Orders the problems of one file as a reader meets them. */
export function byPlace(a: Problem, b: Problem): number {
  return a.line - b.line || a.column - b.column;
}

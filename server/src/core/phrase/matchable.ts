/** What matching sees of a sentence. */
export interface Matchable {
  readonly ids: readonly number[];
  readonly classes: readonly number[];
  /** Whether a clause begins at the token. */
  isClauseStart(token: number): boolean;
}

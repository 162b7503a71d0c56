import { readJsonLines } from './jsonLines.js';

/** What a careful reader thinks of a finding in a real text. The text itself is not kept. */
export interface Verdict {
  /** The text's name in its corpus, `#`, and the fingerprint of the finding's sentence. */
  readonly id: string;
  readonly rule: string;
  readonly verdict: 'right' | 'wrong';
  /** Why, in the reader's own words. */
  readonly why: string;
}

/** Reads verdicts, one JSON object a line. */
export function readVerdicts(file: string | URL): readonly Verdict[] {
  return readJsonLines(file);
}

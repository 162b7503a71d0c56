import * as v from 'valibot';
import { fixInWords, mostPressing } from '../core/assistants/findings.js';
import type { NamedFinding } from '../core/baseline.js';
import { WORST_FIRST } from '../core/types.js';
import { placedFindings } from '../cli/report/jsonReporters.js';

const OFFSET = v.pipe(v.number(), v.integer());
const RANGE = { start: OFFSET, end: OFFSET };
const PLACE = v.pipe(v.number(), v.integer(), v.description('From 1; columns count UTF-16 code units.'));

const FIX = v.object({
  title: v.string(),
  kind: v.pipe(v.picklist(['safe', 'suggestion']), v.description('“safe” is right in any context; fix_text applies these.')),
  edits: v.array(v.object({ ...RANGE, text: v.string() })),
  snippet: v.optional(v.pipe(v.boolean(), v.description('The edits’ texts have tab stops, in VS Code’s snippet syntax.'))),
  becomes: v.optional(v.pipe(v.string(), v.description('What to write, add or leave out; ‹…› is to be filled in.'))),
});

/** A finding as `deskside lint --format json` gives it, with the words it marks and what its fixes make of them. */
const FINDING = v.object({
  rule: v.string(),
  category: v.string(),
  severity: v.picklist(WORST_FIRST),
  start: OFFSET,
  end: v.pipe(OFFSET, v.description('“start” and “end” are offsets in UTF-16 code units, the end is not in it.')),
  line: PLACE,
  column: PLACE,
  endLine: PLACE,
  endColumn: PLACE,
  words: v.pipe(v.string(), v.description('What stands there.')),
  message: v.pipe(v.string(), v.description('What it does to the customer, and what to do instead.')),
  why: v.string(),
  fingerprint: v.string(),
  fixes: v.array(FIX),
});

/** Of what was found: so much as an answer has room for. */
export const FOUND = {
  findings: v.array(FINDING),
  leftOut: v.pipe(v.number(), v.integer(), v.description('How many findings there are besides, none of them more severe.')),
};

/** As much of some findings as an answer has room for, the most severe of them, in document order. */
export function found(text: string, findings: readonly NamedFinding[], whyOf: (rule: string) => string | undefined, limit?: number): { findings: v.InferOutput<typeof FINDING>[]; leftOut: number } {
  const shown = mostPressing(findings, limit);
  const plain = placedFindings(text, shown).map((finding) => ({
    ...finding,
    words: text.slice(finding.start, finding.end),
    why: whyOf(finding.rule) ?? '',
    fixes: finding.fixes.map((fix) => {
      const becomes = fixInWords(text, finding, fix);
      return { ...fix, edits: [...fix.edits], ...(becomes !== undefined && { becomes }) };
    }),
  }));
  return { findings: plain, leftOut: findings.length - shown.length };
}

import type { Finding, TextEdit } from './types.js';

/** Applies edits (any order, not overlapping) to a text. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let out = '';
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    out += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return out + text.slice(at);
}

/**
 * The edits of all safe fixes that do not overlap, first come first served, in document order.
 * What overlaps is left for the next round.
 */
export function safeEdits(findings: readonly Finding[]): readonly TextEdit[] {
  const taken: TextEdit[] = [];
  let end = -1;
  for (const finding of findings) {
    const fix = finding.fixes.find((f) => f.kind === 'safe');
    const first = fix?.edits[0];
    const last = fix?.edits.at(-1);
    if (!fix || !first || !last || first.start < end) continue;
    taken.push(...fix.edits);
    end = last.end;
  }
  return taken;
}

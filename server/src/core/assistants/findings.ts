import { createPlaces } from '../places.js';
import { rewording, type Rewording } from '../rewording.js';
import { sentenceRange } from '../sentenceRange.js';
import { WORST_FIRST } from '../types.js';
import { shortened } from '../shortened.js';
import type { Finding, Fix, Kind, Severity } from '../types.js';

/** So many findings are told when nobody says how many: more than a reply has, and what a model can weigh at once. */
export const MOST_FINDINGS = 20;
/** Of the fixes of one finding, so many are worth reading. */
const MOST_FIXES = 3;
/** Characters of a sentence as a fix leaves it. */
const MOST_OF_A_FIX = 600;
/** Characters of a passage that is only named. */
export const MOST_QUOTED = 160;

const KIND_NAMES: Readonly<Record<Kind, string>> = { reply: 'reply', article: 'article', macro: 'snippet', note: 'internal note' };

/** What there is to say of a text, in words for an assistant that is to mend it. */
export interface FoundInText {
  readonly text: string;
  readonly kind: Kind;
  /** In document order. */
  readonly findings: readonly Finding[];
  /** How many are told at most. */
  readonly limit?: number;
  /** Why customers mind what a rule finds. */
  readonly whyOf: (rule: string) => string | undefined;
}

/** The most severe findings, in document order, at most so many. */
export function mostPressing<F extends Finding>(findings: readonly F[], limit = MOST_FINDINGS): readonly F[] {
  if (findings.length <= limit) return findings;
  const ranked = [...findings].sort((a, b) => WORST_FIRST.indexOf(a.severity) - WORST_FIRST.indexOf(b.severity));
  const kept = new Set(ranked.slice(0, limit));
  return findings.filter((finding) => kept.has(finding));
}

/** The findings of a text: where, what, why, and what to write instead. */
export function findingsInWords({ text, kind, findings, limit, whyOf }: FoundInText): string {
  if (findings.length === 0) return `Nothing to mend in this ${KIND_NAMES[kind]}.`;
  const shown = mostPressing(findings, limit);
  const places = createPlaces(text);
  const explained = new Set<string>();
  const entries = shown.map((finding, i) => {
    const why = explained.has(finding.rule) ? undefined : whyOf(finding.rule);
    explained.add(finding.rule);
    const { line, column } = places.at(finding.start);
    return [`${i + 1}. Line ${line}, column ${column}: ${finding.severity}, ${finding.rule}${quoted(text, finding)}`, ...aboutFinding(text, finding, why)].join('\n   ');
  });
  const left = findings.length - shown.length;
  const rest = left > 0 ? [`${left} milder or later ones are left out; ask again once these are mended.`] : [];
  const blanks = entries.some((entry) => entry.includes('‹')) ? [BLANKS] : [];
  return [`Found in this ${KIND_NAMES[kind]}: ${inNumbers(findings)}.`, ...entries, ...rest, ...blanks].join('\n\n');
}

/** What to do about ‹…›: a model would make it up. */
export const BLANKS = 'What stands between ‹ and › only the writer knows: ask, and never make it up.';

/** What a fix makes of the text, as an assistant reads it; undefined where nothing would be another. */
export function fixInWords(text: string, finding: Finding, fix: Fix): string | undefined {
  const one = rewording(text, sentenceRange(text, finding), fix);
  return one && `${VERBS[one.verb]}: ${one.text.trim()}`;
}

const VERBS: Readonly<Record<Rewording['verb'], string>> = { try: 'Write instead', add: 'Add', cut: 'Leave out' };

/** “2 errors, 1 warning”. */
function inNumbers(findings: readonly Pick<Finding, 'severity'>[]): string {
  const count = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length;
  return WORST_FIRST.filter((severity) => count(severity) > 0).map((severity) => `${count(severity)} ${PLURALS[severity][count(severity) === 1 ? 0 : 1]}`).join(', ');
}

const PLURALS: Readonly<Record<Severity, readonly [string, string]>> = { error: ['error', 'errors'], warning: ['warning', 'warnings'], info: ['info remark', 'info remarks'], hint: ['hint', 'hints'] };

function quoted(text: string, { start, end }: Finding): string {
  const words = shortened(text.slice(start, end), MOST_QUOTED);
  return words === '' ? '' : `: “${words}”`;
}

function aboutFinding(text: string, finding: Finding, why: string | undefined): readonly string[] {
  const told = finding.fixes.flatMap((fix) => {
    const words = fixInWords(text, finding, fix);
    return words === undefined ? [] : [`${shortened(words, MOST_OF_A_FIX)}${fix.kind === 'safe' ? ' (safe: right in any context)' : ''}`];
  });
  return [finding.message, ...(why === undefined || why === '' ? [] : [`Why it hurts: ${shortened(why, Infinity)}`]), ...new Set(told.slice(0, MOST_FIXES))];
}

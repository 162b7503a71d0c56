/**
 * How well findings agree with labelled texts: `npm run accuracy`, or `npm run accuracy -- FILE.jsonl …`
 *
 * A line of a file is {"id","kind","text","labels":[{"rule","quote","alt"}],"doc":[…],"maybe":[…],"judge":[…]}.
 * A finding is right when its category is a label's and it overlaps the quote, without being longer than twice
 * the quote and forty characters. `maybe` counts neither way, and only the categories of `judge` are looked at.
 */
import { createLinter, type Finding, type Kind } from '../server/src/core/index.js';
import { isMain } from '../scripts/isMain.js';
import { readJsonLines } from './jsonLines.js';
import { readOptions } from './options.js';

interface Label {
  readonly rule: string;
  readonly quote: string;
  readonly alt?: string;
  readonly conf?: number;
}

/** A text and what a careful reader marked in it. */
export interface LabelledText {
  readonly id: string;
  readonly kind: Kind;
  readonly text: string;
  readonly judge: readonly string[];
  readonly labels?: readonly Label[];
  readonly doc?: readonly string[];
  readonly maybe?: readonly (Label | string)[];
}

/** Counts of one category: labels found and missed, findings right and wrong. */
export interface Counts {
  hit: number;
  miss: number;
  right: number;
  wrong: number;
}

/** Reads labelled texts, one JSON object a line. */
export function readTexts(file: string | URL): readonly LabelledText[] {
  return readJsonLines(file);
}

/** Counts hits and misses over texts, by category. */
export function accuracy(texts: readonly LabelledText[]): ReadonlyMap<string, Counts> {
  const linter = createLinter();
  const counts = new Map<string, Counts>();
  const of = (category: string): Counts => {
    const known = counts.get(category) ?? { hit: 0, miss: 0, right: 0, wrong: 0 };
    counts.set(category, known);
    return known;
  };
  for (const text of texts) {
    const findings = linter.lint({ text: text.text, kind: text.kind }, { all: text.judge.length === 1 }).filter(({ category }) => text.judge.includes(category));
    countLabels(text, findings, of);
    countFindings(text, findings, of);
  }
  return counts;
}

function countLabels(text: LabelledText, findings: readonly Finding[], of: (category: string) => Counts): void {
  for (const label of (text.labels ?? []).filter(({ conf = 3 }) => conf > 1)) of(label.rule)[findings.some((finding) => answers(finding, label, text.text)) ? 'hit' : 'miss']++;
  for (const category of text.doc ?? []) of(category)[findings.some((finding) => finding.category === category) ? 'hit' : 'miss']++;
}

function countFindings(text: LabelledText, findings: readonly Finding[], of: (category: string) => Counts): void {
  const labels = [...(text.labels ?? []), ...(text.maybe ?? []).filter((one) => typeof one !== 'string')];
  const whole = [...(text.doc ?? []), ...(text.maybe ?? []).filter((one) => typeof one === 'string')];
  for (const finding of findings) {
    const right = whole.includes(finding.category) || labels.some((label) => answers(finding, label, text.text));
    const borderline = labels.some((label) => !(text.labels ?? []).includes(label) && touches(finding, label, text.text));
    if (right || !borderline) of(finding.category)[right ? 'right' : 'wrong']++;
  }
}

function answers(finding: Finding, label: Label, text: string): boolean {
  return (finding.category === label.rule || finding.category === label.alt) && touches(finding, label, text);
}

function touches({ start, end }: Finding, { quote }: Label, text: string): boolean {
  const at = text.indexOf(quote);
  return start < at + quote.length && at < end && end - start <= 2 * quote.length + 40;
}

/** Precision and recall of counts; 1 where there is nothing to be wrong about. */
export function rates(counts: Iterable<Counts>): { readonly precision: number; readonly recall: number; readonly labels: number } {
  const sum = { hit: 0, miss: 0, right: 0, wrong: 0 };
  for (const one of counts) for (const key of Object.keys(sum) as (keyof Counts)[]) sum[key] += one[key];
  return { precision: sum.right / (sum.right + sum.wrong || 1), recall: sum.hit / (sum.hit + sum.miss || 1), labels: sum.hit + sum.miss };
}

const SETS = ['drafts', 'short-drafts', 'sayings', 'more-sayings', 'short-ways', 'blind-ways', 'plain-ways', 'desk-ways', 'held-out-ways', 'desk-held-out', 'held-out-sayings', 'more-held-out-sayings', 'held-out-drafts'].map((name) => new URL(`../test/drafts/${name}.jsonl`, import.meta.url));

if (isMain(import.meta.url)) {
  const { positionals } = readOptions({ allowPositionals: true }, 'npm run accuracy -- [FILE.jsonl …]');
  const files = positionals.length > 0 ? positionals : SETS;
  for (const file of files) {
    const counts = accuracy(readTexts(file));
    console.log(`\n${String(file).split('/').at(-1)}`);
    for (const [category, one] of [...counts, ['all', undefined] as const].sort(([a], [b]) => (a === 'all' ? 1 : b === 'all' ? -1 : a < b ? -1 : 1))) {
      const { precision, recall, labels } = rates(one ? [one] : counts.values());
      console.log(`  ${category.padEnd(26)} ${String(labels).padStart(4)} labels   precision ${precision.toFixed(2)}   recall ${recall.toFixed(2)}`);
    }
  }
}

import { SEVERITIES } from '../severity.js';
import type { ReportArticle, ReportFinding } from './data.js';

/** About a page of two megabytes, which every browser opens at once. */
const MOST_SENTENCES = 3500;

/** How many sentences of an article are shown, so that the whole page stays one that opens at once. */
export function sentencesAnArticle(articles: readonly ReportArticle[], most = MOST_SENTENCES): number {
  const counts = articles.map(({ findings }) => findings.length);
  let each = Math.max(1, ...counts);
  const total = (limit: number): number => counts.reduce((sum, count) => sum + Math.min(count, limit), 0);
  while (each > 1 && total(each) > most) each--;
  return each;
}

/** The findings of an article that are worth showing first, in document order: errors, and one of each rule before a second. */
export function mostTelling(findings: readonly ReportFinding[], most: number): readonly ReportFinding[] {
  if (findings.length <= most) return findings;
  const seen = new Map<string, number>();
  const ranked = findings.map((finding, place) => {
    const before = seen.get(finding.rule) ?? 0;
    seen.set(finding.rule, before + 1);
    return { place, finding, rank: [finding.severity === 'error' ? 0 : 1, before, -SEVERITIES.indexOf(finding.severity), place] };
  });
  const chosen = ranked.sort((a, b) => byNumbers(a.rank, b.rank)).slice(0, most);
  return chosen.sort((a, b) => a.place - b.place).map(({ finding }) => finding);
}

/** How much an article needs somebody: of two findings the worse counts more than the milder. */
export function need({ findings }: ReportArticle): number {
  return findings.reduce((sum, { severity }) => sum + WEIGHTS[severity], 0);
}

const WEIGHTS = { error: 10, warning: 4, info: 2, hint: 1 };

function byNumbers(a: readonly number[], b: readonly number[]): number {
  const different = a.findIndex((number, i) => number !== b[i]);
  return different < 0 ? 0 : (a[different] ?? 0) - (b[different] ?? 0);
}

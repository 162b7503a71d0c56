import type { ReportArticle } from './data.js';

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

/** How much an article needs somebody: of two findings the worse counts more than the milder. */
export function need({ findings }: ReportArticle): number {
  return findings.reduce((sum, { severity }) => sum + WEIGHTS[severity], 0);
}

const WEIGHTS = { error: 10, warning: 4, info: 2, hint: 1 };

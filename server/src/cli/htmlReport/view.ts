import { sum } from 'd3-array';
import { dirname } from 'pathe';
import type { Severity } from '../../core/index.js';
import { countBySeverity } from '../severity.js';
import type { ReportArticle, ReportData, ReportFinding } from './data.js';
import type { Html } from './html.js';
import { html } from './html.js';
import { mostTelling } from '../report/mostTelling.js';
import { need, sentencesAnArticle } from './shown.js';

/** An article with its place in the page. */
export interface ArticleView extends ReportArticle {
  /** The anchor of its part of the page. */
  readonly id: string;
  /** Those that are shown, each with its anchor. */
  readonly shown: readonly (ReportFinding & { readonly id: string })[];
  readonly counts: Readonly<Record<Severity, number>>;
  readonly need: number;
  readonly folder: string;
}

/** The data as the parts of the page need it. */
export interface ReportView extends ReportData {
  readonly articles: readonly ArticleView[];
  /** “article” where all of them are articles. */
  readonly thing: string;
  /** How many findings stand in the baseline, and are not shown. */
  readonly known: number;
}

/** Gives everything that can be linked to its anchor. */
export function viewOf(data: ReportData): ReportView {
  const each = sentencesAnArticle(data.articles);
  const articles = data.articles.map((article, i): ArticleView => {
    const id = `text-${i + 1}`;
    const shown = mostTelling(article.findings, each).map((finding, j) => ({ ...finding, id: `${id}-${j + 1}` }));
    return { ...article, id, shown, counts: countBySeverity(article.findings), need: need(article), folder: dirname(article.name) };
  });
  return { ...data, articles, thing: articles.every(({ kind }) => kind === 'article') ? 'article' : 'text', known: sum(data.articles, ({ known }) => known) };
}

/** A link to an article, or to the first of its sentences that is meant. */
export function articleLink(article: ArticleView, isMeant: (finding: ReportFinding) => boolean = () => true): Html {
  const target = article.shown.find(isMeant)?.id ?? article.id;
  return html`<a href="#${target}">${articleName(article)}</a>`;
}

/** The title that readers know, or the file's name. */
export function articleName({ title, name }: ReportArticle): string {
  return title ?? name;
}

/** Groups by a key, in the order in which the keys come. */
export function grouped<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

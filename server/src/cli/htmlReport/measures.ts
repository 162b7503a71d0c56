import { bin } from 'd3-array';
import { plainBar } from './charts.js';
import { count, figures } from '../report/plain.js';
import type { Html } from './html.js';
import { html } from './html.js';
import { barRow, section, shortList } from './rows.js';
import { articleLink } from './view.js';
import type { ArticleView, ReportView } from './view.js';

const MOST_ARTICLES = 40;

/** How hard the articles are to read. */
export function grades(view: ReportView): Html | undefined {
  const articles = view.articles.filter(({ grade }) => grade !== undefined);
  const rows = histogram(articles, ({ grade }) => grade ?? 0, { id: 'grade', edges: [4, 6, 8, 10, 12, 14], label: gradeRange, show: (grade) => `grade ${grade.toFixed(1)}`, thing: view.thing });
  if (!articles.length) return undefined;
  return section('grades', 'Reading grade', html`<p>The school year (Flesch-Kincaid, United States) that the running text asks for, by the length of its sentences and words. Up to grade 8
nearly everybody reads along; from 12 on many customers give up, above all in a language that is not their first. Short lists of steps read easily whatever their grade.</p>
<div class="rows">${rows}</div>`);
}

/** How long the articles are. */
export function lengths({ articles, thing }: ReportView): Html {
  const rows = histogram(articles, ({ words }) => words, { id: 'length', edges: [100, 250, 500, 1000, 2000], label: wordRange, show: (words) => count(words, 'word'), thing });
  return section('lengths', 'Length', html`<p>At some 240 words a minute, 500 words are two minutes’ reading. Of a long ${thing} most readers see the beginning.</p>
<div class="rows">${rows}</div>`);
}

interface Scale {
  readonly id: string;
  /** Where one row ends and the next begins. */
  readonly edges: readonly number[];
  readonly label: (from: number | undefined, to: number | undefined) => string;
  readonly show: (value: number) => string;
  readonly thing: string;
}

/** A row for every range of a value, with its articles inside, the extreme ones first. */
function histogram(articles: readonly ArticleView[], value: (article: ArticleView) => number, { id, edges, label, show, thing }: Scale): readonly Html[] {
  const bins = bin<ArticleView, number>().value(value).domain([0, Infinity]).thresholds([...edges])(articles);
  const most = Math.max(...bins.map(({ length }) => length));
  const filled = bins.flatMap(({ length }, i) => (length > 0 ? [i] : []));
  const [first = 0, last = 0] = [filled[0], filled.at(-1)];
  return bins.flatMap((ones, i) => {
    if (i < first || i > last) return [];
    const sorted = [...ones].sort((a, b) => value(b) - value(a));
    const inside = sorted.length ? shortList(sorted, MOST_ARTICLES, (article) => html`${articleLink(article)} <span class="meta">${show(value(article))}</span>`, (rest) => `and ${count(rest, `other ${thing}`)}`) : html`<p>None.</p>`;
    return barRow({ id: `${id}-${i + 1}`, label: label(edges[i - 1], edges[i]), bar: plainBar(ones.length, most), count: figures(ones.length), inside });
  });
}

function gradeRange(from: number | undefined, to: number | undefined): string {
  if (from === undefined) return `Below grade ${to}`;
  return to === undefined ? `Grade ${from} and above` : `Grade ${from} to ${to}`;
}

function wordRange(from: number | undefined, to: number | undefined): string {
  if (from === undefined) return `Fewer than ${to} words`;
  return to === undefined ? `${figures(from)} words and more` : `${figures(from)} to ${figures(to)} words`;
}

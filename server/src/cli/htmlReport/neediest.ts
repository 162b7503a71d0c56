import { figures } from '../report/plain.js';
import { severityBar } from './charts.js';
import type { Html } from './html.js';
import { html } from './html.js';
import { section } from './rows.js';
import { articleLink } from './view.js';
import type { ArticleView, ReportView } from './view.js';

/** As many as somebody mends in a day. */
const MOST_NEEDY = 15;

/** The articles to begin with. */
export function neediestOf(articles: readonly ArticleView[]): readonly ArticleView[] {
  return articles.filter(({ findings }) => findings.length > 0).sort((a, b) => b.need - a.need).slice(0, MOST_NEEDY);
}

/** Where to begin. */
export function neediest({ articles, thing }: ReportView): Html | undefined {
  const begin = neediestOf(articles);
  if (begin.length < 2) return undefined;
  const most = Math.max(...begin.map(({ findings }) => findings.length));
  return section('neediest', 'Where to begin', html`<p>The ${thing}s that need it most. Errors and warnings count more than hints. Each title leads to its sentences.</p>
<div class="scroll" tabindex="0" role="group" aria-labelledby="neediest-heading"><table>
<thead><tr><th scope="col">${thing === 'article' ? 'Article' : 'Text'}</th><td class="wide"></td><th scope="col" class="number">Findings</th><th scope="col" class="number extra">Words</th><th scope="col" class="number extra">Grade</th></tr></thead>
<tbody>${begin.map((article) => row(article, most))}</tbody></table></div>`);
}

function row(article: ArticleView, most: number): Html {
  const { title, name, findings, words, grade } = article;
  return html`<tr><th scope="row">${articleLink(article)}${title !== undefined && html`<span class="path">${name}</span>`}</th><td class="wide">${severityBar(article.counts, most)}</td><td class="number">${findings.length}</td><td class="number extra">${figures(words)}</td><td class="number extra">${grade?.toFixed(1) ?? '–'}</td></tr>
`;
}

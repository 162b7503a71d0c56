import { sum } from 'd3-array';
import type { Severity } from '../../core/index.js';
import type { Excerpt } from '../report/excerpt.js';
import { SEVERITIES } from '../severity.js';
import { severityBar } from './charts.js';
import { count, figures } from '../report/plain.js';
import type { Content, Html } from './html.js';
import { html } from './html.js';
import { neediestOf } from './neediest.js';
import { barRow, section } from './rows.js';
import { articleName, grouped } from './view.js';
import type { ArticleView, ReportView } from './view.js';

/** Every sentence with what to write instead, by folder and article. */
export function texts(view: ReportView): readonly Html[] {
  const { articles, thing } = view;
  const [some, none] = [articles.filter(({ findings }) => findings.length > 0), articles.filter(({ findings }) => findings.length === 0)];
  const folders = [...grouped(some, ({ folder }) => folder)];
  const most = Math.max(0, ...folders.map(([, ones]) => sum(ones, ({ findings }) => findings.length)));
  const printed = new Set(neediestOf(articles));
  const rows = folders.map(([folder, ones], i) => folderRow({ folder, articles: ones, most, number: i + 1, thing, printed }));
  return [
    section('texts', 'By folder', html`<form class="filter" role="search" hidden><label for="filter">Show only ${thing}s with these words</label><input id="filter" type="search" autocomplete="off"><output for="filter"></output></form>
<div class="rows folders">${rows.length ? rows : html`<p>Nothing to mend.</p>`}</div>`),
    section('fine', 'Nothing to mend', none.length ? html`<details class="row"><summary><h3>${count(none.length, thing)}</h3></summary><ul class="plain inside">${none.map((article) => html`<li id="${article.id}">${articleName(article)}${article.title !== undefined && html` <span class="path">${article.name}</span>`}</li>
`)}</ul></details>` : html`<p>Every ${thing} has something that could be better.</p>`),
  ];
}

interface Folder {
  readonly folder: string;
  readonly articles: readonly ArticleView[];
  readonly most: number;
  readonly number: number;
  readonly thing: string;
  /** The articles whose sentences are printed. */
  readonly printed: ReadonlySet<ArticleView>;
}

function folderRow({ folder, articles, most, number, thing, printed }: Folder): Html {
  const total = sum(articles, ({ findings }) => findings.length);
  const label = html`${folder === '.' ? 'Here' : folder}<span class="path">${count(articles.length, thing)}</span>`;
  return barRow({ id: `folder-${number}`, label, bar: severityBar(totals(articles), most), count: figures(total), inside: articles.map((article) => articleDetails(article, printed.has(article))) });
}

function totals(articles: readonly ArticleView[]): Readonly<Record<Severity, number>> {
  const [hint = 0, info = 0, warning = 0, error = 0] = SEVERITIES.map((severity) => sum(articles, ({ counts }) => counts[severity]));
  return { hint, info, warning, error };
}

function articleDetails(article: ArticleView, isPrinted: boolean): Html {
  const { id, title, name, words, grade, findings, shown } = article;
  const more = findings.length - shown.length;
  return html`<details class="text${isPrinted && ' printed'}"><summary><h4>${articleName(article)}${title !== undefined && html`<span class="path">${name}</span>`}</h4><span class="count">${findings.length}</span></summary>
<div id="${id}" tabindex="-1"><p class="meta">${count(words, 'word')}${grade !== undefined && `, grade ${grade.toFixed(1)}`}</p>
<ol class="findings">${shown.map(findingItem)}</ol>${more > 0 && html`<p class="more">and ${more} more; <code>deskside lint</code> shows all of them.</p>`}</div></details>
`;
}

const VERBS = { try: 'Try', add: 'Add', cut: 'Cut' } as const;

function findingItem({ id, severity, line, sentence, message, tries }: ArticleView['shown'][number]): Html {
  return html`<li id="${id}" tabindex="-1"><p class="meta"><span class="badge ${severity}">${severity}</span> line ${line}</p><blockquote class="${severity}" dir="auto">${marked(sentence, (phrase) => html`<mark>${phrase}</mark>`)}</blockquote><p>${message}</p>${tries.map((one) => html`<p class="try"><span>${VERBS[one.verb]}:</span> ${marked(one, (phrase) => html`<ins>${phrase}</ins>`)}</p>`)}</li>
`;
}

/** A phrase in its sentence. */
function marked({ before, phrase, after }: Excerpt, mark: (phrase: string) => Html): Content {
  return [before, phrase && mark(phrase), after];
}


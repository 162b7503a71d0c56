import { median } from 'd3-array';
import type { Severity } from '../../core/index.js';
import { WORST_FIRST } from '../../core/types.js';
import { countBySeverity } from '../severity.js';
import { severityBar } from './charts.js';
import { count, figures } from '../report/plain.js';
import type { Html } from './html.js';
import { html } from './html.js';
import { barRow, section, shortList } from './rows.js';
import { articleLink } from './view.js';
import type { ArticleView, ReportView } from './view.js';

const MOST_ARTICLES = 25;

/** What each severity means to somebody who writes articles. */
const MEANINGS: Readonly<Record<Severity, string>> = {
  error: 'must not reach a reader as it is',
  warning: 'will hurt readers, or leave them stuck',
  info: 'most readers would be glad of a change',
  hint: 'a possible change for the better',
};

/** The numbers that somebody with a minute wants to know; each leads to what it counts. */
export function glance({ articles, thing, known }: ReportView): Html {
  const findings = articles.flatMap((article) => article.findings);
  const withFindings = articles.filter((article) => article.findings.length > 0).length;
  const fine = articles.length - withFindings;
  const grade = median(articles.flatMap((article) => article.grade ?? []));
  const words = median(articles, (article) => article.words);
  const tiles = [
    tile('#found', figures(findings.length), findings.length === 1 ? 'finding' : 'findings'),
    tile('#texts', figures(withFindings), `of ${count(articles.length, thing)} have some`),
    tile('#fine', figures(fine), `${thing}${fine === 1 ? ' has' : 's have'} nothing ${known ? 'new ' : ''}to mend`),
    grade !== undefined && tile('#grades', grade.toFixed(1), 'is the typical reading grade'),
    words !== undefined && tile('#lengths', figures(Math.round(words)), `words in a typical ${thing}`),
  ];
  return section('glance', 'At a glance', html`<ul class="tiles">${tiles}</ul>
${known > 0 && html`<p>${figures(known)} more ${known === 1 ? 'is' : 'are'} in the baseline, and not shown here.</p>
`}${findings.length > 0 && bySeverity(articles, thing)}`);
}

function tile(href: string, number: string, words: string): Html {
  return html`<li><a href="${href}"><strong>${number}</strong> <span>${words}</span></a></li>
`;
}

/** Explains the colours, and leads to what is of each. */
function bySeverity(articles: readonly ArticleView[], thing: string): Html {
  const totals = countBySeverity(articles.flatMap(({ findings }) => findings));
  const most = Math.max(...Object.values(totals));
  const rows = WORST_FIRST.filter((severity) => totals[severity] > 0).map((severity) => {
    const having = articles.filter(({ counts }) => counts[severity] > 0).sort((a, b) => b.counts[severity] - a.counts[severity]);
    const inside = shortList(having, MOST_ARTICLES, (article) => html`${articleLink(article, (finding) => finding.severity === severity)} <span class="meta">${article.counts[severity]}</span>`, (rest) => `and ${count(rest, `other ${thing}`)}`);
    const only = { error: 0, warning: 0, info: 0, hint: 0, [severity]: totals[severity] };
    return barRow({ id: `severity-${severity}`, label: html`<span class="badge ${severity}">${severity}</span> <span class="meaning">${MEANINGS[severity]}</span>`, bar: severityBar(only, most), count: figures(totals[severity]), inside });
  });
  return html`<div class="rows severities">${rows}</div>`;
}

import { median } from 'd3-array';
import type { Severity } from '../../core/index.js';
import { countBySeverity } from '../severity.js';
import { WORST_FIRST } from './charts.js';
import { counted } from './data.js';
import type { Html } from './html.js';
import { html } from './html.js';
import { section } from './rows.js';
import type { ReportView } from './view.js';

/** What each severity means to somebody who writes articles. */
const MEANINGS: Readonly<Record<Severity, string>> = {
  error: 'must not reach a reader as it is',
  warning: 'will hurt readers, or leave them stuck',
  info: 'most readers would be glad of a change',
  hint: 'a possible change for the better',
};

/** The numbers that somebody with a minute wants to know; each leads to what it counts. */
export function glance({ articles, thing }: ReportView): Html {
  const findings = articles.flatMap((article) => article.findings);
  const withFindings = articles.filter((article) => article.findings.length > 0).length;
  const fine = articles.length - withFindings;
  const grade = median(articles.flatMap((article) => article.grade ?? []));
  const words = median(articles, (article) => article.words);
  const tiles = [
    tile('#found', findings.length.toLocaleString('en-GB'), findings.length === 1 ? 'finding' : 'findings'),
    tile('#texts', withFindings.toLocaleString('en-GB'), `of ${counted(articles.length, thing)} have some`),
    tile('#fine', fine.toLocaleString('en-GB'), `${thing}${fine === 1 ? ' has' : 's have'} nothing to mend`),
    grade !== undefined && tile('#grades', grade.toFixed(1), 'reading grade, in the middle'),
    words !== undefined && tile('#lengths', Math.round(words).toLocaleString('en-GB'), 'words long, in the middle'),
  ];
  return section('glance', 'At a glance', html`<ul class="tiles">${tiles}</ul>
${findings.length > 0 && legend(countBySeverity(findings))}`);
}

function tile(href: string, number: string, words: string): Html {
  return html`<li><a href="${href}"><strong>${number}</strong> <span>${words}</span></a></li>
`;
}

/** Explains the colours, and says how many there are of each. */
function legend(counts: Readonly<Record<Severity, number>>): Html {
  const rows = WORST_FIRST.filter((severity) => counts[severity] > 0);
  return html`<ul class="legend">${rows.map((severity) => html`<li><span class="badge ${severity}">${severity}</span> <strong>${counts[severity].toLocaleString('en-GB')}</strong> <span>${MEANINGS[severity]}</span></li>
`)}</ul>`;
}

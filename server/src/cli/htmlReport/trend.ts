import { lineChart } from './charts.js';
import { count, figures } from '../report/plain.js';
import type { PastRun } from './data.js';
import type { Html } from './html.js';
import { html } from './html.js';
import { section } from './rows.js';
import type { ReportView } from './view.js';

/** How it came to be so; nothing where nothing of the past is known. */
export function trend({ past, articles, made, thing }: ReportView): Html | undefined {
  if (!past.length) return undefined;
  const now: PastRun = { date: made, name: 'Now', articles: articles.length, findings: articles.reduce((sum, { findings }) => sum + findings.length, 0) };
  const runs = [...past, now];
  const points = runs.map((run, i) => ({ date: run.date, value: run.findings, label: `${dayOf(run) ?? run.name}: ${count(run.findings, 'finding')}`, href: run === now ? '#found' : `#run-${i + 1}` }));
  const [first, last] = [runs[0] ?? now, now];
  return section('trend', 'How it changes', html`<p>${sentence(first, last, thing)} Earlier versions were read with today’s rules.</p>
${lineChart(points, 'Findings over time')}
<p class="ends" aria-hidden="true"><span>${dayOf(first) ?? first.name}</span><span>${dayOf(last) ?? last.name}</span></p>
<details class="numbers"><summary>The numbers</summary><div class="scroll" tabindex="0" role="group" aria-label="The numbers behind the picture"><table>
<thead><tr><th scope="col">When</th><th scope="col">What changed</th><th scope="col" class="number">${thing === 'article' ? 'Articles' : 'Texts'}</th><th scope="col" class="number">Findings</th><th scope="col" class="number">For each ${thing}</th></tr></thead>
<tbody>${[...runs].reverse().map((run) => row(run, runs.indexOf(run) + 1))}</tbody></table></div></details>`);
}

function sentence(first: PastRun, now: PastRun, thing: string): string {
  const change = each(now) - each(first);
  const how = Math.abs(change) < 0.05 ? 'about as many as' : change < 0 ? 'fewer than' : 'more than';
  const when = dayOf(first) ? `on ${dayOf(first)}` : `at “${first.name}”`;
  return `${each(now).toFixed(1)} findings for each ${thing} now, ${how} the ${each(first).toFixed(1)} ${when}.`;
}

function row(run: PastRun, number: number): Html {
  return html`<tr id="run-${number}"><th scope="row">${dayOf(run) ?? '–'}</th><td>${run.name}</td><td class="number">${figures(run.articles)}</td><td class="number">${figures(run.findings)}</td><td class="number">${each(run).toFixed(1)}</td></tr>
`;
}

function each({ findings, articles }: PastRun): number {
  return articles ? findings / articles : 0;
}

function dayOf({ date }: PastRun): string | undefined {
  return date && dayInWords(date);
}

/** “22 November 2026”. */
export function dayInWords(date: Date): string {
  return date.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
}

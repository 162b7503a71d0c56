import type { RuleInfo } from '../../core/index.js';
import { countBySeverity } from '../severity.js';
import { severityBar } from './charts.js';
import { count, figures } from '../report/plain.js';
import type { Html } from './html.js';
import { html } from './html.js';
import { barRow, section, shortList } from './rows.js';
import { articleLink, grouped } from './view.js';
import type { ArticleView, ReportView } from './view.js';

/** Articles named under a rule. */
const MOST_ARTICLES = 25;

interface Group {
  readonly id: string;
  readonly rule: RuleInfo | undefined;
  readonly findings: ArticleView['findings'];
  /** The articles that have most of it first. */
  readonly articles: readonly { readonly article: ArticleView; readonly count: number }[];
}

/** What was found, by the rules that found it. */
export function found({ articles, rules, thing, known }: ReportView): Html {
  const groups = groupsOf(articles, new Map(rules.map((rule) => [rule.id, rule])));
  const most = Math.max(0, ...groups.map(({ findings }) => findings.length));
  if (!groups.length) return section('found', 'What was found', html`<p>${known ? `Nothing new: ${known === 1 ? 'the one finding is' : `all ${count(known, 'finding')} are`} in the baseline.` : 'Nothing. There is nothing to mend.'}</p>`);
  return section('found', 'What was found', html`<p>The most frequent first. Open a line to see why it matters and which ${thing}s have it.</p>
<div class="rows">${groups.map((group) => row(group, most, thing))}</div>`);
}

function groupsOf(articles: readonly ArticleView[], rules: ReadonlyMap<string, RuleInfo>): readonly Group[] {
  const all = articles.flatMap((article) => article.findings.map((finding) => ({ article, finding })));
  const groups = [...grouped(all, ({ finding }) => finding.rule)].map(([id, ones]): Group => {
    const perArticle = [...grouped(ones, ({ article }) => article.id).values()].flatMap((some) => (some[0] ? { article: some[0].article, count: some.length } : []));
    return { id, rule: rules.get(id), findings: ones.map(({ finding }) => finding), articles: perArticle.sort((a, b) => b.count - a.count) };
  });
  return groups.sort((a, b) => b.findings.length - a.findings.length);
}

function row({ id, rule, findings, articles }: Group, most: number, thing: string): Html {
  const inside = html`${rule && html`<p>${rule.why}</p>`}<p class="meta">Rule <code>${id}</code>, ${count(findings.length, 'finding')} in ${count(articles.length, thing)}:</p>
${shortList(articles, MOST_ARTICLES, ({ article, count }) => html`${articleLink(article, (finding) => finding.rule === id)} <span class="meta">${count}</span>`, (rest) => `and ${count(rest, `other ${thing}`)}`)}`;
  return barRow({ id: `rule-${id}`, label: rule?.title ?? id, bar: severityBar(countBySeverity(findings), most), count: figures(findings.length), inside });
}

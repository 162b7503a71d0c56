import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { Engine } from '../../../server/src/cli/io.js';
import { html } from '../../../server/src/cli/htmlReport/html.js';
import { engine } from '../../../server/src/core/engine.js';
import { reportPage } from '../../../server/src/cli/htmlReport/page.js';
import { sentencesAnArticle } from '../../../server/src/cli/htmlReport/shown.js';
import { mostTelling } from '../../../server/src/cli/report/mostTelling.js';
import { phraseEngine, replaceBy } from '../phraseEngine.js';
import { blame, run } from '../run.js';

const HOSTILE = `<img src=x onerror=alert(1)>"'&</script>`;

async function page(files: Readonly<Record<string, string>>, options = '', reader: Engine = phraseEngine([{ ...blame, fixes: replaceBy('next time') }])): Promise<string> {
  const { out, code } = await run(`report --kind article --out - ${options}`, { files, engine: reader });
  assert.equal(code, 0);
  return out;
}

describe('deskside report', () => {
  it('shows every sentence with what to write instead, and a way to it', async () => {
    const out = await page({ '/desk/kb/a.md': '# Lost phone\n\nWell, you should have asked.', '/desk/kb/b.md': '# Fine' });
    const [, id] = /<li id="(text-1-1)"[^>]*>.*line 3/.exec(out) ?? [];
    assert.ok(id !== undefined && out.includes(`href="#${id}"`));
    assert.match(out, /Well, <mark>you should have<\/mark> asked\./);
    assert.match(out, /Try:<\/span> Well, <ins>next time<\/ins> asked\./);
    assert.match(out, /<h4>Lost phone<span class="path">kb\/a\.md/);
    assert.match(out, /1 article<\/h3>.*Fine/s);
  });

  it('says what to take out', async () => {
    const out = await page({ '/desk/a.reply': 'Hi Sam,\n\nTODO: add the date. I will write to you by Friday.\n' }, '--kind reply', engine);
    assert.match(out, /<span>Cut:<\/span> TODO: add the date\./);
  });

  it('says how much more stands in the baseline', async () => {
    const files = { '/desk/a.md': 'you should have\n\nyou should have', '/desk/b.md': 'fine' };
    const options = { files, engine: phraseEngine([blame]) };
    const baseline = (await run('lint --kind article --baseline', options)).text('/desk/.deskside-baseline.json');
    const out = await page({ ...files, '/desk/.deskside-baseline.json': baseline });
    assert.match(out, /<strong>0<\/strong> <span>findings.*2 more are in the baseline, and not shown here/s);
    assert.match(out, /Nothing new: all 2 findings are in the baseline/);
    assert.match(out, /articles have nothing new to mend/);
    assert.doesNotMatch(await page({ '/desk/a.md': 'you should have' }), /baseline, and|new to mend/);
  });

  it('leads nowhere but into itself, and every way has an end', async () => {
    const out = await page({ '/desk/kb/a.md': 'you should have, you should have', '/desk/b.md': 'you should have' });
    const ids = new Set([...out.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const links = [...out.matchAll(/(?:href|aria-labelledby|for)="([^"]+)"/g)].map(([, to = '']) => to.replace('#', ''));
    assert.ok(links.length > 15);
    assert.deepEqual(links.filter((link) => !ids.has(link)), []);
    assert.equal([...out.matchAll(/ id="/g)].length, ids.size, 'no two parts have one name');
    assert.ok(!/https?:|src=|url\(|@import/.test(out));
  });

  it('calls its parts the same where it leads to them and where they begin', async () => {
    const out = await page({ '/desk/kb/a.md': 'you should have, you should have', '/desk/b.md': 'you should have' });
    const links = [...(/<nav.*?<\/nav>/s.exec(out)?.[0] ?? '').matchAll(/href="#([^"]+)">([^<]+)</g)].map(([, id, name]) => [id, name]);
    const headings = new Map([...out.matchAll(/<h2 id="([^"]+)-heading">([^<]+)</g)].map(([, id, name]) => [id, name]));
    assert.ok(links.length > 3);
    assert.deepEqual(links, links.map(([id]) => [id, headings.get(id)]));
  });

  it('runs nothing but its own script', async () => {
    const out = await page({ '/desk/a.md': 'you should have' });
    const hash = (tag: string) => createHash('sha256').update(new RegExp(`<${tag}>(.*?)</${tag}>`, 's').exec(out)?.[1] ?? '').digest('base64');
    const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(out)?.[1] ?? '';
    assert.equal(policy.replaceAll('&#39;', "'"), `default-src 'none'; style-src 'sha256-${hash('style')}'; script-src 'sha256-${hash('script')}'; base-uri 'none'; form-action 'none'`);
    assert.ok(!/\sstyle=|\son\w+=/.test(out.replace(/<style>.*?<\/style>|<script>.*?<\/script>/gs, '')));
  });

  it('takes nothing of a text, a name, a title, a message or a rule for markup', async () => {
    const engine = phraseEngine([{ phrase: 'bad', rule: `r${HOSTILE}`, message: HOSTILE, fixes: replaceBy(HOSTILE) }]);
    const out = await page({ [`/desk/${HOSTILE.replaceAll('/', '')}/${HOSTILE.replaceAll('/', '')}.md`]: `# ${HOSTILE}\n\n${HOSTILE} bad \u202e ${HOSTILE}` }, '', engine);
    assert.ok(!out.includes('<img') && !out.includes('\u202e'));
    assert.equal(out.split('</script>').length, 2);
    assert.ok(out.includes('&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;'));
    assert.equal(html`<a title="${HOSTILE}">${[HOSTILE, undefined, false, 0]}</a>`.text, `<a title="&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;&lt;/script&gt;">&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;&lt;/script&gt;0</a>`);
  });

  it('hides the targets of links, as readers of the article do not see them', async () => {
    const out = await page({ '/desk/a.md': 'See [you should have](https://example.com/a_(b) "title") now.' });
    assert.match(out, /See \[<mark>you should have<\/mark>\] now\./);
  });

  it('shows HTML articles as their readers see them', async () => {
    const out = await page({ '/desk/a.html': '<p class="x">Well, you can&rsquo;t: you <b>should have</b> asked.</p>' }, 'a.html', engine);
    assert.match(out, /Well, you can’t: <mark>you should have asked<\/mark>\./);
    assert.match(out, /“you should have asked” tells/);
  });

  it('names the rules of packs by their titles', async () => {
    const pack = {
      '/desk/.deskside.yaml': 'packs: [team]\n',
      '/desk/team/pack.yaml': 'name: team\nversion: 1.0.0\ndescription: Ours.\n',
      '/desk/team/rules/cart.yaml': 'title: Basket, not cart\nmessage: Say basket.\nwhy: The shop says basket.\nphrases: ["cart~"]\nexamples:\n  flag: [Put it into the cart.]\n  ok: [Put it into the basket.]\n',
    };
    const out = await page({ ...pack, '/desk/a.md': 'Put it into the cart, and then wait for the confirmation that we send you.' }, '', engine);
    assert.match(out, /Basket, not cart/);
  });

  it('stays small: of many sentences the most telling are shown, and it says how many there are', async () => {
    const sentence = { before: 'Well, as we said before, and not for the first time, ', phrase: 'you should have', after: ' read the manual that came with it before you rang us up.' };
    const finding = { rule: 'blame', severity: 'info', line: 3, sentence, message: 'It tells the customer what they did wrong, and gives them nothing to do about it now.', tries: [{ verb: 'try', ...sentence }] } as const;
    const articles = Array.from({ length: 1300 }, (_, i) => ({ name: `kb/folder-${i % 30}/how-to-mend-${i}.md`, kind: 'article' as const, title: `How to mend number ${i}`, words: i, grade: i % 15, findings: Array.from({ length: 12 }, () => finding), known: 0 }));
    const out = reportPage({ title: 'kb', version: '1', made: new Date(0), articles, rules: [], past: [] });
    assert.match(out, /<strong>15,600<\/strong> <span>findings/);
    assert.match(out, /and 10 more; <code>deskside lint<\/code>/);
    assert.ok(out.length < 3_000_000, `${out.length}`);
    const at = (rule: string, severity: 'error' | 'hint') => ({ rule, severity, line: 1, sentence: { before: '', phrase: '', after: '' }, message: '', tries: [] });
    const findings = [at('a', 'hint'), at('a', 'hint'), at('a', 'error'), at('b', 'hint')];
    assert.deepEqual(mostTelling(findings, 3), [findings[0], findings[2], findings[3]]);
    assert.equal(sentencesAnArticle([{ name: '', kind: 'article', title: '', words: 1, grade: 1, findings, known: 0 }], 3), 3);
  });

  it('writes a file, also in the place of the last one', async () => {
    const world = { files: { '/desk/a.reply.md': 'you should have', '/desk/old.html': 'old' } };
    const { code, out, text } = await run('report --out old.html', world);
    assert.deepEqual([code, out], [0, 'old.html: the report on 1 text. Open it in any browser.\n']);
    assert.match(text('/desk/old.html'), /^<!doctype html>/);
    assert.match((await run('report', world)).text('/desk/report.html'), /^<!doctype html>/);
    assert.equal((await run('report --out some/new/page.html', world)).out, 'some/new/page.html: the report on 1 text, in the new folder some/new. Open it in any browser.\n');
  });

  it('says so where there is nothing to report on', async () => {
    const { code, err } = await run('report kb', { files: { '/desk/kb/a.md': 'x' } });
    assert.equal(code, 2);
    assert.match(err, /nothing was read.*deskside lint kb/);
  });

  for (const [options, message] of [
    ['--git 0', /--git cannot be “0”/],
    ['--git 3', /no git repository here/],
    ['--since 2026-01-01', /--since goes with --git/],
    ['--git 3 --history runs', /leave one of them out/],
    ['--history nowhere', /There is no \/desk\/nowhere/],
    ['--history a.reply.md', /is no run of Deskside/],
    ['--out runs', /runs is a folder; name a file: --out runs\/report\.html/],
    ['-', /not standard input/],
  ] as const) {
    it(`refuses: deskside report ${options}`, async () => {
      const { code, err } = await run(`report ${options}`, { files: { '/desk/a.reply.md': 'x', '/desk/runs/x.txt': '' } });
      assert.equal(code, 2);
      assert.match(err, message);
    });
  }
});

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { resolve } from 'pathe';
import { engine } from '../../server/src/core/engine.js';
import { builtinPacks } from '../../server/src/core/packs/builtin.js';
import { nodeFileSystem } from '../../server/src/files/nodeFileSystem.js';
import { checkPackFolder } from '../../server/src/files/packCheck.js';
import { run } from './run.js';

const snippet = (head: string, body: string) => `---\ntitle: Sorry\ndescription: When it took long.\n${head}---\n${body}\n`;
const good = {
  '/desk/team/pack.yaml': 'name: team\nversion: 1.0.0\ndescription: Ours.\nfields:\n  plan:\n    title: Their plan\n    default: Basic\n',
  '/desk/team/snippets/sorry.md': snippet('prefix: team-sorry\nfor: [hollow-apology, team/cart]\nreviewed: 2025-05-01\n', "I'm sorry this waited since ${1:Monday}, ${customer}. You have the ${plan} plan."),
  '/desk/team/rules/cart.yaml': 'message: Say basket.\nwhy: The shop says basket.\nphrases: ["cart~"]\nfixes:\n  - pack: true\nexamples:\n  flag: [Put it into the cart.]\n  ok: [Put it into the basket.]\n',
  '/desk/team/terms.yaml': 'plain:\n  SSO: one sign-in for everything\nsay:\n  e-mail: email\nallow: [ACME]\n',
  '/desk/team/tests.yaml': '- text: Your cart is empty, so I sent an e-mail today.\n  finds: [team/cart, team/say]\n  offers: [sorry]\n- text: We set up SSO for you today.\n  finds: [team/plain]\n- snippet: sorry\n  fields: {customer: Ana}\n  has: [Monday, Ana, Basic]\n- search: sorry wait\n  brings: [sorry]\n',
};
const check = (files: Readonly<Record<string, string>>, command = 'pack check team') => run(command, { files: { ...good, ...files }, engine });

/** What is found, without the summary: place, severity, code. */
async function found(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { out } = await check(files);
  return out.split('\n').slice(0, -2).map((line) => line.replace(/^team\/(\S+): (\w+): .* \((\S+)\)$/u, '$1 $2 $3'));
}

describe('deskside pack check', () => {
  it('has nothing to say of a good pack, rules, words and tests and all', async () => {
    const { code, out, err } = await check({});
    assert.deepEqual([code, out, err], [0, 'team: 1 snippet, 3 rules, and nothing to mend.\n', '']);
  });

  it('reads the pack that stands here, or else those of the project', async () => {
    const files = Object.fromEntries(Object.entries(good).map(([path, text]) => [path.replace('/team/', '/.deskside/packs/team/'), text]));
    assert.match((await run('pack check', { files, engine })).out, /^\.deskside\/packs\/team: 1 snippet/);
    const here = Object.fromEntries(Object.entries(good).map(([path, text]) => [path.replace('/team/', '/'), text]));
    assert.match((await run('pack check', { files: here, engine })).out, /^\.: 1 snippet/);
    const { err, out, code } = await run('pack check', { files: { '/desk/a.md': 'a' }, engine });
    assert.match(`${code} ${out}${err}`, /^2 [^]*There is no pack\.yaml here/);
  });

  it('reads the wording with the whole engine', async () => {
    const files = { '/desk/team/snippets/b.md': snippet('prefix: b\n', 'Hi,\n\nYou should have read the manual first.') };
    assert.deepEqual(await found(files), ['snippets/b.md:8:1 warning blame-language/should-have']);
    assert.equal((await check(files)).code, 1);
    assert.equal((await check(files, 'pack check team --fail-on never')).code, 0);
  });

  it('leaves to “lint” what had to be left out of a pack alone', async () => {
    const lint = (yaml: string) => run('lint a.reply.md', { files: { '/desk/.deskside/packs/team/pack.yaml': yaml, '/desk/a.reply.md': 'Hi Ana,\n\nThe bill is right now. You have it by noon tomorrow.\n\nBest,\nSam' }, engine });
    assert.equal((await lint('name: team\nversion: 1.0.0\ndescription: Ours.\ncolour: red\n')).err, '');
    assert.match((await lint('name: team\nversion: 1\ndescription: Ours.\n')).err, /pack\.yaml:2:1: error: /u);
  });

  it('names a way to a snippet that cannot be used, and does not say that there is none', async () => {
    for (const head of ['prefix: "foo bar"\n', 'for: 3\n']) {
      const codes = await found({ '/desk/team/snippets/b.md': snippet(head, 'It is here.') });
      assert.ok(codes.length > 0 && codes.every((line) => line.startsWith('snippets/b.md') && !line.includes('unreachable')), codes.join('\n'));
    }
  });

  it('says what else is wrong with a snippet', async () => {
    assert.deepEqual(await found({
      '/desk/team/tests.yaml': '[]',
      '/desk/team/snippets/b.md': snippet('', 'Hi ${custmer}, see [how](../sorry.md).'),
      '/desk/team/snippets/c.md': snippet('prefix: sorry-wait\nsee: [sory]\nreviewed: 2024-01-01\nowner: Ana\n', 'It is ${CURRENT_YEAR}.'),
      '/desk/team/snippets/d.md': snippet('prefix: d\n', '[x](command:workbench.action.quit)'),
      '/desk/team/snippets/e.md': snippet('prefix: e\nfor: [acknowledge, jargon, hollow-appology]\n', 'Thank you for the log.'),
    }), [
      'snippets/b.md:1:1 warning unreachable',
      'snippets/b.md:5:4 warning unknown-field',
      'snippets/b.md:5:24 warning broken-link',
      'snippets/c.md:4:1 warning prefix-clash',
      'snippets/c.md:5:1 warning broken-link',
      'snippets/c.md:6:1 warning review-due',
      'snippets/d.md:6:3 error format',
      'snippets/e.md:5:1 warning unknown-rule',
    ]);
  });

  it('tells of conditions and slips that texts came with from a help desk', async () => {
    assert.deepEqual(await found({
      '/desk/team/pack.yaml': `${good['/desk/team/pack.yaml']}  ticket_requestor_name:\n    title: From there\n  ticket_requester_email:\n    title: Theirs\n  customer_mail:\n    title: Ours\n`,
      '/desk/team/snippets/b.md': snippet('prefix: b\n', 'Hi ${ticket_requestor_name}, {% if ticket.id %}the log is here{% else %}thanks{% endif %}.'),
      '/desk/team/snippets/c.md': snippet('prefix: c\n', 'The log is here{{~#if vip}}, and so is the bill{{else}}.{{/if}}'),
    }), ['pack.yaml:9:1 warning misspelt-field', 'snippets/b.md:6:30 warning condition', 'snippets/c.md:6:16 warning condition']);
  });

  it('tells of a rule what is missing and what is wrong at once', async () => {
    assert.deepEqual(await found({ '/desk/team/rules/cart.yaml': 'message: Say basket.\nphrases: ["(cart"]\nexamples:\n  flag: [A cart.]\n' }), ['rules/cart.yaml:1:1 error format', 'rules/cart.yaml:2:12 error format', 'rules/cart.yaml:3:1 error format', 'snippets/sorry.md:5:1 warning unknown-rule', 'tests.yaml:1:1 error test', 'tests.yaml:1:1 error test']);
    const { out } = await check({ '/desk/team/pack.yaml': 'name: team\nversion: 1\ndescription: Ours.\n' });
    assert.match(out, /“version” takes three numbers with dots/);
  });

  it('names the category that was meant, not a rule of it', async () => {
    const { out } = await check({ '/desk/team/snippets/b.md': snippet('prefix: b\nfor: [vague-timefram]\n', 'Thank you for the log.') });
    assert.match(out, /; did you mean “vague-timeframe”\?/);
  });

  it('runs the examples of rules and the tests', async () => {
    assert.deepEqual(await found({
      '/desk/team/rules/cart.yaml': good['/desk/team/rules/cart.yaml'].replace('Put it into the cart.', 'Put it into the bag.'),
      '/desk/team/tests.yaml': '- text: You should have known.\n- text: Hi\n  finds: [team/cart]\n- snippet: sorry\n  reads: Hi\n- search: sorry\n  brings: [other]\n- snippet: gone\n',
    }), ['rules/cart.yaml:7:10 error example', 'tests.yaml:1:1 error test', 'tests.yaml:2:1 error test', 'tests.yaml:4:1 error test', 'tests.yaml:6:1 error test', 'tests.yaml:8:1 error test']);
  });

  it('names the line of a mistake in any file', async () => {
    assert.deepEqual(await found({
      '/desk/team/pack.yaml': `${good['/desk/team/pack.yaml']}requires:\n  essentials: 99.0.0\n  gone: 1.0.0\nextends: nobody\n`,
      '/desk/team/rules/cart.yaml': good['/desk/team/rules/cart.yaml'].replace('cart~', 'cart~~('),
      '/desk/team/rules/Bad.yaml': 'x: 1',
      '/desk/team/terms.yaml': 'say:\n  "(": x\n  constructor: y\n',
      '/desk/team/tests.yaml': '- txt: a\n',
    }), [
      'pack.yaml:9:1 warning missing-pack',
      'pack.yaml:10:1 warning missing-pack',
      'pack.yaml:11:1 warning missing-pack',
      'rules/Bad.yaml:1:1 error format',
      'rules/cart.yaml:3:17 error format',
      'snippets/sorry.md:5:1 warning unknown-rule',
      'terms.yaml:3:3 error format',
      'tests.yaml:1:3 error format',
    ]);
  });

  it('says the way out of each mistake, once', async () => {
    const { out } = await check({
      '/desk/team/terms.yaml': 'plain:\n  SSO:\nallow: ACME\n',
      '/desk/team/tests.yaml': '- search: sorry\n  bring: [sorry]\n',
      '/desk/team/snippets/b.md': snippet('prefix: b\nchannel: fax\n', 'Thank you for the log.'),
    });
    assert.match(out, /terms\.yaml:2:7: error: “plain words” is empty; write a few words/u);
    assert.match(out, /“allow” takes a list of words: \[ACME, B2B\]/u);
    assert.match(out, /tests\.yaml:2:3: error: “bring” has no place here; did you mean “brings”\?/u);
    assert.equal(out.split('\n').filter((line) => line.includes('channel')).length, 1);
    assert.match((await run('pack check team', { files: { '/desk/team/pack.yml': good['/desk/team/pack.yaml'] }, engine })).out, /pack\.yml:1:1: error: This is read as “pack.yaml” only; rename it\./u);
  });

  it('points out what is there twice, or nearly so', async () => {
    const text = 'Nothing new yet: ${1:the lab test} is still running. My next update is ${2:tomorrow}, whatever I know by then.';
    const { out } = await check({ '/desk/team/snippets/b.md': snippet('prefix: b\n', text), '/desk/team/snippets/c.md': snippet('prefix: c\n', text.replace('the lab test', 'the scan')) });
    const lines = out.split('\n').filter((line) => line.endsWith('(duplicate)'));
    assert.match(lines[0] ?? '', /snippets\/b\.md:2:1: info: This is nearly the same as “No news yet” \(essentials\/no-news\): \d+ %/u);
    assert.match(lines[1] ?? '', /snippets\/c\.md:2:1: warning: This says the same as “Sorry” \(team\/b\)/u);
    assert.equal(lines.length, 2);
  });

  it('takes a copy of a snippet that comes with Deskside for what it is', async () => {
    const [own] = builtinPacks().flatMap(({ snippets }) => snippets.filter(({ id }) => id === 'essentials/no-news'));
    const copy = (title: string) => `---\ntitle: ${title}\nprefix: nonews\ndescription: D.\n---\n${own?.body ?? ''}\n`;
    assert.doesNotMatch((await check({ '/desk/team/snippets/b.md': copy(own?.title ?? '') })).out, /duplicate/u);
    assert.match((await check({ '/desk/team/snippets/b.md': copy('Another') })).out, /essentials\/no-news\)\. Keep one/u);
  });

  it('names the mistakes of all files in one go, whatever is wrong with the first', async () => {
    for (const manifest of ['name: Team\nversion: 1.0.0\ndescription: Ours.\n', 'name: [\n']) {
      const { out, code } = await check({
        '/desk/team/pack.yaml': manifest,
        '/desk/team/rules/cart.yaml': good['/desk/team/rules/cart.yaml'].replace('cart~', 'cart~~('),
        '/desk/team/snippets/b.md': '---\ntitle: B\n---\nYou should have read the manual first.\n',
        '/desk/team/tests.yaml': '- txt: a\n',
      });
      assert.equal(code, 2);
      for (const said of [/^team\/pack\.yaml:/mu, /rules\/cart\.yaml:3/u, /b\.md:1:1: error: “description” is missing/u, /b\.md:4:1: warning: .*\(blame-language\/should-have\)/u, /tests\.yaml:1/u]) assert.match(out, said);
    }
  });

  it('names what a snippet is for, and is never offered for, together with the mistakes for which it cannot be used', async () => {
    const { out } = await check({ '/desk/team/pack.yaml': 'name: team\n', '/desk/team/snippets/b.md': '---\ntitel: B\nfor: blame-languge\nkinds: [repl]\n---\nHello ${orderr}.\n' });
    for (const said of [/b\.md:1:1: error: “title” is missing/u, /b\.md:2:1: warning: Nothing reads “titel”/u, /b\.md:3:1: warning: No rule finds “blame-languge”/u, /b\.md:4:1: error: “kinds”/u, /b\.md:6:7: warning: No field is called “orderr”/u]) assert.match(out, said);
  });

  it('wants a rule to have a sentence that it finds', async () => {
    const { out } = await check({ '/desk/team/rules/cart.yaml': good['/desk/team/rules/cart.yaml'].replace('[Put it into the cart.]', '[]') });
    assert.match(out, /rules\/cart\.yaml:7:\d+: error: .*“flag” is empty\. Write at least one sentence/u);
  });

  it('holds all rules of a pack together to what a pack may cost', async () => {
    const words = Array.from({ length: 100 }, (_, i) => `"a${i} b${i} c${i}"`).join(', ');
    const rule = `message: Odd.\nwhy: Odd.\nwords:\n  many: [${words}]\nphrases: [${Array.from({ length: 20 }, (_, i) => `"x${i} @many @many @many y"`).join(', ')}]\nexamples:\n  flag: [x]\n  ok: [y]\n`;
    const rules = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`/desk/team/rules/r${i}.yaml`, rule]));
    const { out } = await check({ ...rules, '/desk/team/rules/cart.yaml': good['/desk/team/rules/cart.yaml'] });
    assert.match(out, /rules\/r\d+\.yaml:1:1: error: Together with the rules before it, this one takes [\d,]+ steps to match, and 500,000 are the most for a pack/u);
  });

  it('answers 2 where there is no pack', async () => {
    assert.equal((await run('pack check team', { files: { '/desk/team/x.md': '' }, engine })).code, 2);
    assert.equal((await run('pack check nothing', { files: { '/desk/team/x.md': '' }, engine })).code, 2);
  });

  it('speaks JSON', async () => {
    const { out } = await check({}, 'pack check team --format json');
    assert.deepEqual(JSON.parse(out), [{ folder: 'team', name: 'team', version: '1.0.0', findings: [] }]);
  });
});

describe('a team’s own word', () => {
  it('that Deskside knows too is one finding, and the team’s', async () => {
    const files = { '/desk/a.reply.md': 'We set up SSO for you today, so please clear the cache.\n', '/desk/.deskside.yaml': 'packs: [team]\n', '/desk/team/pack.yaml': good['/desk/team/pack.yaml'], '/desk/team/terms.yaml': 'plain:\n  SSO: one sign-in for everything\n  cache: saved copies\n' };
    const { out } = await run('lint a.reply.md --format json', { files, engine });
    const rules = [...out.matchAll(/"rule": "((?:jargon|team)[^"]*)"/gu)].map(([, rule]) => rule);
    assert.deepEqual(rules, ['team/plain', 'team/plain']);
  });
});

describe('a pack that requires others', () => {
  it('is left out while they are not there, and says why and where', async () => {
    const inProject = Object.fromEntries(Object.entries(good).map(([path, text]) => [path.replace('/team/', '/.deskside/packs/team/'), text]));
    const manifest = `${inProject['/desk/.deskside/packs/team/pack.yaml'] ?? ''}requires:\n  essentials: 9.0.0\n  gone: 1.0.0\n`;
    const files = { ...inProject, '/desk/.deskside/packs/team/pack.yaml': manifest, '/desk/a.reply.md': 'Your cart is empty.\n' };
    const { out, err } = await run('lint a.reply.md', { files, engine });
    assert.match(err, /team\/pack\.yaml:9:1: error: This asks for “essentials” 9\.0\.0 or newer, and 1\.0\.0 is here; update it\. Until then “team” is left out\./u);
    assert.match(err, /team\/pack\.yaml:10:1: error: The pack “gone” is not here; add it/u);
    assert.doesNotMatch(out, /team\/cart/u);
  });
});

describe('a pack of the project', () => {
  const inProject = Object.fromEntries(Object.entries(good).map(([path, text]) => [path.replace('/team/', '/.deskside/packs/team/'), text]));
  const lint = (command: string, files: Readonly<Record<string, string>> = {}) => run(command, { files: { ...inProject, '/desk/a.reply.md': 'Your cart is empty, ACME sent it by courier today.\n', ...files }, engine });

  it('brings its rules into every text', async () => {
    assert.match((await lint('lint a.reply.md --format ndjson')).out, /team\/cart/u);
  });

  it('obeys the config', async () => {
    assert.match((await lint('lint a.reply.md --format ndjson', { '/desk/.deskside.yaml': 'rules:\n  team: error\n' })).out, /"severity":"error"/u);
    assert.doesNotMatch((await lint('lint a.reply.md --format ndjson', { '/desk/.deskside.yaml': 'rules:\n  team/cart: off\n' })).out, /team\/cart/u);
  });

  it('has its snippets read as what they are', async () => {
    const { out } = await lint('lint .deskside/packs/team/snippets/bad.md', { '/desk/.deskside/packs/team/snippets/bad.md': snippet('prefix: x\n', 'You should have read the manual first.') });
    assert.match(out, /macro[\s\S]*blame-language/u);
  });
});

describe('the built-in packs', () => {
  for (const name of readdirSync('snippets')) {
    it(`${name} leaves nothing to mend`, async () => {
      const folder = resolve('snippets', name);
      assert.deepEqual((await checkPackFolder(nodeFileSystem, folder, { createLinter: engine.createLinter, config: {}, others: [], today: '2025-06-01' })).findings, []);
    });
  }
});

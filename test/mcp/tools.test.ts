import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { engine } from '../../server/src/core/engine.js';
import type { Finding } from '../../server/src/core/index.js';
import { run } from '../cli/run.js';
import { closeAll, connect } from './harness.js';

const example = readFileSync(new URL('../../examples/charged-twice.reply.md', import.meta.url), 'utf8');
const blaming = 'Hi Ana,\n\nYou should have read the manual. Could you send me a photo of it?\n\nKind regards,\nSam\n';

type Findings = readonly (Finding & { readonly words: string; readonly why: string; readonly line: number; readonly fixes: readonly { readonly becomes?: string }[] })[];

describe('the tools for assistants', () => {
  afterEach(closeAll);

  it('are few, read alone, and described without a word that we would mark', async () => {
    const { client } = await connect();
    const { tools } = await client.listTools();
    assert.deepEqual(tools.map(({ name }) => name), ['lint_text', 'fix_text', 'reply_checklist', 'find_snippets', 'explain_rule']);
    const linter = engine.createLinter({});
    for (const { name, description = '', annotations, inputSchema, outputSchema } of tools) {
      assert.deepEqual([annotations?.readOnlyHint, annotations?.openWorldHint, inputSchema.type, outputSchema?.['type']], [true, false, 'object', 'object'], name);
      assert.ok(description.length > 100 && description.length < 700, `${name}: ${description.length}`);
      assert.deepEqual(linter.lint({ text: description, kind: 'article' }).filter(({ severity, category }) => severity !== 'hint' && severity !== 'info' && !category.startsWith('kb-')), [], name);
    }
    const { contributes } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { contributes: { languageModelTools: { modelDescription: string }[] } };
    const [lint, , checklist] = tools.map(({ description = '' }) => description.split('. ')[0] ?? '');
    assert.deepEqual(contributes.languageModelTools.map(({ modelDescription }) => modelDescription.split('. ')[0]), [lint, checklist], 'the editor’s tools say the same');
    assert.match(client.getInstructions() ?? '', /never make it up/);
    assert.equal(client.getServerVersion()?.version, '1.2.3');
  });

  it('lint_text says where, what, why, and what to write instead', async () => {
    const { call } = await connect();
    const { words, data } = await call('lint_text', { text: blaming });
    const [finding] = data['findings'] as Findings;
    assert.ok(finding);
    assert.deepEqual([finding.rule, finding.words, finding.line, blaming.slice(finding.start, finding.end)], ['blame-language/should-have', 'You should have read', 3, finding.words]);
    assert.match(finding.why, /Hindsight/);
    assert.match(finding.fixes[0]?.becomes ?? '', /^Write instead: /);
    assert.match(words, /^Found in this reply: 1 warning/);
    assert.match(words, /1\. Line 3, column 1: warning, blame-language\/should-have: “You should have read”\n {3}.+\n {3}Why it hurts: .+\n {3}Write instead: /);
    assert.match(words, /What stands between ‹ and ›/);
  });

  it('lint_text is brief where there is nothing to say', async () => {
    const { call } = await connect();
    assert.equal((await call('lint_text', { text: 'Restart the router.', kind: 'macro' })).words, 'Nothing to mend in this snippet.');
    assert.match((await call('lint_text', { text: 'Hallo Anna, leider haben Sie das Handbuch nicht gelesen. Wir werden uns so bald wie möglich um Ihr Anliegen kümmern.' })).words, /not in English/);
  });

  it('lint_text answers with the worst of a flood, and says how many there are besides', async () => {
    const { call } = await connect();
    const text = `${'You should have read the manual.\n\n'.repeat(60)}Your password is hunter2-Xk9!.\n\nHi [Name],\n`;
    const { words, data } = await call('lint_text', { text, limit: 5 });
    const findings = data['findings'] as Findings;
    assert.equal(findings.length, 5);
    assert.ok((data['leftOut'] as number) > 50);
    assert.ok(findings.some(({ severity }) => severity === 'error'), 'the last words are the worst');
    assert.match(words, /\d+ milder or later ones are left out/);
    assert.ok(words.length < 8000, String(words.length));
  });

  it('fix_text answers with the new text and what is left, and writes nothing', async () => {
    const text = 'Hi Ana,\n\nPlease see the the guide. You should have read the manual!!!\n';
    const { call } = await connect({ files: { '/desk/a.reply.md': text } });
    const { words, data } = await call('fix_text', { path: 'a.reply.md' });
    const { out } = await run('lint --fix --format json a.reply.md --fail-on never', { engine, files: { '/desk/a.reply.md': text } });
    const [file] = (JSON.parse(out) as { files: { findings: Finding[] }[] }).files;
    const left = data['findings'] as Findings;
    assert.ok((data['fixed'] as number) > 0);
    assert.notEqual(data['text'], text);
    assert.deepEqual(left.map(({ rule, start }) => [rule, start]), file?.findings.map(({ rule, start }) => [rule, start]));
    assert.ok(words.includes(String(data['text'])));
  });

  it('reply_checklist answers as “deskside anatomy” does, and says how to add what is missing', async () => {
    const { call } = await connect();
    const { words, data } = await call('reply_checklist', { text: example });
    const { out } = await run('anatomy --format json -', { engine, in: [example] });
    const { path: _, ...anatomy } = JSON.parse(out) as Record<string, unknown>;
    assert.deepEqual(data['anatomy'], anatomy);
    const bare = await call('reply_checklist', { text: '> The printer jams. Also, when does my warranty end?\n\nHi Tom,\n\nOpen the tray at the back and pull the paper out slowly, towards you.\n' });
    assert.match(bare.words, /missing: Sign-off \(your name\)\. .+ For example: “/);
    assert.match(bare.words, /Questions of the customer that nothing takes up:\n- “Also, when does my warranty end\?”/);
    assert.ok((bare.data['missing'] as { examples: string[] }[]).some(({ examples }) => examples.length > 0));
    assert.match(words, /^A reply by email of \d+ words/);
    assert.match((await call('reply_checklist', { text: 'Done.' })).words, /of 1 word[,.]/);
  });

  it('reply_checklist says so of what is no reply', async () => {
    const { call } = await connect({ files: { '/desk/.deskside.yaml': 'kinds: { "kb/**": article }\n', '/desk/kb/vpn.md': '# Set up the VPN\n\nOpen the app and sign in.\n' } });
    for (const args of [{ path: 'kb/vpn.md' }, { text: '---\nkind: article\n---\n# Set up the VPN\n\nOpen the app.\n' }, { text: 'Open the app and sign in.', kind: 'article' }]) {
      const { words, data } = await call('reply_checklist', args);
      assert.match(words, /^This is an article\. .* lint_text reads it as what it is\.\n\nA reply by/);
      assert.equal(data['kind'], 'article');
    }
    const unsaid = await call('reply_checklist', { text: blaming, path: 'somewhere.md' });
    assert.deepEqual([unsaid.data['kind'], unsaid.words.startsWith('A reply')], ['reply', true]);
  });

  it('find_snippets finds by draft, by words and by rule, with what is known filled in', async () => {
    const { call, fail } = await connect();
    const forDraft = await call('find_snippets', { text: `---\nticket: "4417"\n---\n${blaming.replace('You should', 'It is our policy that you should')}` });
    assert.equal((forDraft.data['snippets'] as { because: string }[])[0]?.because, 'finding');
    const byWords = await call('find_snippets', { query: 'refund', limit: 2, text: 'Hi Ana,\n\n' });
    assert.match(byWords.words, /refund/i);
    assert.ok((byWords.data['snippets'] as unknown[]).length <= 2);
    const byRule = await call('find_snippets', { finding: 'missing-next-step' });
    assert.match(byRule.words, /answers a finding/);
    assert.match((await call('find_snippets', { query: 'xylophone' })).words, /^No snippet fits/);
    assert.match(await fail('find_snippets', { finding: 'missing-nextstep' }), /did you mean “missing-next-step”\?/);
    assert.match(await fail('find_snippets', {}), /“text” or “path”/);
    const none = await fail('find_snippets', { finding: 'nope' });
    assert.match(none, /There is no rule or category “nope”\. The categories are: .*blame-language/);
    assert.ok(!none.includes('deskside rules'));
    const ofCategory = (await call('find_snippets', { finding: 'premature-closure', limit: 20 })).data['snippets'] as { id: string }[];
    assert.ok(ofCategory.some(({ id }) => id === 'essentials/confirm-before-closing'), 'made for a rule of the category');
  });

  it('explain_rule has the page of a rule, of a category, and of what a pack brings', async () => {
    const pages = { '/pages/blame-language.md': readFileSync(new URL('../../docs/rules/blame-language.md', import.meta.url), 'utf8') };
    const { call, fail } = await connect({ files: { ...pages, '/desk/.deskside.yaml': 'rules: { blame-language: error }\n' } });
    const { words, data } = await call('explain_rule', { rule: 'blame-language/should-have' });
    assert.equal(data['severity'], 'error');
    assert.match(words, /## You should have\n[^]*Fine:\n/);
    assert.ok(!words.includes('## If only'), 'one rule alone');
    assert.match((await call('explain_rule', { rule: 'blame-language' })).words, /^blame-language: error in this project\.\n\n# Blame/);
    assert.match((await call('explain_rule', { rule: 'jargon/it' })).words, /Rests on: /);
    const whole = (await call('explain_rule', { rule: 'works-for-me' })).data;
    assert.deepEqual([whole['id'], whole['title']], ['works-for-me', 'Works for me']);
    assert.match(String(whole['why']), /nothing to work on together/);
    assert.match(await fail('explain_rule', { rule: 'blame-languge' }), /did you mean “blame-language”\?/);
  });

  it('know the rules and snippets of the team’s packs, and fill in what the draft knows', async () => {
    const files = {
      '/desk/.deskside.yaml': 'packs: [team]\nfields: { agent: Ana }\n',
      '/desk/team/pack.yaml': 'name: team\nversion: 1.0.0\ndescription: Ours.\n',
      '/desk/team/rules/cart.yaml': 'message: Say basket.\nwhy: The shop says basket.\nphrases: ["cart~"]\nfixes:\n  - pack: true\nexamples:\n  flag: [Put it into the cart.]\n  ok: [Put it into the basket.]\n',
      '/desk/team/snippets/basket.md': '---\ntitle: The basket\ndescription: Where the basket is.\nfor: [team/cart]\n---\nYour basket is kept, ${customer}. The number is ${ticket}. ${agent}\n',
    };
    const { call } = await connect({ files });
    const text = 'Hi Tom,\n\nYour cart is empty.\n';
    assert.match((await call('lint_text', { text, path: '' })).words, /team\/cart: “cart”\n {3}Say basket\.\n {3}Why it hurts: The shop says basket\./);
    assert.deepEqual(((await call('find_snippets', { text, finding: 'team/cart' })).data['snippets'] as object[])[0], {
      id: 'team/basket', title: 'The basket', description: 'Where the basket is.', moment: 'other', because: 'finding',
      text: 'Your basket is kept, Tom. The number is ‹The ticket’s number›. Ana', body: 'Your basket is kept, Tom. The number is ${1:The ticket’s number}. Ana', unknown: ['ticket'],
    });
    const { words, data } = await call('explain_rule', { rule: 'team/cart' });
    assert.deepEqual([words, data['page']], ['team/cart: warning in this project.\n\nteam\n\nThe shop says basket.', null]);
  });

  it('come with the reviews that people ask for by name', async () => {
    const { client } = await connect();
    assert.deepEqual((await client.listPrompts()).prompts.map(({ name }) => name), ['review_reply', 'review_article']);
    const { messages } = await client.getPrompt({ name: 'review_reply', arguments: { draft: blaming } });
    assert.match(JSON.stringify(messages), /lint_text and reply_checklist.*The draft:.*You should have read the manual/);
    const named = await client.getPrompt({ name: 'review_article', arguments: { draft: 'kb/vpn.md' } });
    assert.match(JSON.stringify(named.messages), /The draft is the file “kb\/vpn\.md”/);
    await assert.rejects(client.getPrompt({ name: 'review_reply', arguments: { text: blaming } }), /no such argument; there is draft/);
  });
});

import assert from 'node:assert/strict';
import type { Desk } from '../../server/src/cli/desk.js';
import { LONGEST_TEXT } from '../../server/src/mcp/drafts.js';
import { memoryFileSystem } from '../cli/memoryFileSystem.js';
import { closeAll, connect } from './harness.js';

const reply = 'Hi Ana,\n\nYou should have read the manual. Could you send me a photo of it?\n';
const rules = (data: Readonly<Record<string, unknown>>) => (data['findings'] as { rule: string }[]).map(({ rule }) => rule);

describe('the service for assistants', () => {
  afterEach(closeAll);

  it('reads files below its folders alone, whatever leads out of them', async () => {
    const files = {
      '/desk/a.reply.md': reply, '/desk/kb/steps.md': '# Steps\n', '/desk/.env': 'KEY=1', '/desk/old.rst': 'Old', '/desk/bytes.md': new Uint8Array([0, 1, 2]),
      '/secret/b.reply.md': reply, '/desk/out': { link: '/secret' }, '/desk/link.reply.md': { link: '/secret/b.reply.md' }, '/desk-two/c.reply.md': reply,
    };
    const { call, fail } = await connect({ files });
    assert.deepEqual(rules((await call('lint_text', { path: 'a.reply.md' })).data), ['blame-language/should-have']);
    assert.deepEqual(rules((await call('lint_text', { path: '/desk/a.reply.md' })).data), ['blame-language/should-have']);
    for (const path of ['../secret/b.reply.md', '/secret/b.reply.md', 'out/b.reply.md', 'link.reply.md', '/desk-two/c.reply.md', 'kb/../../secret/b.reply.md', 'out/new/draft.reply.md', '/']) {
      for (const tool of ['lint_text', 'fix_text', 'reply_checklist', 'find_snippets']) assert.match(await fail(tool, { path }), /lies outside \/desk, .*“text”/, path);
      assert.match(await fail('explain_rule', { path, rule: 'jargon' }), /lies outside/, path);
      assert.match(await fail('lint_text', { path, text: reply }), /lies outside/, path);
    }
    assert.match(await fail('lint_text', { path: 'file:///desk/a.reply.md' }), /is no path/);
    assert.match(await fail('lint_text', { path: 'a\0b.md' }), /is no path/);
    assert.doesNotMatch(await fail('lint_text', { path: 'note: gone.reply.md' }), /is no path/);
    assert.match(await fail('lint_text', { path: '.env' }), /no text that Deskside reads.*“text”/);
    assert.match(await fail('lint_text', { path: 'old.rst' }), /reStructuredText/);
    assert.match(await fail('lint_text', { path: 'bytes.md' }), /is a binary file/);
    assert.match(await fail('lint_text', { path: 'none.reply.md' }), /there is no such file/);
    assert.match(await fail('lint_text', { path: 'kb/steps.md' }), /“kind”: reply, article/);
    assert.match(await fail('lint_text', { path: 'a/'.repeat(3000) }), /longer than 4096/);
  });

  it('reads below each folder that it was started for', async () => {
    const { call } = await connect({ roots: ['/desk', '/team'], files: { '/desk/a.reply.md': reply, '/team/b.reply.md': reply } });
    assert.equal((await call('lint_text', { path: '/team/b.reply.md' })).data['kind'], 'reply');
    assert.equal((await call('lint_text', { path: 'a.reply.md' })).data['kind'], 'reply');
  });

  it('answers a text that is too long, of an odd kind, or no text at all', async () => {
    const { call, fail } = await connect();
    assert.match(await fail('lint_text', { text: 'a '.repeat(LONGEST_TEXT) }), /200,000 characters, and at most 100,000 .* deskside lint/);
    const odd = ['\ud800', '(((('.repeat(5000), '> '.repeat(2000), '\u202eabc\u0000', '---\n---\n---', '${1:${2:'.repeat(500), '‹›'.repeat(100)];
    for (const text of odd) for (const tool of ['lint_text', 'fix_text', 'reply_checklist', 'find_snippets']) await call(tool, { text });
    assert.match(await fail('lint_text', { text: 3, kind: 'letter', limit: 0, to: 'x' }), /text: must be a text, kind: must be one of reply, .* limit: must be at least 1, to: there is no such argument; there are text, path, kind, .*limit/);
    assert.match(await fail('find_snippets', { text: reply, limit: '5', rule: 'jargon' }), /limit: must be a number, without quotes, rule: there is no such argument; there are .*finding/);
    assert.match(await fail('lint_text', { text: ' \n' }), /nothing to read/);
    assert.match(await fail('find_snippets', { query: '', path: '', finding: ' ' }), /Say what the snippets are for/);
    assert.match(await fail('explain_rule', {}), /rule: is missing/);
    assert.match(await fail('explain_rule', { rule: '../../etc/passwd' }), /no rule/);
  });

  it('holds to the project as it is now: settings, ignores, baseline and packs', async () => {
    const fs = memoryFileSystem({ '/desk/.deskside.yaml': 'rules: { blame-language: off }\nkindz: {}\n', '/desk/kb/.deskside.yaml': 'kinds: { "*.md": article }\nignore: [old.md]\n', '/desk/kb/old.md': '# Old\n' });
    const { call, fail } = await connect({ fs });
    const first = await call('lint_text', { text: reply });
    assert.ok(!rules(first.data).includes('blame-language/should-have'));
    assert.match((first.data['notes'] as string[]).join(), /^\.deskside\.yaml:2:1: .*kindz/);
    assert.match(first.words, /Wrong with the project’s own files:\n- \.deskside\.yaml:2/);
    await fs.replace('/desk/.deskside.yaml', new TextEncoder().encode('rules: { blame-language: error }\n'));
    assert.deepEqual(rules((await call('lint_text', { text: reply })).data), ['blame-language/should-have']);
    assert.equal((await call('lint_text', { text: '# Reset a password\n', path: 'kb/reset.md' })).data['kind'], 'article');
    assert.match(await fail('lint_text', { path: 'kb/old.md' }), /“old\.md” stands under “ignore”/);
    const [{ fingerprint = '' } = {}] = (await call('lint_text', { text: reply })).data['findings'] as { fingerprint?: string }[];
    await fs.create('/desk/.deskside-ignore.yaml', new TextEncoder().encode(`- rule: blame-language\n  fingerprint: "${fingerprint}"\n`));
    assert.deepEqual(rules((await call('lint_text', { text: reply, path: 'a.reply.md' })).data), []);
  });

  it('answers many calls at once, each its own', async () => {
    const { call } = await connect();
    const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => call('lint_text', { text: i % 2 ? reply : `Hi Ana,\n\nUnfortunately ${i} of them are gone!!!!\n` })));
    for (const [i, { data }] of answers.entries()) assert.equal(rules(data).includes('blame-language/should-have'), i % 2 === 1, String(i));
  });

  it('never begins what was called off, and goes on with the rest', async () => {
    let desks = 0;
    const { client, call } = await connect({ lend: (io) => ({ ...io, desk: (errors) => (desks++, io.desk(errors)) }) });
    const stop = new AbortController();
    const first = call('lint_text', { text: reply });
    const second = client.callTool({ name: 'lint_text', arguments: { text: reply } }, { signal: stop.signal });
    const third = call('explain_rule', { rule: 'jargon' });
    stop.abort();
    await assert.rejects(second);
    await Promise.all([first, third]);
    assert.equal(desks, 2);
  });

  it('stops between two rounds of fixes when that is called off', async () => {
    let reads = 0;
    const stop = new AbortController();
    const counting = (desk: Desk): Desk => {
      const lint = desk.lint.bind(desk);
      desk.lint = (...args) => (reads++, stop.abort(), lint(...args));
      return desk;
    };
    const { client, call } = await connect({ lend: (io) => ({ ...io, desk: (errors) => counting(io.desk(errors)) }) });
    await assert.rejects(client.callTool({ name: 'fix_text', arguments: { text: 'Please see the the guide!!!\n' } }, { signal: stop.signal }));
    await call('explain_rule', { rule: 'jargon' });
    assert.equal(reads, 1);
  });

  it('names a mistake of its own as one, and goes on', async () => {
    let broken = true;
    const { call, fail } = await connect({ lend: (io) => ({ ...io, desk: (errors) => (broken ? assert.fail('a screw is loose') : io.desk(errors)) }) });
    assert.match(await fail('lint_text', { text: reply }), /a mistake in Deskside.*a screw is loose/);
    broken = false;
    assert.equal((await call('lint_text', { text: reply })).data['kind'], 'reply');
  });
});

import { strict as assert } from 'node:assert';
import type { DocumentStatus } from '../../server/src/lsp/protocol.js';
import { fingerprint } from '../../server/src/core/ignore.js';
import { projectWith } from './fakeProject.js';
import { plain, start, stopAll } from './harness.js';

const uri = 'untitled:Untitled-1';
const readme = 'file:///w/README.md';
const text = 'you should have asked. We triage.';

describe('custom requests', () => {
  afterEach(stopAll);

  it('tell what is done with a document and why', async () => {
    const client = await start();
    client.open(uri, text);
    assert.deepEqual(await client.request('deskside/status', { uri }), {
      uri,
      version: 1,
      kind: 'reply',
      why: 'Read as a reply, because its language is Support Reply.',
      audience: 'general',
      preset: 'recommended',
      findings: 2,
      hints: 0,
      english: true,
      paused: false,
      selection: false,
      problems: [],
    });
    client.edit(uri, 'We triage.', 'We triage asap.');
    const { findings, hints } = (await client.request('deskside/status', { uri })) ?? {};
    assert.deepEqual([findings, hints], [3, 1]);
    assert.equal(await client.request('deskside/status', { uri: readme }), null);
  });

  it('know a document by its name and its front matter', async () => {
    const client = await start();
    const kindOf = async (name: string, content: string): Promise<unknown> => {
      client.open(name, content, 'markdown');
      return (await client.request('deskside/status', { uri: name }))?.kind;
    };
    assert.equal(await kindOf('file:///w/a.reply.md', text), 'reply');
    assert.equal(await kindOf('file:///w/a.reply', text), 'reply');
    assert.equal(await kindOf('file:///w/a.md', `---\nkind: article\n---\n${text}`), 'article');
    assert.equal(await kindOf('file:///w/b.md', `---\nkind: blog\n---\n${text}`), null);
    assert.equal(await kindOf(readme, text), null);
  });

  it('change their mind with the text', async () => {
    const client = await start({ capabilities: plain });
    client.open(readme, `---\nkind: reply\n---\n${text}`, 'markdown');
    assert.equal((await client.pushed(readme, 1)).diagnostics.length, 2);
    client.edit(readme, 'kind: reply', 'kind: blog');
    assert.deepEqual((await client.pushed(readme, 2)).diagnostics, []);
  });

  it('read a document as something else, and as itself again', async () => {
    const client = await start();
    client.open(readme, text, 'markdown');
    assert.deepEqual(await client.codes(readme), []);
    assert.equal((await client.request('deskside/setKind', { uri: readme, kind: 'article' }))?.kind, 'article');
    await client.next('workspace/diagnostic/refresh');
    assert.equal((await client.codes(readme)).length, 2);
    assert.equal(client.log.sources.at(-1)?.kind, 'article');
    assert.equal((await client.request('deskside/setKind', { uri: readme, kind: 'auto' }))?.kind, null);
    assert.deepEqual(await client.codes(readme), []);
  });

  it('leave a draft alone when told to', async () => {
    const client = await start();
    client.open(uri, text);
    assert.equal((await client.request('deskside/setKind', { uri, kind: 'off' }))?.kind, null);
    assert.deepEqual(await client.codes(uri), []);
  });

  it('pause and go on', async () => {
    const client = await start({ capabilities: plain });
    client.open(uri, text);
    await client.pushed(uri, 1);
    const from = client.received.length;
    assert.equal((await client.request('deskside/pause', { uri, paused: true }))?.paused, true);
    await client.next<{ diagnostics: unknown[] }>('textDocument/publishDiagnostics', ({ diagnostics }) => diagnostics.length === 0, from);
    assert.equal((await client.request('deskside/pause', { uri, paused: false }))?.findings, 2);
  });

  it('say that a text is not English, and find nothing in it', async () => {
    const client = await start();
    client.open(uri, `Guten Tag! ${text}`);
    assert.deepEqual(await client.codes(uri), []);
    const status = await client.request('deskside/status', { uri });
    assert.deepEqual([status?.english, status?.kind, status?.findings], [false, 'reply', 0]);
  });

  it('tell of every change of status to clients that asked for it', async () => {
    const client = await start({ options: { status: true } });
    const next = (fits: (status: DocumentStatus) => boolean): Promise<DocumentStatus> => client.next('deskside/didChangeStatus', fits);
    client.open(uri, text);
    await next(({ findings }) => findings === 2);
    client.edit(uri, 'We triage.', '');
    await client.pull(uri);
    await next(({ findings }) => findings === 1);
    await client.request('deskside/pause', { uri, paused: true });
    await next(({ paused }) => paused);
    const quiet = await start();
    quiet.open(uri, text);
    await quiet.pull(uri);
    assert.equal(quiet.count('deskside/didChangeStatus'), 0);
  });

  it('read a selection alone, which moves with the text', async () => {
    const client = await start();
    client.open(readme, `# About\n\n${text}\n\nWe triage again.`, 'markdown');
    const result = await client.request('deskside/lintSelection', { uri: readme, range: client.rangeOf(readme, text) });
    assert.deepEqual(result?.diagnostics.map(({ code }) => code), ['blame-language/should-have', 'jargon']);
    client.edit(readme, '# About', '# About all this');
    const report = await client.pull(readme);
    assert(report.kind === 'full');
    assert.deepEqual(report.items.map((item) => client.textAt(readme, item)), ['you should have', 'triage']);
    const [all] = await client.actions(readme, 'About', ['source.fixAll.deskside']);
    assert.equal(client.applied(all?.edit), '# About all this\n\nyou can still asked. We look at soon.\n\nWe triage again.');
    assert.deepEqual((await client.request('deskside/lintSelection', { uri: readme, range: null }))?.diagnostics, []);
  });

  it('list snippets, with how they read', async () => {
    const client = await start();
    client.open(uri, text);
    const snippets = await client.request('deskside/listSnippets', { uri });
    assert.deepEqual(snippets.map(({ id, preview }) => [id, preview]), [['essentials/next-step', 'I will write again by ‹Friday›.']]);
    assert.equal((await client.request('deskside/listSnippets', {})).length, 2);
  });

  it('clean a reply', async () => {
    const client = await start();
    client.open(uri, '> Why?\n\nDear **Ann**,\nhere is why.\n');
    assert.deepEqual(await client.request('deskside/cleanReply', { uri, format: 'text' }), { ok: true, text: 'Dear Ann,\nhere is why.' });
    assert.deepEqual(await client.request('deskside/cleanReply', { uri, format: 'html' }), { ok: true, text: '<p>Dear <strong>Ann</strong>,<br>here is why.</p>' });
  });

  it('refuse to clean a reply while something is open in it, even while paused', async () => {
    const client = await start();
    client.open(uri, 'Dear [name], until ${1:Monday [name]}.');
    await client.request('deskside/pause', { uri, paused: true });
    const place = (text: string): object => ({ range: client.rangeOf(uri, text), text });
    assert.deepEqual(await client.request('deskside/cleanReply', { uri, format: 'text' }), { ok: false, open: [place('[name]'), place('${1:Monday [name]}')] });
  });

  it('describe a rule', async () => {
    const client = await start();
    assert.deepEqual(await client.request('deskside/rulePage', { rule: 'jargon' }), {
      id: 'jargon',
      category: 'jargon',
      title: 'About jargon',
      why: 'Why jargon hurts.',
      source: 'https://www.example.org/advice',
      severity: 'info',
      href: 'file:///deskside/docs/rules/jargon.md',
    });
    assert.equal(await client.request('deskside/rulePage', { rule: 'nothing' }), null);
  });

  it('name the ignore file that holds for a document, open or not', async () => {
    const project = projectWith();
    const read: typeof project.read = async (query) => ({ ...(await project.read(query)), ignoreFile: query.uri.includes('/kb/') ? 'file:///w/.deskside-ignore.yaml' : undefined });
    const client = await start({ runtime: { project: { ...project, read } } });
    assert.equal(await client.request('deskside/ignoreFile', { uri: 'file:///w/kb/a.md' }), 'file:///w/.deskside-ignore.yaml');
    assert.equal(await client.request('deskside/ignoreFile', { uri: 'file:///w/a.md' }), null);
  });

  it('add to the text of an ignore file, and leave what people wrote', async () => {
    const client = await start();
    const ignore = { rule: 'jargon', fingerprint: '0123456789012345' };
    const entry = '# Leverage it.\n- rule: jargon\n  fingerprint: "0123456789012345"\n';
    assert.equal(await client.request('deskside/addToIgnores', { text: '', ignore, comment: 'Leverage it.' }), entry);
    const text = '# ours\n- rule: shouting # never\n';
    assert.equal(await client.request('deskside/addToIgnores', { text, ignore, comment: 'Leverage it.' }), text + entry);
    for (const wrong of ['rule: jargon\n', '- [']) await assert.rejects(client.request('deskside/addToIgnores', { text: wrong, ignore }), /does not hold a list/);
  });

  it('take the client’s ignores, at the start and later', async () => {
    const ignore = { rule: 'blame-language', fingerprint: fingerprint('blame-language', 'You should have asked') };
    const client = await start({ options: { ignores: [ignore] } });
    client.open(uri, text);
    assert.deepEqual(await client.codes(uri), ['jargon']);
    void client.connection.sendNotification('deskside/setIgnores', { ignores: [{ rule: 'jargon', file: uri }] });
    await client.next('workspace/diagnostic/refresh');
    assert.deepEqual(await client.codes(uri), ['blame-language/should-have']);
  });
});

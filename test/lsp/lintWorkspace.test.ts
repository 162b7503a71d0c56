import { strict as assert } from 'node:assert';
import { CancellationTokenSource } from 'vscode-languageserver';
import { projectFiles } from '../../server/src/hosts/projectFiles.js';
import type { DidLintFilesParams, LintWorkspaceResult } from '../../server/src/lsp/protocol.js';
import { memoryFileSystem } from '../cli/memoryFileSystem.js';
import type { MemoryFile } from '../cli/memoryFileSystem.js';
import { start, stopAll } from './harness.js';

const BAD = 'you should have asked. We triage.';

/** A workspace with some files, open in an editor. */
async function workspace(files: Readonly<Record<string, MemoryFile>>, settings: unknown = {}, folders = ['file:///w', 'file:///w/kb']) {
  const project = projectFiles({
    fs: memoryFileSystem(files),
    write: async () => false,
    pathOf: (uri) => (uri.startsWith('file://') ? decodeURIComponent(uri.slice('file://'.length)) : undefined),
    uriOf: (path) => `file://${encodeURI(path)}`,
    today: () => '2025-01-31',
  });
  const client = await start({ runtime: { project }, folders });
  client.settings = settings;
  const messages: DidLintFilesParams[] = [];
  client.connection.onNotification('deskside/didLintFiles', (params: DidLintFilesParams) => void messages.push(params));
  return { client, messages, lint: () => client.request('deskside/lintWorkspace', {}) };
}

const found = (messages: readonly DidLintFilesParams[]) => Object.fromEntries(messages.flatMap(({ files }) => files.map(({ uri, diagnostics }) => [uri.replace('file:///w/', ''), diagnostics.map(({ code }) => code)])));

describe('deskside/lintWorkspace', () => {
  afterEach(stopAll);

  it('reads what the command line would, each by what holds for it', async () => {
    const { messages, lint } = await workspace({
      '/w/.deskside.yaml': 'kinds: { kb: article }\nignore: [old]\noverrides:\n  - files: kb/int\n    rules: { jargon: off }\n',
      '/w/.deskside-ignore.yaml': '- { rule: blame-language, file: a.reply }',
      '/w/a.reply': BAD,
      '/w/kb/int/b.md': BAD,
      '/w/kb/old/c.md': BAD,
      '/w/kb/fine.md': 'All is well.',
      '/w/README.md': BAD,
      '/w/kb/binary.md': new Uint8Array([0, 1]),
    });
    assert.deepEqual(await lint(), { files: 3, findings: 2, left: 0, leftAlone: [{ folder: 'file:///w', texts: 1 }] });
    assert.deepEqual(found(messages), { 'a.reply': ['jargon'], 'kb/int/b.md': ['blame-language/should-have'], 'kb/fine.md': [] });
  });

  it('finds what only the editor’s settings call an article', async () => {
    const { messages, lint } = await workspace({ '/w/help/a.html': '<p>We triage.</p>', '/w/b.html': '<p>We triage.</p>' }, { kinds: { help: 'article' } });
    await lint();
    assert.deepEqual(found(messages), { 'help/a.html': ['jargon'] });
  });

  it('says where the texts are that nothing calls a reply or an article', async () => {
    const { lint } = await workspace({ '/w/.deskside.yaml': 'ignore: [old]\n', '/w/README.md': 'Hello.', '/w/guides/a.md': 'Hello.', '/w/guides/deep/b.md': 'Hello.', '/w/old/c.md': 'Hello.', '/w/d.html': '<p>Hello.</p>' });
    assert.deepEqual(await lint(), { files: 0, findings: 0, left: 0, leftAlone: [{ folder: 'file:///w', texts: 1 }, { folder: 'file:///w/guides', texts: 2 }] });
  });

  it('names the same places where the editor spells the folder in its own way', async () => {
    const { lint } = await workspace({ '/my w (old)/guides/a.md': 'Hello.', '/my w (old)/b.md': 'Hello.' }, {}, ['file:///my%20w%20%28old%29']);
    assert.deepEqual((await lint())?.leftAlone, [{ folder: 'file:///my%20w%20%28old%29', texts: 1 }, { folder: 'file:///my%20w%20%28old%29/guides', texts: 1 }]);
  });

  it('reads open documents as they stand in the editor, and asks for settings once a folder', async () => {
    const { client, messages, lint } = await workspace({ '/w/a.reply': BAD, '/w/b.reply': BAD, '/w/kb/c.reply': BAD });
    client.open('file:///w/a.reply', 'All is well.');
    assert.equal((await lint())?.files, 3);
    assert.deepEqual(Object.entries(found(messages)).map(([name, rules]) => [name, rules.length]), [['a.reply', 0], ['b.reply', 2], ['kb/c.reply', 2]]);
    assert.ok(client.count('workspace/configuration') <= 5, 'two folders, once for what they say and once for their texts, and one document');
  });

  it('tells how far it is, in small batches, and stops when it is told to', async () => {
    const { client, messages, lint } = await workspace(Object.fromEntries(Array.from({ length: 95 }, (_, i) => [`/w/${i}.reply`, BAD])));
    await lint();
    assert.deepEqual([messages.length, messages[0]?.done, messages.at(-1)?.done, messages[0]?.total], [10, 10, 95, 95]);
    messages.length = 0;
    const source = new CancellationTokenSource();
    client.connection.onNotification('deskside/didLintFiles', (params: DidLintFilesParams) => {
      messages.push(params);
      source.cancel();
    });
    await assert.rejects(client.connection.sendRequest<LintWorkspaceResult>('deskside/lintWorkspace', {}, source.token), /stopped/);
    assert.ok(messages.length < 10, String(messages.length));
  });

  it('sends no more marks than an editor can show, the worst of them always', async () => {
    const much = 'We triage. '.repeat(1000);
    const { messages, lint } = await workspace(Object.fromEntries(Array.from({ length: 24 }, (_, i) => [`/w/${String(i).padStart(2, '0')}.reply`, i === 23 ? BAD : much])));
    const result = await lint();
    assert.equal(result?.findings, 23_002);
    assert.equal(result?.left, 2001, 'all of the 22nd and 23rd text, and the hint of the last');
    assert.deepEqual(found(messages)['23.reply'], ['blame-language/should-have']);
  });
});

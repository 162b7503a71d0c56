import { strict as assert } from 'node:assert';
import { DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import { fingerprint } from '../../server/src/core/index.js';
import type { ConfigInput } from '../../server/src/core/index.js';
import { readEditorSettings } from '../../server/src/lsp/editorSettings.js';
import type { DocumentStatus } from '../../server/src/lsp/protocol.js';
import type { ProjectFiles } from '../../server/src/lsp/runtime.js';
import { plain, start, stopAll } from './harness.js';

const uri = 'untitled:Untitled-1';
const text = 'you should have asked. We triage.';

/** A project of one file, that can change. */
function fakeProject(config: ConfigInput): ProjectFiles & { config: ConfigInput; written: unknown[]; forgotten: number } {
  const project = {
    config,
    written: [] as unknown[],
    forgotten: 0,
    watch: ['**/.deskside.yaml'],
    forget: () => void project.forgotten++,
    read: async () => ({ config: project.config, packs: [], kind: undefined, leftOutBy: undefined, ignores: [], ignoreName: undefined, ignoreFile: undefined, baseline: undefined, problems: ['.deskside.yaml, line 1: odd.'] }),
    find: async () => [],
    textOf: async () => undefined,
    addIgnore: async (_query: unknown, ignore: unknown) => project.written.push(ignore) > 0,
    turnOff: async (_query: unknown, rule: string) => project.written.push(rule) > 0,
  };
  return project;
}

describe('settings', () => {
  afterEach(stopAll);

  it('are asked for once a document, and again when they change', async () => {
    const client = await start();
    client.open(uri, text);
    await client.pull(uri);
    await client.pull(uri);
    await client.hover(uri, 'should');
    assert.equal(client.count('workspace/configuration'), 1);
    client.settings = { rules: { 'blame-language': 'off' } };
    void client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await client.next('workspace/diagnostic/refresh');
    assert.deepEqual(await client.codes(uri), ['jargon']);
    assert.equal(client.count('workspace/configuration'), 2);
  });

  it('are asked to be told of', async () => {
    const client = await start({ runtime: { project: fakeProject({}) } });
    const { registrations } = await client.next<{ registrations: { method: string; registerOptions: unknown }[] }>('client/registerCapability', ({ registrations: [one] }) => one?.method === 'workspace/didChangeWatchedFiles');
    assert.deepEqual(registrations[0]?.registerOptions, { watchers: [{ globPattern: '**/.deskside.yaml' }] });
    await client.next<{ registrations: { method: string }[] }>('client/registerCapability', ({ registrations: [one] }) => one?.method === 'workspace/didChangeConfiguration');
  });

  it('may be sent by clients that are not asked', async () => {
    const client = await start({ capabilities: plain, options: { settings: { rules: { jargon: 'off' } } } });
    client.open(uri, text);
    assert.equal((await client.pushed(uri, 1)).diagnostics.length, 1);
    const from = client.received.length;
    void client.connection.sendNotification('workspace/didChangeConfiguration', { settings: { deskside: { rules: { jargon: 'off', 'blame-language': 'off' } } } });
    await client.next<{ diagnostics: unknown[] }>('textDocument/publishDiagnostics', ({ diagnostics }) => diagnostics.length === 0, from);
  });

  it('share one linter among documents that agree', async () => {
    const client = await start();
    for (const name of ['untitled:1', 'untitled:2', 'untitled:3']) client.open(name, text);
    for (const name of ['untitled:1', 'untitled:2', 'untitled:3']) await client.pull(name);
    assert.equal(client.log.linters, 1);
  });

  it('that are wrong cost only themselves, and the status says so', async () => {
    const client = await start();
    client.settings = { run: 'sometimes', rules: { 'no-such-rule': 'off', jargon: 'off', 'blame-language': 'loud' }, audience: 'technical' };
    client.open(uri, text);
    assert.deepEqual(await client.codes(uri), ['blame-language/should-have']);
    const status = await client.request('deskside/status', { uri });
    assert.equal(status?.audience, 'technical');
    assert.equal(status?.problems.length, 3);
    assert.match(status?.problems.join('\n') ?? '', /deskside\.run[\s\S]*deskside\.rules → “blame-language”[\s\S]*“no-such-rule” is not a rule/);
    assert.equal(client.count('window/showMessage'), 0);
  });

  it('of no sense at all are no settings', () => {
    for (const odd of [null, 1, 'on', [], { rules: 7, kinds: [], packs: 'x' }]) {
      const { run, kinds, packs, config } = readEditorSettings(odd);
      assert.deepEqual({ run, kinds, packs }, { run: 'onType', kinds: {}, packs: [] });
      assert.deepEqual(config.rules ?? {}, {});
    }
  });

  it('turn everything off, and say so', async () => {
    const client = await start();
    client.settings = { run: 'off' };
    client.open(uri, text);
    assert.deepEqual(await client.codes(uri), []);
    assert.match((await client.request('deskside/status', { uri }))?.why ?? '', /deskside\.run/);
  });

  it('of the project’s files are read again when those change', async () => {
    const project = fakeProject({});
    const client = await start({ runtime: { project } });
    client.open(uri, text);
    assert.equal((await client.codes(uri)).length, 2);
    project.config = { rules: { jargon: 'off' } };
    void client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [] });
    await client.next('workspace/diagnostic/refresh');
    assert.equal((await client.codes(uri)).length, 1);
    assert.equal(project.forgotten, 1);
    assert.deepEqual((await client.request('deskside/status', { uri }))?.problems, ['.deskside.yaml, line 1: odd.']);
  });

  it('are written to the project where the client does not do that', async () => {
    const project = fakeProject({});
    const client = await start({ runtime: { project } });
    client.open(uri, text);
    const actions = await client.actions(uri, 'should', ['quickfix']);
    for (const title of ['Ignore this here', 'Ignore “About blame-language/should-have” in this draft', 'Turn off the rule “About blame-language/should-have”']) {
      await client.execute(actions.find((action) => action.title === title));
    }
    const [here, draft, rule] = project.written;
    assert.deepEqual(draft, { rule: 'blame-language' });
    assert.equal(rule, 'blame-language/should-have');
    assert.match(JSON.stringify(here), /"reason":"you should have asked\."/);
    assert.equal(project.forgotten, 3);
  });

  it('that hold for some folders are found by glob', async () => {
    const client = await start({ folders: ['file:///w'] });
    client.settings = { kinds: { 'kb/**': 'article' } };
    client.open('file:///w/kb/how%20to.md', text, 'markdown');
    client.open('file:///w/notes.md', text, 'markdown');
    const statuses = await Promise.all(['kb/how%20to.md', 'notes.md'].map((path) => client.request('deskside/status', { uri: `file:///w/${path}` })));
    assert.deepEqual(statuses.map((status: DocumentStatus | null) => status?.kind), ['article', null]);
  });

  it('show what the baseline knows faded, count it nowhere, and still offer its fixes', async () => {
    const known = new Map([[`jargon ${fingerprint('jargon', 'We triage.')}`, 1]]);
    const project = fakeProject({});
    const client = await start({ runtime: { project: { ...project, read: async (query) => ({ ...(await project.read(query)), baseline: known }) } } });
    client.open(uri, text);
    const report = await client.pull(uri);
    const items = report.kind === 'full' ? report.items.map(({ code, severity, tags }) => [code, severity, tags]) : [];
    assert.deepEqual(items, [['blame-language/should-have', DiagnosticSeverity.Warning, undefined], ['jargon', DiagnosticSeverity.Hint, [DiagnosticTag.Unnecessary]]]);
    assert.equal((await client.request('deskside/status', { uri }))?.findings, 1);
    assert.ok((await client.actions(uri, 'triage')).some(({ title }) => title === 'Say it plainly'));
    const all = await client.actions(uri, 'should', ['source.fixAll']);
    assert.equal(all.length, 1);
  });
});

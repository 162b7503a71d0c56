import { strict as assert } from 'node:assert';
import { CancellationTokenSource, type PublishDiagnosticsParams } from 'vscode-languageserver';
import { engine } from '../../server/src/core/engine.js';
import { able, plain, start, stopAll } from './harness.js';

const uri = 'untitled:Untitled-1';
const bad = 'Hello Ann,\n\nyou should have read it. Sorry for any inconvenience.\n';

describe('diagnostics', () => {
  afterEach(stopAll);

  it('are pulled where the client offers that', async () => {
    const client = await start();
    client.open(uri, bad);
    const report = await client.pull(uri);
    assert(report.kind === 'full');
    const [first, second] = report.items;
    assert.deepEqual(first, {
      range: { start: { line: 2, character: 0 }, end: { line: 2, character: 15 } },
      severity: 2,
      source: 'Deskside',
      code: 'blame-language/should-have',
      message: '“you should have” hurts.',
      codeDescription: { href: 'file:///deskside/docs/rules/blame-language.md' },
    });
    assert.equal(second?.severity, 1);
    assert.equal(client.count('textDocument/publishDiagnostics'), 0);
  });

  it('say so when nothing has changed since the last pull', async () => {
    const client = await start();
    client.open(uri, bad);
    const { resultId } = await client.pull(uri);
    assert.deepEqual(await client.pull(uri, resultId), { kind: 'unchanged', resultId });
    assert.equal(client.log.lints, 1);
    client.edit(uri, 'you should have', 'you never');
    assert.equal((await client.pull(uri, resultId)).kind, 'full');
  });

  it('are not told again where an edit leaves them where they were', async () => {
    const client = await start();
    client.open(uri, `${bad}\n\nAll is well.`);
    const { resultId } = await client.pull(uri);
    client.edit(uri, 'All is well', 'Now all is well');
    assert.deepEqual(await client.pull(uri, resultId), { kind: 'unchanged', resultId });
    client.edit(uri, 'you should have', 'you never');
    client.edit(uri, 'you never', 'you should have');
    assert.equal((await client.pull(uri, resultId)).kind, 'full', 'the editor may have lost the mark');
  });

  it('are told again where they come to stand on other lines or columns', async () => {
    const client = await start({ runtime: { engine } });
    client.open(uri, 'Well.\n\nYou should have read it. Could you send me a photo of it?\n\nAll is well.\n');
    let { resultId } = await client.pull(uri);
    const told = async (from: string, to: string): Promise<string> => {
      client.edit(uri, from, to);
      const report = await client.pull(uri, resultId);
      ({ resultId } = report);
      if (report.kind === 'full') assert.equal(client.textAt(uri, report.items[0] ?? assert.fail()).slice(0, 3), 'You');
      return report.kind;
    };
    const kinds = [await told('All is', 'Now all is'), await told('all is', 'all this is'), await told('You should', 'Hm. You should'), await told('Well.', 'Well.\n'), await told('Well.', 'Very well.')];
    assert.deepEqual(kinds, ['unchanged', 'unchanged', 'full', 'full', 'unchanged']);
  });

  it('are pushed otherwise, with the version they are of', async () => {
    const client = await start({ capabilities: plain });
    client.open(uri, bad);
    const { diagnostics } = await client.pushed(uri, 1);
    assert.deepEqual(diagnostics.map(({ code, codeDescription }) => [code, codeDescription]), [['blame-language/should-have', undefined], ['hollow-apology', undefined]]);
    assert.equal(client.result.capabilities.diagnosticProvider, undefined);
  });

  it('follow incremental edits', async () => {
    const client = await start({ capabilities: plain });
    client.open(uri, bad);
    await client.pushed(uri, 1);
    client.edit(uri, 'Hello Ann,\n', 'Hello Ann,\n\nthank you 👋\n');
    const { diagnostics } = await client.pushed(uri, 2);
    assert.deepEqual(diagnostics.map((one) => client.textAt(uri, one)), ['you should have', 'for any inconvenience']);
  });

  it('are never of another version than they claim', async () => {
    const client = await start({ capabilities: plain });
    client.open(uri, bad);
    for (let i = 0; i < 20; i++) client.edit(uri, 'Hello', i % 2 ? 'Hello' : 'Hello\nHello');
    const { diagnostics } = await client.pushed(uri, 21);
    assert.deepEqual(diagnostics.map((one) => client.textAt(uri, one)), ['you should have', 'for any inconvenience']);
    const versions = client.received.flatMap(({ params }) => (params as PublishDiagnosticsParams).version ?? []);
    assert.deepEqual(versions, [...versions].sort((a, b) => a - b));
  });

  it('are of the version on screen when the settings come late', async () => {
    const client = await start();
    let settingsCome = (): void => undefined;
    client.settingsGate = new Promise((resolve) => (settingsCome = resolve));
    client.open(uri, bad);
    const report = client.pull(uri);
    await client.next('workspace/configuration');
    client.edit(uri, 'you should have', 'Now, you should have');
    await client.settled();
    settingsCome();
    const answer = await report;
    assert(answer.kind === 'full' && answer.items[0]);
    assert.equal(client.textAt(uri, answer.items[0]), 'you should have');
  });

  it('answer a cancelled request with its cancellation, and read nothing', async () => {
    const client = await start();
    let settingsCome = (): void => undefined;
    client.settingsGate = new Promise((resolve) => (settingsCome = resolve));
    client.open(uri, bad);
    const source = new CancellationTokenSource();
    const pull = client.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } }, source.token);
    await client.next('workspace/configuration');
    source.cancel();
    await client.settled();
    settingsCome();
    await assert.rejects(pull, { code: -32800 });
    assert.equal(client.log.lints, 0);
  });

  it('come for a closed document as an empty list', async () => {
    const client = await start();
    client.open(uri, bad);
    await client.pull(uri);
    client.close(uri);
    assert.deepEqual(await client.pull(uri), { kind: 'full', items: [] });
  });

  it('are taken back when a document is closed', async () => {
    const client = await start({ capabilities: plain });
    client.open(uri, bad);
    await client.pushed(uri, 1);
    client.close(uri);
    await client.next<PublishDiagnosticsParams>('textDocument/publishDiagnostics', ({ diagnostics }) => diagnostics.length === 0);
  });

  it('are not even mentioned for documents that are left alone', async () => {
    const client = await start({ capabilities: plain });
    client.open('file:///w/README.md', bad, 'markdown');
    client.open(uri, bad);
    await client.pushed(uri, 1);
    assert.equal(client.count('textDocument/publishDiagnostics'), 1);
  });

  it('wait for a save where the settings say so', async () => {
    const client = await start({ capabilities: { ...plain }, options: { settings: { run: 'onSave' } } });
    const file = 'file:///w/a.reply.md';
    client.open(file, bad);
    await client.pushed(file, 1);
    client.edit(file, 'you should have read it.', '');
    client.edit(file, 'Ann', 'Bob');
    client.save(file);
    const { diagnostics } = await client.pushed(file, 3);
    assert.equal(diagnostics.length, 1);
    assert.equal(client.count('textDocument/publishDiagnostics'), 2);
  });

  it('wait for a save when pulled, too', async () => {
    const client = await start();
    client.settings = { run: 'onSave' };
    const file = 'file:///w/a.reply.md';
    client.open(file, bad);
    const { resultId } = await client.pull(file);
    client.edit(file, 'you should have read it.', '');
    assert.equal((await client.pull(file, resultId)).kind, 'unchanged');
    client.save(file);
    await client.next('workspace/diagnostic/refresh');
    const report = await client.pull(file, resultId);
    assert(report.kind === 'full');
    assert.equal(report.items.length, 1);
  });

  it('serve two editors at once', async () => {
    const [one, two] = [await start(), await start({ capabilities: plain })];
    one.open(uri, bad);
    two.open(uri, 'All is well.');
    assert.equal((await one.codes(uri)).length, 2);
    assert.deepEqual((await two.pushed(uri, 1)).diagnostics, []);
  });

  it('leave nothing behind when documents are closed', async () => {
    const client = await start();
    for (let i = 0; i < 5; i++) client.open(`untitled:${i}`, bad);
    for (let i = 0; i < 5; i++) await client.pull(`untitled:${i}`);
    await client.request('deskside/pause', { uri: 'untitled:1', paused: true });
    assert.equal(client.session.remembered, 5);
    for (let i = 0; i < 5; i++) client.close(`untitled:${i}`);
    await client.settled();
    assert.equal(client.session.remembered, 0);
  });

  for (const [what, rulePageBase, href] of [
    ['the pages of the client where it has some', 'https://example.org/rules/', 'https://example.org/rules/blame-language.md'],
    ['the rule itself where the client’s addresses have a place for it', 'command:show?{category}&{rule}', 'command:show?blame-language&blame-language%2Fshould-have'],
  ] as const) {
    it(`link to ${what}`, async () => {
      const client = await start({ capabilities: able, options: { rulePageBase } });
      client.open(uri, bad);
      const report = await client.pull(uri);
      assert(report.kind === 'full');
      assert.equal(report.items[0]?.codeDescription?.href, href);
    });
  }
});

import assert from 'node:assert/strict';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import { engine } from '../../server/src/core/engine.js';
import { work } from '../../server/src/core/work.js';
import { start, stopAll } from './harness.js';

const uri = 'untitled:Untitled-1';
const text = `---\nkind: article\n---\n\n# Boards\n\n${Array.from({ length: 3000 }, (_, i) => `## Part ${i}\n\nOpen the **Boards** page. You just click it, and wait for part ${i}.\n\n`).join('')}`;

describe('a long document', function () {
  this.timeout(60_000);
  afterEach(stopAll);

  it('lets others have their turn while it is read', async () => {
    const client = await start({ runtime: { engine } });
    client.open(uri, text, 'markdown');
    const pulled = client.pull(uri).then((report) => (report.kind === 'full' ? report.items.length : 0));
    assert.equal(await Promise.race([pulled.then(() => 'diagnostics'), client.settled().then(() => 'others')]), 'others');
    assert.equal(await pulled, engine.createLinter({}).lint({ text, kind: 'article' }).length);
  });

  it('is read as it stands when something is typed meanwhile', async () => {
    const client = await start({ runtime: { engine } });
    client.open(uri, text, 'markdown');
    const first = client.pull(uri);
    await client.settled();
    client.edit(uri, 'Part 7\n', 'Part seven\n\nYou should have known.\n');
    const codes = await client.codes(uri);
    await first;
    assert.deepEqual(codes, engine.createLinter({}).lint({ text: text.replace('Part 7\n', 'Part seven\n\nYou should have known.\n'), kind: 'article' }).map(({ rule }) => rule));
  });
});

describe('a long reply', function () {
  this.timeout(60_000);
  afterEach(stopAll);

  it('lets others have their turn while it is read, and is read as it stands when something is typed meanwhile', async () => {
    const client = await start({ runtime: { engine } });
    const reply = Array.from({ length: 1500 }, (_, i) => `You should have read part ${i}. You just click it.\n\n`).join('');
    client.open(uri, reply);
    const pulled = client.codes(uri);
    assert.equal(await Promise.race([pulled.then(() => 'diagnostics'), client.settled().then(() => 'others')]), 'others');
    client.edit(uri, 'part 7.', 'part seven, which nobody told you of.');
    const codes = await client.codes(uri);
    await pulled;
    assert.deepEqual(codes, engine.createLinter({}).lint({ text: reply.replace('part 7.', 'part seven, which nobody told you of.'), languageId: 'support-reply' }).map(({ rule }) => rule));
  });
});

describe('a long passage that somebody chose', function () {
  this.timeout(60_000);
  afterEach(stopAll);

  it('is read bit by bit, and as it stands after an edit', async () => {
    const client = await start({ runtime: { engine } });
    const passage = Array.from({ length: 1500 }, (_, i) => `You should have read part ${i}. You just click it.\n\n`).join('');
    client.open(uri, `Hi Sam,\n\n${passage}You should have asked.`);
    const asked = client.request('deskside/lintSelection', { uri, range: client.rangeOf(uri, passage) });
    assert.equal(await Promise.race([asked.then(() => 'findings'), client.settled().then(() => 'others')]), 'others');
    const found = engine.createLinter({}).lint({ text: passage, languageId: 'support-reply' }).length;
    assert.equal((await asked)?.diagnostics.length, found);
    client.edit(uri, 'You should have read part 7. ', '');
    assert.equal((await client.codes(uri)).length, found - 1);
    await client.request('deskside/lintSelection', { uri, range: null });
    assert.ok((await client.codes(uri)).length >= found);
  });

  it('is not read again when something else is edited, and is forgotten with its document', async () => {
    const client = await start({ runtime: { engine } });
    const passage = 'You should have read it. You just click it.\n\n'.repeat(600);
    client.open(uri, `Hi Sam,\n\n${passage}You should have asked.`);
    await client.request('deskside/lintSelection', { uri, range: client.rangeOf(uri, passage) });
    const codes = await client.codes(uri);
    const before = work.sentences;
    client.edit(uri, 'Sam', 'Samira');
    client.edit(uri, 'have asked', 'have asked us');
    assert.deepEqual(await client.codes(uri), codes);
    assert.equal(work.sentences, before);
    client.close(uri);
    await client.settled();
    assert.equal(client.session.remembered, 0);
  });
});

describe('a text that nobody wrote by hand', function () {
  this.timeout(60_000);
  afterEach(stopAll);

  it('is read bit by bit, and so is a reply as a whole', async () => {
    const client = await start({ runtime: { engine } });
    const reply = `> Can I have it back?\n\nHi Sam,\n\n${'You should have read it. I will send it back by Friday.\n\n'.repeat(7000)}`;
    client.open(uri, reply);
    const asked = client.request('deskside/anatomy', { uri }).then((anatomy) => anatomy?.sentences.length);
    assert.equal(await Promise.race([asked.then(() => 'anatomy'), client.settled().then(() => 'others')]), 'others');
    assert.ok(((await asked) ?? 0) > 14_000);
    assert.ok((await client.codes(uri)).length >= 7000);
  });

  it('is read no further once nobody waits for it', async () => {
    const client = await start({ runtime: { engine } });
    client.open(uri, text, 'markdown');
    const source = new CancellationTokenSource();
    const asked = client.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } }, source.token);
    await client.settled();
    source.cancel();
    await assert.rejects(asked);
    await client.settled();
    const before = { ...work };
    for (let i = 0; i < 10; i++) await client.settled();
    assert.deepEqual(work, before);
  });

  it('is read no further as what it was once somebody says that it is something else', async () => {
    const client = await start({ runtime: { engine } });
    client.open(uri, text, 'markdown');
    const before = work.sentences;
    const asked = client.codes(uri);
    await client.settled();
    await client.request('deskside/setKind', { uri, kind: 'off' });
    assert.deepEqual(await asked, []);
    for (let i = 0; i < 10; i++) await client.settled();
    // of nine thousand
    assert.ok(work.sentences - before < 3000, String(work.sentences - before));
  });

  it('is read on as long as one waits for it', async () => {
    const client = await start({ runtime: { engine } });
    client.open(uri, text, 'markdown');
    const source = new CancellationTokenSource();
    const asked = client.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } }, source.token);
    const other = client.codes(uri);
    await client.settled();
    source.cancel();
    await assert.rejects(asked);
    assert.ok((await other).length > 1000);
  });
});

describe('a request that was taken back', () => {
  afterEach(stopAll);

  it('costs nothing', async () => {
    const client = await start();
    client.open(uri, 'You should have read it.');
    for (let i = 0; i < 5; i++) {
      client.edit(uri, 'read', 'just read');
      const source = new CancellationTokenSource();
      const asked = client.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } }, source.token);
      source.cancel();
      await assert.rejects(asked);
    }
    assert.equal(client.log.lints, 0);
    assert.equal((await client.codes(uri)).length, 1);
    assert.equal(client.log.lints, 1);
  });
});

describe('requests for versions that edits have made out of date meanwhile', () => {
  afterEach(stopAll);

  it('are answered for the last one, which alone is read', async () => {
    const client = await start({ runtime: { turn: () => new Promise((resolve) => void setImmediate(resolve)) } });
    client.open(uri, 'You should have read it.');
    const asked = Array.from({ length: 20 }, () => {
      client.edit(uri, 'read', 'just read');
      return client.pull(uri);
    });
    const reports = await Promise.all(asked);
    assert.equal(client.log.lints, 1);
    assert.deepEqual(new Set(reports.map((report) => report.resultId)).size, 1);
  });

  it('cost an article no more than the last key alone', async () => {
    const client = await start({ runtime: { engine, turn: () => new Promise((resolve) => void setImmediate(resolve)) } });
    client.open(uri, '---\nkind: article\n---\n\nOpen the page.\n\nYou just click it.\n', 'markdown');
    await client.pull(uri);
    client.edit(uri, 'page', 'pages');
    await client.pull(uri);
    const count = async (keys: number): Promise<number> => {
      const before = work.sentences;
      const asked = Array.from({ length: keys }, () => {
        client.edit(uri, 'page', 'page s');
        return client.pull(uri);
      });
      await Promise.all(asked);
      return work.sentences - before;
    };
    assert.equal(await count(10), await count(1));
  });
});

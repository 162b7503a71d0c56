import { strict as assert } from 'node:assert';
import { plain, start, stopAll } from './harness.js';

const uri = 'untitled:Untitled-1';

describe('completion', () => {
  afterEach(stopAll);

  it('offers the snippets whose prefix is being typed, with what they are for', async () => {
    const client = await start();
    client.open(uri, 'Thank you.\n\nnext-s');
    assert.deepEqual(await client.complete(uri, 'next-s'), [
      {
        label: 'next-step',
        labelDetails: { description: 'Add a next step' },
        kind: 15,
        detail: 'Say who does what by when.',
        documentation: { kind: 'markdown', value: '**Add a next step**\n\n> I will write again by Friday.' },
        filterText: 'next-step',
        sortText: 'essentials/next-step',
        insertTextFormat: 2,
        textEdit: { range: { start: { line: 2, character: 0 }, end: { line: 2, character: 6 } }, newText: 'I will write again by ${1:Friday}.' },
      },
    ]);
  });

  it('offers all of the draft’s kind where nothing is typed', async () => {
    const client = await start();
    client.open(uri, 'Thank you. ');
    assert.deepEqual((await client.complete(uri, 'you. ')).map(({ label }) => label), ['next-step']);
    client.open('file:///w/a.md', '---\nkind: article\n---\n\nRead on. ', 'markdown');
    assert.deepEqual((await client.complete('file:///w/a.md', 'on. ')).map(({ label }) => label), ['before']);
  });

  it('knows every prefix of a snippet, and shows the one that is typed', async () => {
    const client = await start();
    client.open(uri, 'Com');
    assert.deepEqual((await client.complete(uri, 'Com')).map(({ label }) => label), ['commit']);
  });

  it('fills in tab stops for clients that cannot', async () => {
    const client = await start({ capabilities: plain });
    client.open(uri, 'next');
    const [item] = await client.complete(uri, 'next');
    assert.equal(item?.insertTextFormat, 1);
    assert.equal(item?.textEdit?.newText, 'I will write again by Friday.');
  });

  it('offers nothing in texts that are left alone', async () => {
    const client = await start();
    client.open('file:///w/README.md', 'next', 'markdown');
    assert.deepEqual(await client.complete('file:///w/README.md', 'next'), []);
  });
});

import { strict as assert } from 'node:assert';
import { plain, start, stopAll } from './harness.js';

const uri = 'file:///w/kb/a.md';
const text = '---\r\ntitle: A\r\nkind: artcle\r\n---\r\n\r\nOpen it.\r\n';

describe('a slip in a text’s own kind', () => {
  afterEach(stopAll);

  it('is told where it stands, though the text is not read, and can be mended', async () => {
    const client = await start();
    client.open(uri, text, 'markdown');
    const report = await client.pull(uri);
    const [diagnostic] = report.kind === 'full' ? report.items : [];
    assert.match(String(diagnostic?.message), /“kind” cannot be “artcle”; did you mean “article”\?/);
    assert.deepEqual(diagnostic?.range, { start: { line: 2, character: 6 }, end: { line: 2, character: 12 } });
    const [fix] = await client.actions(uri, 'artcle', ['quickfix']);
    assert.equal(client.applied(fix?.edit), text.replace('artcle', 'article'));
  });

  it('is told to clients that are pushed what is found', async () => {
    const client = await start({ capabilities: plain });
    client.open(uri, text, 'markdown');
    assert.equal((await client.pushed(uri, 1)).diagnostics.length, 1);
  });

  it('leaves words of other tools alone', async () => {
    const client = await start();
    client.open(uri, text.replace('artcle', 'node'), 'markdown');
    assert.deepEqual(await client.codes(uri), []);
  });
});

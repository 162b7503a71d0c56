import { strict as assert } from 'node:assert';
import { projectWith, teamSnippet } from './fakeProject.js';
import { plain, start, stopAll } from './harness.js';

const uri = 'untitled:Untitled-1';

describe('completion', () => {
  afterEach(stopAll);

  it('offers the snippets whose prefix is being typed, with what they are for', async () => {
    const client = await start();
    client.open(uri, 'Thank you.\n\nnext-s');
    assert.deepEqual((await client.complete(uri, 'next-s')).slice(0, 1), [
      {
        label: 'next-step',
        labelDetails: { description: 'Add a next step' },
        kind: 15,
        detail: 'Say who does what by when.',
        documentation: { kind: 'markdown', value: '**Add a next step**\n\n> I will write again by ‹Friday›.' },
        filterText: 'next-step',
        sortText: '0 essentials/next-step',
        insertTextFormat: 2,
        textEdit: { range: { start: { line: 2, character: 0 }, end: { line: 2, character: 6 } }, newText: 'I will write again by ${1:‹Friday›}.' },
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

  it('offers on an empty line the parts that the reply lacks, with the words that the checklist has for them', async () => {
    const client = await start();
    client.open(uri, 'Hi Ana,\n\nThank you.\n\n');
    const items = await client.complete(uri, 'you.\n\n');
    assert.deepEqual(items.map(({ label, sortText }) => [label, sortText]), [['next-step', '0 essentials/next-step'], ['Next step', ' 0']]);
    assert.equal(items[1]?.textEdit?.newText, 'I’ll ${1:‹look›} by ${2:‹noon›}.');
    client.open('untitled:2', 'Next');
    assert.ok((await client.complete('untitled:2', 'Next')).some(({ label }) => label === 'Next step'));
  });

  it('offers a part though the word that is being typed is taken for it', async () => {
    const client = await start();
    client.open(uri, 'Gree');
    assert.ok((await client.complete(uri, 'Gree')).some(({ label }) => label === 'Greeting'));
  });

  it('fills in what is known of the conversation', async () => {
    const client = await start({ runtime: { project: projectWith(teamSnippet('own', { body: '${agent}, ${ticket}, ${customer}.' })) } });
    client.settings = { fields: { agent: 'Sam' } };
    client.open(uri, 'own');
    client.open('untitled:2', 'own');
    await client.request('deskside/setFields', { uri, values: { ticket: '7' } });
    const textOf = async (draft: string) => (await client.complete(draft, 'own'))[0]?.textEdit?.newText;
    assert.deepEqual([await textOf(uri), await textOf('untitled:2')], ['Sam, 7, ${1:‹The customer’s name›}.', 'Sam, ${1:‹The ticket’s number›}, ${2:‹The customer’s name›}.']);
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
    assert.equal(item?.textEdit?.newText, 'I will write again by ‹Friday›.');
  });

  it('offers nothing in texts that are left alone', async () => {
    const client = await start();
    client.open('file:///w/README.md', 'next', 'markdown');
    assert.deepEqual(await client.complete('file:///w/README.md', 'next'), []);
  });
});

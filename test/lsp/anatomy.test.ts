import { strict as assert } from 'node:assert';
import type { AnatomyResult, PartItem } from '../../server/src/lsp/protocol.js';
import { engine } from '../../server/src/core/engine.js';
import { start, stopAll, type TestClient } from './harness.js';

const uri = 'untitled:Untitled-1';
const text = '> Will it cost me anything?\n> And when is it done?\n\nHi Ana,\n\nSorry about that. We triage it.\n';

async function anatomy(client: TestClient): Promise<AnatomyResult> {
  const result = await client.request('deskside/anatomy', { uri });
  assert(result);
  return result;
}

async function part(client: TestClient, title: string): Promise<PartItem> {
  const found = (await anatomy(client)).parts.find((one) => one.title.startsWith(title));
  assert(found);
  return found;
}

describe('the anatomy of a reply', () => {
  afterEach(stopAll);

  it('tells what each sentence does, and who does what by when', async () => {
    const client = await start();
    client.open(uri, 'Hi Ana,\n\nI’ll mend it by noon. I’ll write to you.\n');
    const { sentences, channel, words, grade, version } = await anatomy(client);
    assert.deepEqual(sentences, [
      { move: 'greet', range: client.rangeOf(uri, 'Hi Ana,'), commitment: null },
      { move: 'commit', range: client.rangeOf(uri, 'I’ll mend it by noon.'), commitment: { who: 'I’ll', what: 'mend it', when: 'by noon' } },
      { move: 'commit', range: client.rangeOf(uri, 'I’ll write to you.'), commitment: { who: 'I’ll', what: 'write to you', when: null } },
    ]);
    assert.deepEqual({ channel, words, grade, version }, { channel: 'email', words: 12, grade: null, version: 1 });
  });

  it('names the parts that are there by their words, and leaves out what is not needed', async () => {
    const client = await start();
    client.open(uri, text);
    const { parts, missing } = await anatomy(client);
    assert.deepEqual(parts.map(({ title, found, excerpt }) => [title, found, excerpt]), [
      ['Greeting', true, 'Hi Ana,'],
      ['Answer “Will it cost me anything?”', false, null],
      ['Answer “And when is it done?”', false, null],
      ['Next step', false, null],
    ]);
    assert.equal(missing, 3);
    assert.deepEqual(parts[0]?.range, client.rangeOf(uri, 'Hi Ana,'));
    assert.deepEqual(parts[2]?.range, client.rangeOf(uri, 'And when is it done?'));
    for (const { why } of parts) assert.match(why, /\.$/);
  });

  it('has the customer’s questions in one part as soon as they are answered', async () => {
    const client = await start();
    client.open(uri, text);
    client.edit(uri, 'We triage it.', 'My answer is no.');
    assert.deepEqual([(await part(client, 'Their questions')).excerpt, (await anatomy(client)).missing], ['answer', 1]);
  });

  it('offers ways to add what is missing, as snippets', async () => {
    const client = await start();
    client.open(uri, text);
    const { end } = client.rangeOf(uri, 'We triage it.\n');
    assert.deepEqual((await part(client, 'Next step')).inserts, [
      { title: 'Promise it', range: { start: end, end }, snippet: '\n\nI’ll ${1:look} by ${2:noon}.', preview: 'I’ll ‹look› by ‹noon›.' },
    ]);
    client.edit(uri, 'Hi Ana,', 'Ana,');
    const [greeting] = (await part(client, 'Greeting')).inserts;
    assert.deepEqual([greeting?.snippet, greeting?.preview], ['Hi \\$5 bill,', 'Hi $5 bill,']);
  });

  it('answers each open question in its own words', async () => {
    const client = await start();
    client.open(uri, text);
    assert.deepEqual((await part(client, 'Answer “Will')).inserts.map(({ snippet }) => snippet), ['Will it cost me anything? ${1:Yes}.']);
    assert.deepEqual((await part(client, 'Answer “And')).inserts.map(({ snippet }) => snippet), ['And when is it done? ${1:Yes}.']);
  });

  it('keeps the questions in sight that are put off, and misses nothing for them', async () => {
    const client = await start({ runtime: { engine } });
    client.open(uri, '> When does my parcel come? And how do I change the address?\n\nHi Ana,\n\nThanks for writing. Which order is it?\n\nKind regards,\nJo\n');
    const later = (await anatomy(client)).parts.filter(({ id }) => id === 'answers');
    assert.deepEqual(later.map(({ title, found, putOff, excerpt }) => [title, found, putOff, excerpt]), [
      ['To answer later: “When does my parcel come?”', true, true, 'Which order is it?'],
      ['To answer later: “And how do I change the address?”', true, true, 'Which order is it?'],
    ]);
    assert.deepEqual(later[0]?.range, client.rangeOf(uri, 'Which order is it?'));
  });

  it('is read once for a version, together with everything else', async () => {
    const client = await start();
    client.open(uri, text);
    await client.pull(uri);
    assert.equal(client.log.anatomies, 0, 'nobody has asked yet');
    await Promise.all([anatomy(client), client.symbols(uri), anatomy(client)]);
    assert.deepEqual([client.log.lints, client.log.anatomies], [1, 1]);
    client.edit(uri, 'triage', 'mend');
    assert.equal((await anatomy(client)).version, 2);
    assert.deepEqual([client.log.lints, client.log.anatomies], [2, 2]);
  });

  it('is of whole replies alone', async () => {
    const client = await start();
    const none = async (): Promise<void> => assert.deepEqual([await client.request('deskside/anatomy', { uri }), await client.symbols(uri)], [null, []]);
    client.open(uri, text);
    await client.request('deskside/setKind', { uri, kind: 'article' });
    await none();
    await client.request('deskside/setKind', { uri, kind: 'reply' });
    await client.request('deskside/pause', { uri, paused: true });
    await none();
    await client.request('deskside/pause', { uri, paused: false });
    await client.request('deskside/lintSelection', { uri, range: client.rangeOf(uri, 'We triage it.') });
    await none();
    await client.request('deskside/lintSelection', { uri, range: null });
    assert.equal((await anatomy(client)).missing, 3);
    client.edit(uri, 'Hi Ana', 'Guten Tag');
    await none();
    assert.equal(await client.request('deskside/anatomy', { uri: 'untitled:none' }), null);
  });

  it('takes nothing down when it fails', async () => {
    const client = await start();
    client.open(uri, `${text}crash\n`);
    assert.equal(await client.request('deskside/anatomy', { uri }), null);
    assert.deepEqual(await client.codes(uri), ['jargon']);
    await client.next<{ message: string }>('window/logMessage', ({ message }) => message.includes('mistake of ours'));
  });

  it('is announced to clients that asked for it, whenever it may be another one', async () => {
    const client = await start({ options: { anatomy: true } });
    client.open(uri, text);
    await client.pull(uri);
    await client.pull(uri);
    assert.equal(client.count('deskside/didChangeAnatomy'), 1);
    client.edit(uri, 'triage', 'mend');
    await client.pull(uri);
    await client.request('deskside/pause', { uri, paused: true });
    assert.equal(client.count('deskside/didChangeAnatomy'), 3);
    const quiet = await start();
    quiet.open(uri, text);
    await quiet.pull(uri);
    assert.equal(quiet.count('deskside/didChangeAnatomy'), 0);
  });
});

describe('the outline of a reply', () => {
  afterEach(stopAll);

  it('has what each sentence does and enough of it to know it by', async () => {
    const client = await start();
    client.open(uri, `${text}\nI’ll look into the log of the mail server and of the web server and of every other server there is by 5 pm today. I’ll write.\n`);
    const symbols = await client.symbols(uri);
    assert.deepEqual(symbols.map(({ name }) => name), [
      'Greet — Hi Ana,',
      'Apologise — Sorry about that.',
      'We triage it.',
      'Commit — I’ll look into the log of the mail server and… by 5 pm today',
      'Commit — I’ll write.',
    ]);
    const [greeting] = symbols;
    assert(greeting && 'range' in greeting);
    assert.deepEqual([greeting.range, greeting.selectionRange], [client.rangeOf(uri, 'Hi Ana,'), client.rangeOf(uri, 'Hi Ana,')]);
    assert.equal(new Set(symbols.map(({ kind }) => kind)).size, 4);
  });

  it('is a flat list for clients that know no other', async () => {
    const client = await start({ capabilities: {} });
    client.open(uri, text);
    const [greeting] = await client.symbols(uri);
    assert(greeting && 'location' in greeting);
    assert.deepEqual(greeting.location, { uri, range: client.rangeOf(uri, 'Hi Ana,') });
  });
});

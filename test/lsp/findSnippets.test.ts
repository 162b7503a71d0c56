import { strict as assert } from 'node:assert';
import { engine } from '../../server/src/core/engine.js';
import { projectWith, teamSnippet } from './fakeProject.js';
import { start, stopAll } from './harness.js';

const uri = 'untitled:Untitled-1';
const runtime = {
  engine,
  project: projectWith(
    teamSnippet('a/parcel one', { title: 'Parcel', body: 'Your parcel, ${customer}, is with ${plan} by ${CURRENT_YEAR}. ${agent}', tags: ['courier'] }),
    teamSnippet('blame', { answers: ['blame-language'] }),
    teamSnippet('then', { answers: ['next-step'] }),
    teamSnippet('bill', { when: ['billing'] }),
  ),
};

describe('finding snippets', () => {
  afterEach(stopAll);

  it('looks at titles, tags and texts, and names the file', async () => {
    const client = await start({ runtime, folders: ['file:///w'] });
    client.open(uri, 'Hi Ana,\n\n');
    for (const text of ['parcel', 'courier', 'your parcel is with']) {
      const [first] = await client.request('deskside/findSnippets', { uri, text });
      assert.deepEqual([first?.id, first?.file, first?.fields.map(({ name }) => name)], ['team/a/parcel one', 'file:///w/.deskside/packs/team/snippets/a/parcel%20one.md', ['customer', 'plan', 'agent']]);
    }
    assert.deepEqual(await client.request('deskside/findSnippets', { uri, text: 'nothing of the kind' }), []);
    assert.deepEqual((await client.request('deskside/findSnippets', { text: 'courier' })).map(({ id }) => id), ['team/a/parcel one']);
  });

  it('puts first what answers the finding, then what is missing, then what the customer wrote for', async () => {
    const client = await start({ runtime });
    const phrase = 'You should have asked for the invoice.';
    client.open(uri, `> I was charged twice for my invoice this month. Refund me!\n\n${phrase}\n`);
    const found = await client.request('deskside/findSnippets', { uri, text: '', at: client.rangeOf(uri, phrase) });
    assert.deepEqual(found.filter(({ pack }) => pack === 'team').map(({ id, because }) => `${id} ${because ?? ''}`), ['team/blame finding', 'team/then part', 'team/bill customer', 'team/a/parcel one ']);
  });

  it('puts what is nearest to the customer’s words before what is for the same case', async () => {
    const [leave, twice] = [teamSnippet('leave', { title: 'A plan is cancelled', when: ['billing'] }), teamSnippet('twice', { title: 'A second payment', when: ['billing'] })];
    const client = await start({ runtime: { engine, project: projectWith(leave, twice) } });
    client.open(uri, '> I was charged twice for my invoice this month. When is the second payment back?\n\nHi Ana,\n');
    const found = await client.request('deskside/findSnippets', { uri, text: '' });
    assert.deepEqual(found.flatMap(({ id, because }) => (because === 'customer' ? [id] : [])), ['team/twice', 'team/leave']);
  });

  it('offers nothing for notes, and no articles’ snippets for replies', async () => {
    const client = await start({ runtime });
    client.open(uri, 'Hi Ana,\n\n');
    assert.equal((await client.request('deskside/findSnippets', { uri, text: '' })).some(({ kinds }) => !kinds.includes('reply')), false);
    await client.request('deskside/setKind', { uri, kind: 'note' });
    assert.deepEqual(await client.request('deskside/findSnippets', { uri, text: '' }), []);
  });

  it('fills in what is known and asks for the rest, once', async () => {
    const client = await start({ runtime });
    client.settings = { fields: { agent: 'Sam' } };
    client.open(uri, 'Hi Ana,\n\n');
    const ask = () => client.request('deskside/fillSnippet', { uri, id: 'team/a/parcel one' });
    assert.deepEqual(await ask(), { title: 'Parcel', body: 'Your parcel, Ana, is with ${1:‹Their plan›} by ${CURRENT_YEAR}. Sam', unknown: [{ name: 'plan', title: 'Their plan' }] });
    await client.request('deskside/setFields', { uri, values: { plan: 'Pro' } });
    await client.request('deskside/setFields', { uri, values: { customer: 'Ms Lopez' } });
    assert.deepEqual(await ask(), { title: 'Parcel', body: 'Your parcel, Ms Lopez, is with Pro by ${CURRENT_YEAR}. Sam', unknown: [] });
    client.close(uri);
    client.open(uri, 'Hi Ana,\n\n');
    assert.equal((await ask())?.unknown.length, 1);
    assert.equal(await client.request('deskside/fillSnippet', { uri, id: 'team/gone' }), null);
  });
});

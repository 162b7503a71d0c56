import { strict as assert } from 'node:assert';
import { engine } from '../../server/src/core/engine.js';
import { disk } from './disk.js';
import { start, stopAll } from './harness.js';

const uri = 'file:///w/a.reply.md';

describe('an ignore file', () => {
  afterEach(stopAll);

  it('has its unknown rules named in the status of the documents that they are for', async () => {
    const { project } = disk({ '/w/.deskside-ignore.yaml': '- { rule: jargn, file: a.reply.md }\n- { rule: tone, file: b.reply.md }\n- { rule: jargon, file: a.reply.md }\n' });
    const client = await start({ runtime: { engine, project }, folders: ['file:///w'] });
    client.open(uri, 'I will triage it.\n');
    assert.deepEqual((await client.request('deskside/status', { uri }))?.problems, ['.deskside-ignore.yaml, line 1: There is no rule or category “jargn”; did you mean “jargon”? The entry ignores nothing.']);
  });
});

describe('a workspace that nobody vouches for', () => {
  afterEach(stopAll);

  it('brings the snippets of its packs, no rules and no words, and says so in the status', async () => {
    const { project } = disk({
      '/w/.deskside/packs/team/pack.yaml': 'name: team\ntitle: Our team\nversion: 1.0.0\ndescription: Ours.\n',
      '/w/.deskside/packs/team/snippets/a.md': '---\ntitle: A\nprefix: team-a\ndescription: B.\n---\nHello.\n',
      '/w/.deskside/packs/team/rules/cart.yaml': 'message: Say basket.\nwhy: We do.\nphrases: ["cart~"]\nexamples:\n  flag: [A cart.]\n  ok: [A basket.]\n',
      '/w/.deskside/packs/team/terms.yaml': 'allow: [triage]\n',
    });
    const client = await start({ runtime: { engine, project }, options: { trusted: false }, folders: ['file:///w'] });
    client.open(uri, 'Your cart is empty, so I will triage it.\n');
    const own = async () => (await client.codes(uri)).filter((code) => code === 'team/cart' || String(code).startsWith('jargon'));
    assert.deepEqual(await own(), ['jargon/desk']);
    assert.equal((await client.request('deskside/findSnippets', { uri, text: 'team-a' }))[0]?.id, 'team/a');
    const said = (await client.request('deskside/status', { uri }))?.problems;
    assert.deepEqual(said, ['“Our team”: its rules and words wait until you trust this workspace; its snippets work.']);
    await client.connection.sendNotification('deskside/trust', {});
    assert.deepEqual(await own(), ['team/cart']);
    assert.deepEqual((await client.request('deskside/status', { uri }))?.problems, []);
  });
});

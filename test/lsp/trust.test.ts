import { strict as assert } from 'node:assert';
import { engine } from '../../server/src/core/engine.js';
import { disk } from './disk.js';
import { start, stopAll } from './harness.js';

const uri = 'file:///w/a.reply.md';

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
    assert.deepEqual(said, ['The pack “Our team” has rules or words of its own, which are not used before you trust this workspace; its snippets are.']);
    await client.connection.sendNotification('deskside/trust', {});
    assert.deepEqual(await own(), ['team/cart']);
    assert.deepEqual((await client.request('deskside/status', { uri }))?.problems, []);
  });
});

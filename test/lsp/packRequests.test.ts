import { strict as assert } from 'node:assert';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CancellationTokenSource } from 'vscode-languageserver';
import { packService } from '../../server/src/hosts/packService.js';
import type { PackService } from '../../server/src/lsp/packService.js';
import { nodeWorld } from '../../server/src/packs/index.js';
import { start, stopAll } from './harness.js';

describe('requests about packs', () => {
  let root = '';
  const owner = { folder: 'file:///w' } as const;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'deskside-test-'));
    mkdirSync(join(root, 'shared/snippets'), { recursive: true });
    writeFileSync(join(root, 'shared/pack.yaml'), 'name: team\ntitle: Our team\nversion: 1.0.0\ndescription: Ours.\n');
    writeFileSync(join(root, 'shared/snippets/a.md'), '---\ntitle: A\nprefix: a\ndescription: B.\n---\nHello.\n');
  });
  afterEach(() => {
    stopAll();
    rmSync(root, { recursive: true });
  });

  const service = (): PackService => packService({ world: nodeWorld, own: undefined, pathOf: (uri) => uri.replace('file:///w', root), uriOf: (path) => path.replace(root, 'file:///w') });

  it('show what a pack brings before it is put in place', async () => {
    const client = await start({ runtime: { packs: service() } });
    const { plan, ...planned } = await client.request('deskside/planPack', { owner, wish: { add: 'shared' } });
    assert.deepEqual(planned, { name: 'team', title: 'Our team', to: '1.0.0', changes: [{ what: 'snippet', change: 'added', id: 'team/a', title: 'A' }], problems: [], changedHere: false, isNew: true });
    assert.equal(existsSync(join(root, '.deskside')), false);
    await client.request('deskside/applyPack', { plan });
    const listed = await client.request('deskside/listPacks', { owner });
    assert.deepEqual(listed.at(-1), { name: 'team', title: 'Our team', version: '1.0.0', description: 'Ours.', snippets: 1, rules: 0, source: './shared', folder: 'file:///w/.deskside/packs/team', changedHere: false });
    await assert.rejects(client.request('deskside/applyPack', { plan }), /out of date/u);
    await client.request('deskside/removePack', { owner, name: 'team' });
    assert.equal((await client.request('deskside/listPacks', { owner })).some(({ name }) => name === 'team'), false);
  });

  it('say what is wrong in a sentence', async () => {
    const client = await start({ runtime: { packs: service() } });
    await assert.rejects(client.request('deskside/planPack', { owner, wish: { update: 'team' } }), /The pack “team” was not added here/u);
    const web = await start();
    await assert.rejects(web.request('deskside/planPack', { owner, wish: { add: 'shared' } }), /on the desktop only/u);
  });

  it('can be called off', async () => {
    let begun = (): void => undefined;
    const waiting = new Promise<void>((resolve) => (begun = resolve));
    const slow: PackService = { ...service(), plan: (_owner, _wish, { signal }) => new Promise((_, reject) => (signal.addEventListener('abort', () => reject(signal.reason as Error)), begun())) };
    const client = await start({ runtime: { packs: slow } });
    const cancel = new CancellationTokenSource();
    const asked = client.connection.sendRequest('deskside/planPack', { owner, wish: { add: 'shared' } }, cancel.token);
    await waiting;
    cancel.cancel();
    await assert.rejects(asked, /called off/u);
  });
});

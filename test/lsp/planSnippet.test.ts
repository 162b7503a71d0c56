import { strict as assert } from 'node:assert';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pack, Snippet } from '../../server/src/core/index.js';
import { engine } from '../../server/src/core/engine.js';
import { packService } from '../../server/src/hosts/packService.js';
import { checkPackFolder } from '../../server/src/files/packCheck.js';
import { nodeFileSystem } from '../../server/src/files/nodeFileSystem.js';
import { nodeWorld } from '../../server/src/packs/index.js';
import { projectWith, teamSnippet } from './fakeProject.js';
import { start, stopAll } from './harness.js';

const uri = 'untitled:Untitled-1';
const passage = 'Sorry that ticket 48213 waited, Ana. The second courier has it, and you get it by noon tomorrow.';

describe('a passage that becomes a snippet', () => {
  let root = '';
  beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'deskside-test-'))));
  afterEach(() => {
    stopAll();
    rmSync(root, { recursive: true });
  });

  async function draft(...snippets: readonly Snippet[]) {
    const packs = packService({ world: nodeWorld, own: join(root, 'own'), pathOf: (one) => one.replace('file:///w', root), uriOf: (path) => path.replace(root, 'file:///w') });
    const client = await start({ runtime: { engine, packs, project: projectWith(...snippets) }, folders: ['file:///w'] });
    client.open(uri, `Hi Ana,\n\n${passage}\n\nKind regards\n`);
    return { client, range: client.rangeOf(uri, passage) };
  }

  it('is looked at first: its title, and what belongs to this conversation', async () => {
    const { client, range } = await draft();
    assert.deepEqual(await client.request('deskside/planSnippet', { uri, range }), {
      title: 'Sorry that ticket 48213 waited, Ana',
      particulars: [{ kind: 'ticket', text: '48213', becomes: '${ticket}' }, { kind: 'customer', text: 'Ana', becomes: '${customer}' }, { kind: 'time', text: 'noon tomorrow', becomes: 'noon tomorrow' }],
      alike: [],
    });
  });

  it('shows the snippets that say the same', async () => {
    const { client, range } = await draft(teamSnippet('twin', { title: 'Twin', body: 'Sorry that ticket ${ticket} waited, ${customer}. The second courier has it, and you get it by ${1:Monday}.' }), teamSnippet('other', {}));
    const plan = await client.request('deskside/planSnippet', { uri, range });
    assert.deepEqual(plan?.alike.map(({ id, title, likeness, file }) => [id, title, likeness, file]), [['team/twin', 'Twin', 1, 'file:///w/.deskside/packs/team/snippets/twin.md']]);
  });

  it('is written into a new pack that has nothing to mend, ready to be described', async () => {
    const { client, range } = await draft();
    const to = { owner: { folder: 'file:///w' }, title: 'Our team!' } as const;
    const saved = await client.request('deskside/saveSnippet', { uri, range, title: 'Sorry: it waited', replace: [0, 1, 2], to });
    const folder = join(root, '.deskside/packs/our-team');
    const text = readFileSync(join(folder, 'snippets/sorry-it-waited.md'), 'utf8');
    assert.equal(saved?.file, 'file:///w/.deskside/packs/our-team/snippets/sorry-it-waited.md');
    assert.equal(text, '---\ntitle: "Sorry: it waited"\nprefix: sorry-it-waited\ndescription: Say here when to use it.\nfor:\n  - apologise\n  - commit\n---\nSorry that ticket ${ticket} waited, ${customer}. The second courier has it, and you get it by ${1:noon tomorrow}.\n');
    const { start: from, end } = saved.select;
    assert.equal(text.split('\n')[from.line]?.slice(from.character, end.character), 'Say here when to use it.');
    const { findings } = await checkPackFolder(nodeFileSystem, folder, { createLinter: engine.createLinter, config: {}, others: [], today: '2025-06-01' });
    assert.deepEqual(findings, []);
    await assert.rejects(client.request('deskside/saveSnippet', { uri, range, title: 'X', replace: [], to }), /There is a pack “our-team” already/u);
  });

  it('gets a name and a prefix of its own, and keeps what nobody wants replaced', async () => {
    const { client, range } = await draft();
    const own = { owner: 'own', title: 'Mine' } as const;
    await client.request('deskside/saveSnippet', { uri, range, title: 'Wait', replace: [], to: own });
    await client.request('deskside/saveSnippet', { uri, range, title: 'Wait', replace: [2], to: { folder: 'file:///w/own/packs/mine' } });
    const text = readFileSync(join(root, 'own/packs/mine/snippets/wait-2.md'), 'utf8');
    assert.match(text, /\nprefix: wait-2\n[^]*48213 waited, Ana\.[^]*\$\{1:noon tomorrow\}/u);
    await assert.rejects(client.request('deskside/saveSnippet', { uri, range, title: 'Wait', replace: [], to: { folder: 'file:///w/nowhere' } }), /cannot be used, so that nothing can be added to the pack/u);
    await assert.rejects(client.request('deskside/saveSnippet', { uri, range, title: 'Wait', replace: [], to: { owner: 'own', title: '…' } }), /Call it something else/u);
    assert.equal(existsSync(join(root, 'nowhere')), false);
  });
});

describe('a built-in snippet', () => {
  let root = '';
  beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'deskside-test-'))));
  afterEach(() => {
    stopAll();
    rmSync(root, { recursive: true });
  });

  it('is edited as a copy in a pack of one’s own, with all that is said of it but a prefix that is not taken', async () => {
    const packs = packService({ world: nodeWorld, own: join(root, 'own'), pathOf: (one) => one.replace('file:///w', root), uriOf: (path) => path.replace(root, 'file:///w') });
    const body = 'Could you send me ${1:the log}?\n\nThank you, ${customer}.';
    const builtin: Pack = { name: 'essentials', title: 'Essentials', version: '1.0.0', description: 'Ours.', language: 'en', snippets: [{ id: 'essentials/ask', title: 'Ask with a reason', prefix: ['ask-with-a-reason'], description: 'You need a file: say why.', answers: ['command-tone'], moment: 'asking', kinds: ['reply'], when: ['bug'], tags: ['log'], body }] };
    const client = await start({ runtime: { engine, packs, builtinPacks: [builtin], project: projectWith(...builtin.snippets) }, folders: ['file:///w'] });
    const saved = await client.request('deskside/copySnippet', { id: 'essentials/ask', to: { owner: 'own', title: 'Mine' } });
    const text = readFileSync(join(root, 'own/packs/mine/snippets/ask-with-a-reason.md'), 'utf8');
    assert.equal(text, `---\ntitle: Ask with a reason\nprefix: ask-with-a-reason-2\ndescription: "You need a file: say why."\nfor:\n  - command-tone\nmoment: asking\nkinds:\n  - reply\nwhen:\n  - bug\ntags:\n  - log\n---\n${body}\n`);
    assert.deepEqual(saved, { file: 'file:///w/own/packs/mine/snippets/ask-with-a-reason.md', select: { start: { line: 14, character: 0 }, end: { line: 14, character: 0 } } });
    const { findings } = await checkPackFolder(nodeFileSystem, join(root, 'own/packs/mine'), { createLinter: engine.createLinter, config: {}, others: [], today: '2025-06-01' });
    assert.deepEqual(findings, []);
    assert.equal(await client.request('deskside/copySnippet', { id: 'team/ask', to: { owner: 'own', title: 'Other' } }), null);
  });
});

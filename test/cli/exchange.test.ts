import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'pathe';
import { nodeFileSystem } from '../../server/src/files/nodeFileSystem.js';
import { sample } from '../exchange/samples.js';
import { run } from './run.js';

const zendesk = { '/desk/macros.json': sample('zendesk') };

describe('deskside pack import', () => {
  it('makes a pack, and says what could not be carried', async () => {
    const { code, out, text } = await run('pack import macros.json --from zendesk --to packs/ours', { files: zendesk });
    assert.equal(code, 0);
    assert.match(out, /^packs\/ours: 3 snippets from Zendesk\./u);
    assert.match(out, /\n {2}Take it\n {4}It has no text to send/u);
    assert.match(text('/desk/packs/ours/pack.yaml'), /^name: ours$/mu);
    assert.match(text('/desk/packs/ours/snippets/billing/refunds/refund-sent.md'), /Hello \$\{customer:there\},/u);
  });

  it('answers 1 where a text was left out', async () => {
    const files = { '/desk/m.json': '[{"title":"A","actions":[{"field":"comment_value","value":"x"}]}, {"no":"title"}]' };
    const { code, out } = await run('pack import m.json --from zendesk --to a', { files });
    assert.equal(code, 1);
    assert.match(out, /Entry 2\n {4}It is no macro: it has no title\./u);
  });

  it('takes a slip in a placeholder for one, and leaves other placeholders alone', async () => {
    const value = 'Hello {{ticket.requester.frist_name}}, {{ticket.group.name}} has {{ticket.titel | upcase}}, {{ticket.requester.phone}} {{ticket.id}}';
    const { out } = await run('pack import m.json --from zendesk --to a', { files: { '/desk/m.json': JSON.stringify([{ title: 'A', actions: [{ field: 'comment_value', value }] }]) } });
    const said = out.replace(/\s+/gu, ' ');
    assert.match(said, /“ticket\.requester\.frist_name” is no placeholder that we know there, and looks like a slip: “ticket\.requester\.first_name” was most likely meant\./u);
    assert.match(said, /looks like a slip: “ticket\.title” was most likely meant/u);
    assert.equal(said.match(/looks like a slip/gu)?.length, 2);
  });

  it('says which format a file looks like where it is another', async () => {
    for (const file of readdirSync(new URL('../exchange/samples', import.meta.url))) {
      const id = file.startsWith('vscode') ? 'vscode' : file.replace(/\.\w+$/u, '');
      for (const named of ['zendesk', 'espanso', 'vscode'].filter((one) => one !== id)) {
        const { err, code } = await run(`pack import x --from ${named} --to a`, { files: { '/desk/x': sample(id) } });
        assert.equal(code, 2, `${id} as ${named}`);
        assert.match(err, new RegExp(`It looks like [^:]+: try --from ${id}\\.`, 'u'));
      }
    }
  });

  it('writes nothing over another file, unless it is told to', async () => {
    const files = { ...zendesk, '/desk/a/pack.yaml': 'mine' };
    const refused = await run('pack import macros.json --from zendesk --to a', { files });
    assert.equal(refused.code, 2);
    assert.match(refused.err, /a\/pack\.yaml is there already\..*--force.*Nothing was written\./u);
    assert.equal(refused.text('/desk/a/pack.yaml'), 'mine');
    assert.throws(() => refused.text('/desk/a/snippets/ask-for-a-log.md'));
    const forced = await run('pack import macros.json --from zendesk --to a --force', { files });
    assert.equal(forced.code, 0);
    assert.match(forced.text('/desk/a/pack.yaml'), /^name: a$/mu);
  });

  it('follows no link out of the folder', async () => {
    const files = { ...zendesk, '/desk/a/readme.md': 'x', '/desk/a/snippets': { link: '/etc' }, '/etc/hosts': 'x' };
    const { code, err } = await run('pack import macros.json --from zendesk --to a', { files });
    assert.equal(code, 2);
    assert.match(err, /a\/snippets is a link that leads elsewhere/u);
  });

  const bad: readonly (readonly [string, string | Uint8Array, RegExp])[] = [
    ['is not JSON', '{"macros": [\n{]', /bad\.json is not JSON.*--from/u],
    ['is empty', '', /bad\.json is empty/u],
    ['is of another shape', '{"users": []}', /holds no list of macros; Zendesk gives one under “macros”/u],
    ['holds nothing to carry', '{"macros": []}', /holds no text that could be a snippet/u],
    ['is no text', new Uint8Array([0, 1, 2]), /is a binary file/u],
    ['is far too large', ' '.repeat(17 * 1024 * 1024), /is longer than 16 MB/u],
    ['is nested without end', `[{"title":"A","actions":[{"field":"comment_value","value":"x"}],"x":${'['.repeat(20_000)}${']'.repeat(20_000)}}]`, /nested too deeply/u],
  ];
  for (const [what, contents, message] of bad) {
    it(`has a word for a file that ${what}`, async () => {
      const { code, out, err } = await run('pack import bad.json --from zendesk --to a', { files: { '/desk/bad.json': contents } });
      assert.deepEqual([code, out], [2, '']);
      assert.match(err, message);
    });
  }

  const wrong: readonly (readonly [string, RegExp])[] = [
    ['pack imprt', /Did you mean deskside pack import\?/u],
    ['pack import macros.json --to b', /Say in which format it is: --from can be vscode.* It looks like Zendesk: try --from zendesk\./u],
    ['pack import a.json --from zendsk --to b', /Did you mean zendesk\?/u],
    ['pack import --from zendesk --to b', /Say which one: deskside pack import FILE/u],
    ['pack import a.json --from zendesk', /--to DIR/u],
    ['pack import gone.json --from zendesk --to b', /gone\.json cannot be read \(there is no such file\)/u],
    ['pack export gone --to zendesk', /gone is no pack that can be read; .*essentials/u],
    ['pack export essentials --to word', /There is no format “word”\./u],
  ];
  for (const [command, message] of wrong) {
    it(`refuses “${command}” and says the way out`, async () => {
      const { code, err } = await run(command, { files: { '/desk/macros.json': '{"macros":[{"title":"A","actions":[{"field":"comment_value","value":"Hello."}]}]}' } });
      assert.equal(code, 2);
      assert.match(err, message);
    });
  }
});

describe('deskside pack export', () => {
  it('gives a built-in pack to another product', async () => {
    const { code, out, err } = await run('pack export essentials --to zendesk');
    assert.equal(code, 0);
    assert.match(JSON.parse(out).macros[0].actions[0].value, /^<p>Could you send me \[what you need\]\?/u);
    assert.match(err, /^essentials: \d+ snippets for Zendesk\./u);
  });

  it('writes a file, but not over another', async () => {
    const { code, text } = await run('pack export essentials --to vscode --out out/ours.code-snippets');
    assert.equal(code, 0);
    assert.match(text('/desk/out/ours.code-snippets'), /"Sorry for the wait": \{/u);
    const again = await run('pack export essentials --to vscode --out o', { files: { '/desk/o': 'mine' } });
    assert.match(again.err, /o is there already/u);
    assert.equal(again.text('/desk/o'), 'mine');
  });
});

describe('a new file on the disk', () => {
  it('comes with its folders, whole, and never in another’s place', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'deskside-'));
    try {
      const path = join(folder, 'a/b/c.md');
      await nodeFileSystem.create(path, Buffer.from('first'));
      await assert.rejects(nodeFileSystem.create(path, Buffer.from('second')), { code: 'EEXIST' });
      assert.equal(readFileSync(path, 'utf8'), 'first');
      assert.deepEqual(readdirSync(join(folder, 'a/b')), ['c.md']);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

import assert from 'node:assert/strict';
import { engine } from '../../server/src/core/engine.js';
import { run } from './run.js';

const files = {
  '/desk/.deskside.yaml': 'extends: tone\nkinds:\n  kb: article\nallow: [VPN]\noverrides:\n  - files: kb/int\n    audience: general\n    rules:\n      jargon: error\n',
  '/desk/node_modules/tone/.deskside.yaml': 'audience: technical\nrules:\n  jargon: off\nallow: [SSO]\nterms: { BAN: billing account number }\n',
  '/desk/.deskside-ignore.yaml': '- rule: jargon\n  file: kb/a.md\n',
};

describe('deskside config', () => {
  it('prints what holds for a file, and where each value comes from', async () => {
    const { code, out, err } = await run('config kb/int/a.md --preset all', { files });
    assert.deepEqual([code, err], [0, 'kb/int/a.md: there is no such file yet; this is what would hold for one there.\n']);
    assert.equal(out, `kb/int/a.md
  article, as “kb” stands under “kinds” (.deskside.yaml:3)

  preset        all                     option on the command line
  audience      general                 .deskside.yaml:7, for kb/int
  rules.jargon  error                   .deskside.yaml:9, for kb/int
  terms.BAN     billing account number  node_modules/tone/.deskside.yaml:5
  allow         SSO                     node_modules/tone/.deskside.yaml:4
  allow         VPN                     .deskside.yaml:4
  ignores       1 of them               .deskside-ignore.yaml
`);
  });

  it('gives the same to programs', async () => {
    const { out } = await run('config kb/a.md --format json', { files });
    const { kind, kindSaidAt, settings, configFiles } = JSON.parse(out);
    assert.deepEqual([kind, kindSaidAt, configFiles], ['article', { pattern: 'kb', file: '.deskside.yaml', line: 3 }, ['node_modules/tone/.deskside.yaml', '.deskside.yaml']]);
    assert.deepEqual(settings.slice(0, 3), [
      { key: 'preset', value: 'recommended', from: { by: 'default' } },
      { key: 'audience', value: 'technical', from: { by: 'file', file: 'node_modules/tone/.deskside.yaml', line: 1 } },
      { key: 'rules.jargon', value: 'off', from: { by: 'file', file: 'node_modules/tone/.deskside.yaml', line: 3 } },
    ]);
  });

  it('lets the front matter of a text have the last word', async () => {
    const text = '---\nkind: article\nKB: troubleshooting\naudience: technical\n---\n\nkb: faq\n';
    const own = { '/desk/kb/a.md': text, '/desk/kb/b.md': text.replace('kind: article', 'kind: reply') };
    const said = await run('config kb/a.md', { files: { ...own, '/desk/.deskside.yaml': 'kb:\n  kb/**: how-to\n' } });
    assert.match(said.out, /^ {2}kb +troubleshooting +kb\/a\.md:3$/m);
    assert.match(said.out, /^ {2}audience +technical +kb\/a\.md:4$/m);
    assert.match((await run('config kb/a.md', { files: own })).out, /^ {2}kb +troubleshooting +kb\/a\.md:3$/m, 'where nobody else names one');
    assert.doesNotMatch((await run('config kb/b.md', { files: own })).out, /troubleshooting/, 'a reply has no template');
  });

  it('says why a file is not read', async () => {
    const world = { files: { '/desk/.deskside.yaml': 'ignore:\n  - a\n  - old\n', '/desk/b.md': '' } };
    assert.match((await run('config old/a.md', world)).out, /not read: “old” stands under “ignore” \(\.deskside\.yaml:3\)/);
    assert.match((await run('config b.md', world)).out, /not read: nothing says that it is a reply or an article/);
  });

  it('prints what holds in a folder, and what its texts are read as', async () => {
    const texts = { '/desk/kb/a.md': 'One.', '/desk/kb/b.md': 'Two.', '/desk/kb/int/c.reply': 'Three.' };
    const { code, out, err } = await run('config kb', { files: { ...files, ...texts } });
    assert.deepEqual([code, err], [0, '']);
    assert.ok(out.startsWith('kb\n  a folder; of the texts in it are\n    2  article, as “kb” stands under “kinds” (.deskside.yaml:3)\n    1  reply, as its name says\n\n  preset '), out);
    assert.match(out, /^ {2}audience +technical .*\n/m);
    assert.match(out, /\nFor some of these files “overrides” say more: deskside config FILE shows it\.\n$/);
    for (const [folder, glob, said] of [['kb', 'faq/**', false], ['kb', 'kb/**/*.md', true], ['kb', '*.md', true], ['kb/int', 'kb/*', true], ['kb/int', '/kb/ext', false], ['kb', '{kb/int,faq}', true], ['.', 'faq/**', true]] as const) {
      const own = await run(`config ${folder}`, { files: { ...texts, '/desk/.deskside.yaml': `overrides:\n  - files: "${glob}"\n    audience: general\n` } });
      assert.equal(own.out.includes('“overrides” say more'), said, `${folder} ${glob}`);
    }
    const { texts: kinds, kind } = JSON.parse((await run('config kb --format json', { files: { ...files, ...texts } })).out);
    assert.deepEqual([kinds[0].kind, kinds[0].files, kind], ['article', 2, undefined]);
    assert.match((await run('config .', { files: { '/desk/x.png': '' } })).out, /^\.\n {2}a folder without texts\n/);
  });

  it('says which values are of no effect', async () => {
    const files = { '/desk/.deskside.yaml': 'kinds: { "*": article }\nrules: { jargn: off, jargon: hint }\n', '/desk/a.md': '---\nkb: hw-to\n---\n\n# Do it\n\nOpen it.\n' };
    const { out } = await run('config a.md', { files, engine });
    assert.match(out, /rules\.jargn +off +\.deskside\.yaml:2, of no effect\n {2}rules\.jargon +hint +\.deskside\.yaml:2\n/u);
    assert.match(out, /kb +hw-to +a\.md:2, of no effect\n/u);
  });

  it('tells what is wrong with the config, and needs one file', async () => {
    const wrong = await run('config a.md', { files: { '/desk/.deskside.yaml': 'presett: all' } });
    assert.match(wrong.err, /^\.deskside\.yaml:1:1: warning: “presett” is no setting/);
    assert.equal((await run('config', { files })).code, 2);
  });
});

import assert from 'node:assert/strict';
import { createResolver } from '../../../server/src/files/resolve.js';
import { memoryFileSystem } from '../memoryFileSystem.js';
import type { MemoryFile } from '../memoryFileSystem.js';

const settingsOf = (files: Readonly<Record<string, MemoryFile>>, path: string) => createResolver({ fs: memoryFileSystem(files) }).resolve({ path, text: '' }).then(({ settings }) => settings);

describe('a config that extends others', () => {
  it('lays itself over files, folders, packs and npm packages, the last named over the first', async () => {
    const settings = await settingsOf(
      {
        '/d/kb/.deskside.yaml': 'extends: [../base.yaml, ../team, "@acme/tone"]\nrules: { d: off }\npacks: [own]',
        '/d/base.yaml': 'preset: all\nrules: { a: off, b: off, c: off, d: error }\nallow: [SSO]',
        '/d/team/.deskside.yml': 'rules: { b: info, c: info }\npacks: [more]',
        '/d/team/more/pack.yaml': '',
        '/d/kb/own/pack.yaml': '',
        '/d/team/pack.yaml': 'name: team',
        '/d/node_modules/@acme/tone/.deskside.json': '{ "rules": { "c": "hint" }, "allow": ["VPN"] }',
      },
      '/d/kb/a.md',
    );
    assert.deepEqual(settings.problems, []);
    assert.deepEqual(settings.config, { preset: 'all', rules: { a: 'off', b: 'info', c: 'hint', d: 'off' }, allow: ['SSO', 'VPN'], terms: {} });
    assert.deepEqual(settings.packs, ['/d/team', '/d/team/more', '/d/kb/own']);
    assert.deepEqual(settings.configFiles, ['/d/base.yaml', '/d/team/.deskside.yml', '/d/node_modules/@acme/tone/.deskside.json', '/d/kb/.deskside.yaml']);
  });

  it('counts the globs of a folder above from there, and those of a shared config from the project', async () => {
    const files = {
      '/d/.deskside.yaml': 'kinds: { kb/how-to: article, kb: note }\nignore: [/kb/old]',
      '/d/kb/.deskside.yaml': 'extends: [../.deskside.yaml, tone]',
      '/d/node_modules/tone/.deskside.yaml': 'kinds: { drafts: reply }\nignore: [/drafts/old]',
    };
    const settings = await settingsOf(files, '/d/kb/a.md');
    assert.deepEqual(['/d/kb/how-to/a.md', '/d/kb/a.md', '/d/kb/drafts/a.md'].map((path) => settings.kindOf(path)?.value), ['article', 'note', 'reply']);
    assert.deepEqual(['/d/kb/old/a.md', '/d/kb/drafts/old/a.md', '/d/kb/x/old/a.md'].map((path) => settings.leftOutBy(path)?.pattern), ['/kb/old', '/drafts/old', undefined]);
  });

  it('says what is missing or goes in circles, and uses the rest', async () => {
    const missing = await settingsOf({ '/d/.deskside.yaml': '# ours\nextends: nowhere\npreset: all' }, '/d/a.md');
    assert.deepEqual(missing.problems.map(({ line, message }) => [line, message]), [
      [2, '“nowhere” under “extends” cannot be found: no file, folder or pack of that name lies beside this file, and no npm package of that name is installed. Put it there, or take the entry out.'],
    ]);
    assert.equal(missing.config.preset, 'all');
    const round = await settingsOf({ '/d/.deskside.yaml': 'extends: ./a.yaml', '/d/a.yaml': 'extends: b.yaml\npreset: all', '/d/b.yaml': 'extends: .deskside.yaml' }, '/d/x.md');
    assert.deepEqual(round.problems.map(({ file, message }) => [file, message]), [['/d/b.yaml', '“.deskside.yaml” extends this file in turn, a circle without end; take one of the two out.']]);
    assert.equal(round.config.preset, 'all');
  });

  it('may extend one file by two ways', async () => {
    const { problems, configFiles } = await settingsOf({ '/d/.deskside.yaml': 'extends: [./a.yaml, ./b.yaml]', '/d/a.yaml': 'extends: c.yaml', '/d/b.yaml': 'extends: c.yaml', '/d/c.yaml': 'preset: all' }, '/d/x.md');
    assert.deepEqual([problems, configFiles], [[], ['/d/c.yaml', '/d/a.yaml', '/d/b.yaml', '/d/.deskside.yaml']]);
  });
});

describe('an override', () => {
  const files = {
    '/d/.deskside.yaml': 'extends: base.yaml\naudience: general\noverrides:\n  - files: kb/int\n    audience: technical\n    rules: { jargon: off }\n  - files: ["*.txt", kb/int/x.md]\n    rules: { jargon: error }\n',
    '/d/base.yaml': 'overrides:\n  - files: kb\n    audience: technical\n    preset: all\n',
  };

  it('holds for the files that fit its globs, the last over the first and all over the files extended', async () => {
    const configOf = async (path: string) => {
      const { audience, preset, rules } = (await settingsOf(files, path)).config;
      return [audience, preset, rules?.['jargon']];
    };
    assert.deepEqual(await configOf('/d/a.md'), ['general', undefined, undefined]);
    assert.deepEqual(await configOf('/d/kb/a.md'), ['general', 'all', undefined]);
    assert.deepEqual(await configOf('/d/kb/int/a.md'), ['technical', 'all', 'off']);
    assert.deepEqual(await configOf('/d/kb/int/x.md'), ['technical', 'all', 'error']);
  });

  it('gives one object to all files that it treats alike', async () => {
    const settings = await settingsOf(files, '/d/a.md');
    assert.equal(settings.forFile('/d/kb/int/a.md'), settings.forFile('/d/kb/int/y/b.md'));
    assert.notEqual(settings.forFile('/d/kb/int/a.md'), settings.forFile('/d/kb/int/a.txt'));
  });
});

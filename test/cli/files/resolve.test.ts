import assert from 'node:assert/strict';
import { globTest } from '../../../server/src/files/globs.js';
import { kindByFrontMatter, kindByName, languageOf } from '../../../server/src/files/kinds.js';
import { createResolver } from '../../../server/src/files/resolve.js';
import { memoryFileSystem } from '../memoryFileSystem.js';
import type { MemoryFile } from '../memoryFileSystem.js';

const resolverOf = (files: Readonly<Record<string, MemoryFile>>) => createResolver({ fs: memoryFileSystem(files) });

describe('what a file says it is', () => {
  it('stands in its name, in its front matter, in the config: in this order', async () => {
    const resolver = resolverOf({ '/d/.deskside.yaml': 'kinds: { "**/*.md": article, macros: macro }' });
    const kindOf = async (path: string, text = '', languageId?: string) => {
      const { kind, kindFrom } = await resolver.resolve({ path, text, ...(languageId !== undefined && { languageId }) });
      return [kind, kindFrom];
    };
    assert.deepEqual(await kindOf('/d/macros/a.reply.md', '---\nkind: article\n---\n'), ['reply', 'name']);
    assert.deepEqual(await kindOf('/d/a.md', '---\nkind: note\n---\n', 'support-reply'), ['reply', 'language']);
    assert.deepEqual(await kindOf('/d/a.md', '---\nkind: note\n---\n'), ['note', 'front matter']);
    assert.deepEqual(await kindOf('/d/a.txt', '---\nkb: How-To\n---\n'), ['article', 'front matter']);
    assert.deepEqual(await kindOf('/d/a.txt', '---\nkb: team/recipe\nkind: node\n---\n'), ['article', 'front matter']);
    assert.deepEqual(await kindOf('/d/a.txt', '---\nkb: how-to\nkind: note\n---\n'), ['note', 'front matter']);
    for (const kb of ['windows', 'true', '4711', 'https://example.com/kb']) assert.deepEqual(await kindOf('/d/a.txt', `---\nkb: ${kb}\n---\n`), [undefined, undefined]);
    assert.deepEqual(await kindOf('/d/a.md'), ['article', 'config']);
    assert.deepEqual(await kindOf('/d/macros/a.txt'), ['macro', 'config']);
    assert.deepEqual(await kindOf('/d/a.txt'), [undefined, undefined]);
    assert.deepEqual(await kindOf('/elsewhere/a.md'), [undefined, undefined]);
  });

  it('is read from names and front matter as people write them', () => {
    assert.deepEqual(['a.reply', 'A.Reply.MD', 'reply.md', 'a.reply.txt'].map(kindByName), ['reply', 'reply', undefined, undefined]);
    const names = ['a.md', 'a.reply', 'a.TXT', 'a.mdx', 'a.HTM', 'untitled'];
    assert.deepEqual(names.map((name) => languageOf(name)), ['markdown', 'support-reply', 'plaintext', 'mdx', 'html', 'markdown']);
    assert.deepEqual(['a.mdx', 'a.draft', 'untitled:1'].map((name) => languageOf(name, 'plaintext')), ['mdx', 'plaintext', 'plaintext']);
    const matters = ['---\nKind: "Reply"\n---', '---\r\na: b\r\nkind: article # x\r\n---\r\n', '---\nkind: page\n---', 'kind: reply', '---\n---\nkind: reply\n---', ' ---\nkind: reply\n---', '---\nx:\n  kind: reply\n---', '+++\nkind = "macro"\n+++\n'];
    assert.deepEqual(matters.map((text) => kindByFrontMatter(text)), ['reply', 'article', undefined, undefined, undefined, undefined, undefined, 'macro']);
    assert.equal(kindByFrontMatter('---\nkind: article\n---\n', 'page.html'), undefined);
  });

  it('may be given by globs that read as in .gitignore', () => {
    const fits = (pattern: string, ...paths: string[]) => paths.map(globTest(pattern));
    assert.deepEqual(fits('kb', 'kb/a.md', 'x/kb/y/a.md', 'kba/a.md'), [true, true, false]);
    assert.deepEqual(fits('/kb/', 'kb/a.md', 'x/kb/a.md'), [true, false]);
    assert.deepEqual(fits('*.txt', 'a.txt', 'x/.y/a.txt', 'a.md'), [true, true, false]);
    assert.deepEqual(fits('./kb/*.md', 'kb/a.md', 'kb/x/a.md'), [true, false]);
    assert.deepEqual(fits('kb/**/{a,b}.md', 'kb/a.md', 'kb/x/y/b.md', 'kb/c.md'), [true, true, false]);
  });
});

describe('what holds for a file', () => {
  it('is the nearest config and the nearest ignore file, each wherever it lies', async () => {
    const resolver = resolverOf({
      '/d/.deskside.yaml': 'audience: technical\npacks: [team]\nignore: [old]',
      '/d/.deskside.yml': 'audience: general',
      '/d/team/pack.yaml': '',
      '/d/.deskside-ignore.yaml': '- { rule: jargon, file: kb/a.md }',
      '/d/kb/.deskside.json': '{ "preset": "all" }',
    });
    const kb = await resolver.resolve({ path: '/d/kb/a.md', text: '' });
    assert.equal(kb.settings.configFile, '/d/kb/.deskside.json');
    assert.deepEqual([kb.settings.config.preset, kb.settings.config.audience], ['all', undefined]);
    assert.deepEqual([kb.ignoreName, kb.settings.ignores], ['kb/a.md', [{ rule: 'jargon', file: 'kb/a.md' }]]);
    const old = await resolver.resolve({ path: '/d/x/old/a.md', text: '' });
    assert.deepEqual([old.leftOutBy, old.settings.packs, old.settings.config.audience], ['old', ['/d/team'], 'technical']);
  });

  it('says where a pack is named that is not there, and which of two configs is not read', async () => {
    const resolver = resolverOf({ '/d/.deskside.yaml': 'audience: general\npacks:\n  - ./gone\n', '/d/.deskside.yml': 'audience: technical' });
    const { problems, packs } = await resolver.settings('/d');
    assert.deepEqual(packs, []);
    assert.deepEqual(problems.map(({ file, line, severity, message }) => `${file}:${line} ${severity} ${message}`), [
      '/d/.deskside.yml:1 warning This file is not read, as .deskside.yaml beside it holds. Put everything into one of the two, and take the other away.',
      '/d/.deskside.yaml:3 error “./gone” under “packs” is no pack: there is no pack.yaml in /d/gone. Correct the path, or take the entry out.',
    ]);
  });

  it('is read once for all files that share it', async () => {
    const resolver = resolverOf({ '/d/.deskside.yaml': 'audience: technical', '/d/x/a.md': '' });
    assert.equal(await resolver.settings('/d/x'), await resolver.settings('/d'));
  });

  it('for a draft that was never saved is that of its folder, and its URI names it in the ignores', async () => {
    const resolver = resolverOf({ '/d/.deskside.yaml': 'audience: technical' });
    const { settings, ignoreName, kind } = await resolver.resolve({ folder: '/d', uri: 'untitled:Untitled-1', languageId: 'support-reply', text: '' });
    assert.deepEqual([settings.config.audience, ignoreName, kind], ['technical', 'untitled:Untitled-1', 'reply']);
  });

  it('lies between the settings of the editor and the options of the command line', async () => {
    const fs = memoryFileSystem({ '/d/.deskside.yaml': 'audience: technical\nrules: { jargon: info }' });
    const resolver = createResolver({ fs, base: { audience: 'general', rules: { shouting: 'off' }, packs: ['/p'] }, override: { rules: { jargon: 'error' } } });
    const { config, packs } = await resolver.settings('/d');
    assert.deepEqual([config.audience, config.rules, packs], ['technical', { shouting: 'off', jargon: 'error' }, ['/p']]);
  });
});

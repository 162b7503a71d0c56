import assert from 'node:assert/strict';
import { engine } from '../../server/src/core/engine.js';
import { memoryFileSystem } from './memoryFileSystem.js';
import { phraseEngine, replaceBy } from './phraseEngine.js';
import { blame, idsIn, run } from './run.js';

const BAD = 'you should have asked.\n';

const utf16 = (text: string) => new Uint8Array([0xff, 0xfe, ...Buffer.from(text, 'utf16le')]);

describe('what cannot be read', () => {
  it('is named with the way out, and the rest is read', async () => {
    const files = { '/desk/a.reply': utf16(BAD), '/desk/b.reply': Buffer.from('caf\xe9', 'latin1'), '/desk/c.reply': new Uint8Array([72, 0, 1]), '/desk/d.reply': new Uint8Array(50 * 1024 * 1024).fill(0x61), '/desk/e.reply': { locked: true }, '/desk/z.reply': BAD } as const;
    const { code, out, err } = await run('lint --format ndjson', { files });
    assert.equal(code, 2);
    assert.deepEqual(idsIn(out), ['z.reply']);
    assert.deepEqual(err.trim().split('\n'), [
      'a.reply: is UTF-16; save it as UTF-8 to have it read',
      'b.reply: is not UTF-8; save it as UTF-8 to have it read',
      'c.reply: is a binary file, not a text',
      'd.reply: is longer than 16 MB; split it to have it read',
      'e.reply: cannot be read (you have no right to)',
    ]);
  });

  it('is no failure when nobody asked for it', async () => {
    const files = { '/desk/README.md': utf16(BAD), '/desk/gone.reply': { link: '/nowhere' }, '/desk/kb/up': { link: '/desk' }, '/desk/z.reply': 'Fine.' } as const;
    const { code, err } = await run('lint --format ndjson', { files });
    assert.equal(code, 0);
    assert.deepEqual(err.trim().split('\n'), ['gone.reply: is a link that leads nowhere', 'kb/up: is a link to a folder above it, a circle without end; not followed']);
    assert.equal((await run('lint README.md', { files })).code, 2, 'by its name it is asked for');
    assert.equal((await run('lint gone.reply', { files })).code, 2);
  });

  it('is told of a config even where for want of it nothing is read', async () => {
    const files = { '/desk/.deskside.yaml': 'kinds: { "*.md": article }', '/desk/a.md': BAD, '/desk/b/.deskside.yaml': 'kinds: { "*.md": articel }', '/desk/b/c.md': BAD, '/desk/b/d.md': BAD } as const;
    const { code, out, err } = await run('lint --format ndjson', { files, engine: phraseEngine([blame]) });
    assert.deepEqual([code, idsIn(out)], [2, ['a.md']]);
    assert.match(err, /^b\/\.deskside\.yaml:1:18: error: .*did you mean “article”\?.*\n$/, 'once');
    const empty = await run('lint b', { files: { '/desk/b/.deskside.yaml': 'kinds: [', '/desk/b/page.html': '' } });
    assert.deepEqual([empty.code, empty.out], [2, '']);
  });

  it('is told of a config line by line, whoever found it out', async () => {
    const config = 'rules:\n  jargn: off\n  blame-language: loud\npacks: [gone]\nkinds:\n  kb: artcle\naudiense: technical\n';
    const { err } = await run('lint a.reply', { files: { '/desk/.deskside.yaml': config, '/desk/a.reply': 'Hi.' }, engine });
    assert.deepEqual([...err.matchAll(/^\.deskside\.yaml:(\d+)/gmu)].map(([, line]) => Number(line)), [2, 3, 4, 6, 7]);
  });

  it('may vanish between finding and reading', async () => {
    const fs = memoryFileSystem({ '/desk/a.reply': BAD, '/desk/b.reply': 'Fine.' });
    const gone = { ...fs, read: async (path: string) => fs.read(path === '/desk/a.reply' ? '/desk/gone' : path) };
    const { code, out, err } = await run('lint --format ndjson', { fs: gone });
    assert.deepEqual([code, idsIn(out), err], [0, ['b.reply'], 'a.reply: cannot be read (there is no such file)\n']);
    assert.equal((await run('lint a.reply', { fs: gone })).code, 2);
  });

  it('may make a rule fail, and costs that text alone', async () => {
    const engine = phraseEngine([blame]);
    const breaking: typeof engine = { ...engine, createLinter: (options) => {
      const linter = engine.createLinter(options);
      return { ...linter, lint: (source) => (source.text.includes('boom') ? assert.fail('boom') : linter.lint(source)) };
    } };
    const { code, out, err } = await run('lint --format ndjson', { files: { '/desk/a.reply': 'boom', '/desk/b.reply': BAD }, engine: breaking });
    assert.deepEqual([code, idsIn(out)], [2, ['b.reply']]);
    assert.match(err, /^a\.reply: could not be read, which is a mistake in Deskside\./);
  });
});

describe('--fix', () => {
  const fixing = phraseEngine([{ phrase: 'utilise', rule: 'jargon/utilise', fixes: replaceBy('use') }]);

  it('refuses a file that somebody has changed since it was read, and mends the others', async () => {
    const fs = memoryFileSystem({ '/desk/a.reply': 'utilise', '/desk/b.reply': 'utilise' });
    let reads = 0;
    const racing = { ...fs, read: async (path: string) => {
      const bytes = await fs.read(path);
      if (path === '/desk/a.reply' && reads++ === 0) await fs.replace(path, new TextEncoder().encode('utilise, they wrote'));
      return bytes;
    } };
    const { code, err, text } = await run('lint --fix', { fs: racing, engine: fixing });
    assert.equal(code, 2);
    assert.equal(err, 'a.reply: could not be written, and is as it was (somebody has changed it meanwhile)\n');
    assert.deepEqual([text('/desk/a.reply'), text('/desk/b.reply')], ['utilise, they wrote', 'use']);
  });
});

import assert from 'node:assert/strict';
import type { Engine } from '../../server/src/cli/io.js';
import { phraseEngine } from './phraseEngine.js';
import { blame, idsIn, run } from './run.js';

const BAD = 'Hi,\n\nyou should have asked.\n';
const GOOD = 'Hi,\n\nthank you for asking.\n';

describe('deskside lint', () => {
  it('reads what says that it is a reply or an article, and nothing else', async () => {
    const files = {
      '/desk/b.reply.md': BAD,
      '/desk/a.reply': BAD,
      '/desk/kb/article.md': `---\r\ntitle: x\r\nkind: article # the help centre's\r\n---\r\n${BAD}`,
      '/desk/README.md': BAD,
      '/desk/kb/other.md': `---\nkind: page\n---\n${BAD}`,
      '/desk/node_modules/x/a.reply.md': BAD,
      '/desk/.git/a.reply.md': BAD,
      '/desk/picture.png': new Uint8Array([0]),
    };
    const { code, out, err } = await run('lint --format ndjson', { files });
    assert.deepEqual(idsIn(out), ['a.reply', 'b.reply.md', 'kb/article.md']);
    assert.equal(code, 1);
    assert.equal(err, '');
  });

  it('reads every text there is when it is told what they are', async () => {
    const files = { '/desk/a.md': BAD, '/desk/b.txt': GOOD, '/desk/c.reply': GOOD, '/desk/d.html': BAD };
    const { out } = await run('lint . --kind article --format ndjson', { files });
    assert.deepEqual(idsIn(out), ['a.md', 'b.txt', 'c.reply']);
  });

  it('says how to go on when no file says what it is, and that is no failure', async () => {
    const { code, out } = await run('lint notes', { files: { '/desk/notes/a.md': BAD } });
    assert.equal(code, 0);
    assert.match(out, /Nothing says that the one text there is a reply or an article/);
    assert.match(out, /deskside lint notes --kind reply/);
  });

  it('says that texts were left alone beside those that were read', async () => {
    const files = { '/desk/a.reply': GOOD, '/desk/b.md': BAD };
    assert.equal((await run('lint a.reply b.md', { files })).out, '1 file read, and nothing to mend. 1 text was left alone, as nothing says what it is (--kind does).\n');
    assert.match((await run('lint', { files: { ...files, '/desk/c.md': BAD } })).out, / 2 texts were left alone, as nothing says what they are \(--kind does\)\.\n$/);
  });

  it('says which kind was meant by a misspelled one, and leaves other tools their words', async () => {
    const files = { '/desk/a.md': `---\ntitle: x\nkind: artcle\n---\n${BAD}`, '/desk/b.md': `---\nkind: page\n---\n${BAD}` };
    const { err, code } = await run('lint', { files });
    assert.equal(err, 'a.md:3:7: warning: “kind” cannot be “artcle”; did you mean “article”? The text was not read.\n');
    const named = await run('lint a.md', { files });
    assert.deepEqual([named.code, named.err], [2, 'a.md:3:7: error: “kind” cannot be “artcle”; did you mean “article”? The text was not read.\n']);
    assert.equal(code, 0);
  });

  it('says of an empty file or folder that there is nothing to read', async () => {
    const named = await run('lint a.md', { files: { '/desk/a.md': ' \n' } });
    assert.equal(named.err, 'a.md: empty, so there is nothing to read in it\n');
    const folder = await run('lint kb', { files: { '/desk/kb/a.md': '', '/desk/kb/b.png': '' } });
    assert.equal(folder.out, 'Nothing was read in kb: there is no .md, .txt or .reply file there with anything in it.\nHTML is read where it is named file by file, or through “kinds” in .deskside.yaml.\n');
    assert.equal(folder.err, '');
  });

  it('gives the one true reason for a text under “ignore”', async () => {
    const files = { '/desk/.deskside.yaml': 'ignore: [old]\n', '/desk/old/a.reply': BAD, '/desk/b.md': BAD };
    const { err, out } = await run('lint old/a.reply', { files });
    assert.equal(err, 'old/a.reply: not read, as “old” stands under “ignore” in the config\n');
    assert.equal(out, '');
    assert.match((await run('lint old/a.reply b.md', { files })).out, /Nothing says that the one text there is a reply or an article/);
  });

  it('takes kinds, rules and what to leave out from the nearest config', async () => {
    const files = {
      '/desk/.deskside.yaml': 'kinds:\n  kb: article\n  drafts/*.txt: reply\nignore: [old]\n',
      '/desk/kb/a.md': BAD,
      '/desk/kb/old/b.md': BAD,
      '/desk/drafts/a.txt': BAD,
      '/desk/drafts/b.md': BAD,
      '/desk/strict/.deskside.json': '{ "rules": { "blame-language/should-have": "error" } }',
      '/desk/strict/a.reply.md': BAD,
    };
    const { out } = await run('lint --format json', { files });
    const answer = JSON.parse(out);
    assert.deepEqual(answer.files.map((file: { path: string; kind: string }) => [file.path, file.kind]), [
      ['drafts/a.txt', 'reply'],
      ['kb/a.md', 'article'],
      ['strict/a.reply.md', 'reply'],
    ]);
    assert.deepEqual(answer.summary, { files: 3, leftAlone: 1, findings: 3, error: 1, warning: 2, info: 0, hint: 0, fixed: 0, inBaseline: 0, unusedIgnores: 0 });
  });

  it('makes one linter for all files of one config, and lets the command line have the last word', async () => {
    const engine = phraseEngine([blame]);
    const files = { '/desk/.deskside.yaml': 'audience: general\nallow: [SSO]\n', '/desk/a.reply': BAD, '/desk/x/b.reply': BAD };
    await run('lint --audience technical --preset all', { files, engine });
    assert.deepEqual(engine.made, [{ config: { audience: 'technical', preset: 'all', allow: ['SSO'], rules: {}, terms: {} }, packs: [] }]);
  });

  it('says where a config is wrong and how to mend it, and goes on', async () => {
    const files = { '/desk/.deskside.yaml': 'audiance: technical\nrules:\n  jargon: warn\n', '/desk/a.reply': BAD };
    const { code, out, err } = await run('lint --format ndjson', { files });
    assert.equal(code, 2);
    assert.deepEqual(idsIn(out), ['a.reply']);
    assert.equal(err, [
      '.deskside.yaml:1:1: warning: “audiance” is no setting; did you mean “audience”?\n',
      '.deskside.yaml:3:11: error: “rules.jargon” cannot be “warn”; did you mean “warning”? It can be off, hint, info, warning, error.\n',
    ].join(''));
  });

  it('keeps what is right of a config when something in it is wrong', async () => {
    const files = { '/desk/.deskside.yaml': 'kinds: { kb: article, x: artcle }\nallow: [1, SSO]\noverrides:\n  - rules: { a: off }\n  - files: kb\n    rulez: {}\n    audience: technical\n', '/desk/kb/a.md': BAD };
    const engine = phraseEngine([blame]);
    const { code, out, err } = await run('lint --format ndjson', { files, engine });
    assert.equal(code, 2);
    assert.deepEqual(idsIn(out), ['kb/a.md']);
    assert.deepEqual(engine.made.map(({ config }) => [config?.allow, config?.audience]), [[['SSO'], 'technical']]);
    assert.match(err, /:4:5: error: “overrides\.files” is missing/);
    assert.match(err, /:6:5: warning: “rulez” is no setting; did you mean “rules”\?/);
  });

  it('goes on where a rule is not known, and says once where it stands', async () => {
    const { engine } = await import('../../server/src/core/engine.js');
    const files = { '/desk/.deskside.yaml': 'kinds: { "*": reply }\noverrides:\n  - files: x\n    rules:\n      jargn: off\n', '/desk/x/a.md': BAD, '/desk/x/b.md': BAD };
    const { code, out, err } = await run('lint --format ndjson --fail-on never', { files, engine });
    assert.deepEqual([code, idsIn(out)], [0, ['x/a.md', 'x/b.md']]);
    assert.equal(err, '.deskside.yaml:5:1: warning: There is no rule or category “jargn”; did you mean “jargon”?\n');
  });

  it('reads every folder by its own config, however broken another is', async () => {
    const files = { '/desk/a/.deskside.yaml': 'kinds: [', '/desk/a/a.reply': BAD, '/desk/b/.deskside.yaml': 'kinds: { "*.md": article }', '/desk/b/b.md': BAD };
    const { code, out, err } = await run('lint --format ndjson', { files });
    assert.deepEqual([code, idsIn(out)], [2, ['a/a.reply', 'b/b.md']]);
    assert.match(err, /^a\/\.deskside\.yaml:1:\d+: error: .*\n$/);
  });

  it('does not look for what git leaves out, and reads it when it is named', async () => {
    const files = {
      '/desk/.git/HEAD': '',
      '/desk/.gitignore': 'build/\n*.tmp.reply\n!keep.tmp.reply\n',
      '/desk/build/a.reply': BAD,
      '/desk/b.tmp.reply': BAD,
      '/desk/keep.tmp.reply': BAD,
      '/desk/x/.gitignore': '/c.reply',
      '/desk/x/c.reply': BAD,
      '/desk/x/y/c.reply': BAD,
    };
    assert.deepEqual(idsIn((await run('lint --format ndjson', { files })).out), ['keep.tmp.reply', 'x/y/c.reply']);
    assert.deepEqual(idsIn((await run('lint --format ndjson', { files, cwd: '/desk/x' })).out), ['y/c.reply']);
    assert.deepEqual(idsIn((await run('lint --format ndjson build b.tmp.reply', { files })).out), ['b.tmp.reply', 'build/a.reply']);
  });

  it('leaves out what is ignored, by sentence and by file', async () => {
    const files = {
      '/desk/.deskside-ignore.yaml': '- rule: blame-language\n  file: kb/a.reply\n',
      '/desk/kb/a.reply': BAD,
      '/desk/kb/b.reply': BAD,
    };
    const { out } = await run('lint --format json', { files });
    assert.deepEqual(JSON.parse(out).files.map((file: { findings: unknown[] }) => file.findings.length), [0, 1]);
  });

  it('fails from the severity on that it is told', async () => {
    const files = { '/desk/a.reply': BAD };
    const codes = await Promise.all(['error', 'warning', 'info', 'hint', 'never'].map(async (word) => (await run(`lint --fail-on ${word}`, { files })).code));
    assert.deepEqual(codes, [0, 1, 1, 1, 0]);
    assert.equal((await run('lint --min-severity error --fail-on hint', { files })).code, 0);
  });

  it('names every file that it cannot read, reads the rest, and ends with 2', async () => {
    const files = {
      '/desk/latin1.reply': new Uint8Array([0x63, 0x61, 0x66, 0xe9]),
      '/desk/binary.reply': new Uint8Array([0x50, 0, 1, 2]),
      '/desk/utf16.reply': new Uint8Array([0xff, 0xfe, 0x41, 0]),
      '/desk/locked.reply': { locked: true } as const,
      '/desk/nowhere.reply': { link: '/desk/gone' },
      '/desk/circle': { link: '/desk' },
      '/desk/linked.reply': { link: '/desk/z.reply' },
      '/desk/z.reply': BAD,
      '/desk/latin1.md': new Uint8Array([0x63, 0x61, 0x66, 0xe9]),
    };
    const { code, out, err } = await run('lint . gone --format ndjson', { files });
    assert.equal(code, 2);
    assert.deepEqual(idsIn(out), ['linked.reply', 'z.reply']);
    assert.deepEqual(err.trim().split('\n').sort(), [
      'binary.reply: is a binary file, not a text',
      'circle: is a link to a folder above it, a circle without end; not followed',
      'gone: is not there; check the spelling',
      'latin1.reply: is not UTF-8; save it as UTF-8 to have it read',
      'locked.reply: cannot be read (you have no right to)',
      'nowhere.reply: is a link that leads nowhere',
      'utf16.reply: is UTF-16; save it as UTF-8 to have it read',
    ]);
  });

  it('follows links, but never in circles, and reads nothing twice', async () => {
    const files = { '/desk/a/x.reply': BAD, '/desk/a/up': { link: '/' }, '/desk/a/b': { link: '/other' }, '/other/back': { link: '/desk/a' }, '/other/y.reply': BAD, '/desk/c': { link: '/other' } };
    const { out, err } = await run('lint a c a/x.reply --format ndjson', { files });
    assert.deepEqual(idsIn(out), ['a/b/y.reply', 'a/x.reply']);
    assert.deepEqual(err.trim().split('\n').map((line) => line.split(':')[0]).sort(), ['a/b/back', 'a/up']);
  });

  it('reads standard input, as a reply unless its name or the command line says otherwise', async () => {
    const bare = await run('lint - --format json', { in: ['you should', ' have asked'] });
    assert.deepEqual(JSON.parse(bare.out).files[0].kind, 'reply');
    const named = await run('lint - --stdin-filename kb/a.md --format json', { in: [BAD], files: { '/desk/.deskside.yaml': 'kinds: { kb: article }' } });
    assert.deepEqual(JSON.parse(named.out).files.map(({ path, kind }: { path: string; kind: string }) => [path, kind]), [['kb/a.md', 'article']]);
    const unknown = await run('lint - --stdin-filename a.md', { in: [BAD] });
    assert.match(unknown.out, /Nothing was read in a\.md/);
  });

  it('makes what to write instead only where somebody will see it', async () => {
    const asked: unknown[] = [];
    const engine = phraseEngine([blame]);
    const counting: Engine = { ...engine, createLinter: (options) => {
      const linter = engine.createLinter(options);
      return { ...linter, lint: (source, asking) => (asked.push(asking?.fixes), linter.lint(source, asking)) };
    } };
    const world = { files: { '/desk/a.reply': BAD }, engine: counting };
    for (const options of ['', '--format json', '--format junit', '--format junit --fix-dry-run', '--baseline']) await run(`lint ${options}`, world);
    assert.deepEqual(asked, [true, true, false, true, false]);
  });

  it('counts columns as editors do, whatever the line ends and byte order mark', async () => {
    const files = { '/desk/a.reply': '\ufeffone\r\ntwo\rthree\n👋 you should have' };
    const [finding] = JSON.parse((await run('lint --format json', { files })).out).files[0].findings;
    assert.deepEqual([finding.line, finding.column, finding.endLine, finding.endColumn, finding.start], [4, 4, 4, 19, 18]);
  });

  it('says so when a text is not English', async () => {
    const { code, out, err } = await run('lint', { files: { '/desk/antwort.reply.md': 'Das geht leider nicht.' } });
    assert.equal(err, 'antwort.reply.md: not read, as it is not in English\n');
    assert.equal(out, 'Nothing was read; 1 was left alone, as it is not in English.\n');
    assert.equal(code, 0);
  });

  it('does not count what is not English among the files read', async () => {
    const foreign = 'Das geht leider nicht.';
    const { out } = await run('lint', { files: { '/desk/a.reply.md': foreign, '/desk/b.reply.md': foreign, '/desk/c.reply.md': 'Thanks, that works.' } });
    assert.equal(out, '1 file read, and nothing to mend. 2 were left alone, as they are not in English.\n');
  });
});

import assert from 'node:assert/strict';
import { parseIgnores } from '../../server/src/files/ignores.js';
import { engine } from '../../server/src/core/engine.js';
import { phraseEngine } from './phraseEngine.js';
import { blame, run } from './run.js';

const BAD = 'you should have asked.\n';
const world = (files: Readonly<Record<string, string>>) => ({ files, engine: phraseEngine([blame, { phrase: 'asap', rule: 'jargon' }]) });
const rulesIn = (out: string) => out.trim().split('\n').flatMap((line) => (JSON.parse(line) as { findings: { rule: string }[] }).findings.map(({ rule }) => rule));

describe('ignores', () => {
  const ignores = '# ours\n- rule: blame-language\n  file: a.reply\n  reason: agreed\n# gone\n- rule: jargon\n  file: a.reply\n- rule: jargon\n  file: gone.reply\n- rule: jargon\n  file: b/c.reply\n- rule: jargon\n  fingerprint: "0123456789abcdef"\n';
  const files = { '/desk/.deskside-ignore.yaml': ignores, '/desk/a.reply': BAD, '/desk/b/c.reply': 'fine' };

  it('that take nothing out are told, where that is known', async () => {
    assert.match((await run('lint', world(files))).out, /4 ignores take nothing out any more; --prune-ignores clears up\./);
    assert.match((await run('lint a.reply', world(files))).out, /2 ignores take nothing out/, 'who read one file knows of no other');
    assert.equal(JSON.parse((await run('lint --format json', world(files))).out).summary.unusedIgnores, 4);
  });

  it('hold even where one of them has a mistake in it, which is left out whole', async () => {
    const { ignores: kept, problems } = await parseIgnores('- rule: jargon\n  file: a.reply\n- rule: jargon\n  fingerprint: 1234\n  file: b.reply\n- rules: jargon\n- rule: blame-language\n  file: c.reply\n', '/x');
    assert.deepEqual(kept.map(({ file }) => file), ['a.reply', 'c.reply']);
    assert.deepEqual([...new Set(problems.map(({ line }) => line))], [4, 6]);
  });

  it('with a mistake in them are named and stay, for a person to mend', async () => {
    const slips = '- rule: blame-langage\n  file: a.reply\n- rule: jargon\n  fingerprint: "zz"\n- rule: house/own\n  fingerprint: "0123456789abcdef"\n';
    const pack = { '/desk/b/.deskside/packs/house/pack.yaml': 'name: house\nversion: 1.0.0\ndescription: Ours.\n' };
    const world = { files: { ...files, '/desk/.deskside-ignore.yaml': slips, '/desk/b/c.reply': 'Hello Ana, your order left today.' }, engine };
    const { code, out, err, text } = await run('lint --prune-ignores', world);
    assert.equal(code, 2);
    assert.match(err, /^\.deskside-ignore\.yaml:4:16: error: This is no fingerprint, /m);
    assert.match(err, /^\.deskside-ignore\.yaml:1:9: warning: There is no rule or category “blame-langage”; did you mean “blame-language”\? The entry ignores nothing\.$/m);
    assert.match(err, /:5:9: warning: There is no rule or category “house\/own”/);
    assert.doesNotMatch(out + err, /any more/);
    assert.equal(text('/desk/.deskside-ignore.yaml'), slips);
    assert.doesNotMatch((await run('lint', { ...world, files: { ...world.files, ...pack } })).err, /house\/own/, 'a folder further down knows it');
  });

  it('are pruned, and what people wrote stays', async () => {
    const pruned = await run('lint --prune-ignores', world(files));
    assert.equal(pruned.text('/desk/.deskside-ignore.yaml'), '# ours\n- rule: blame-language\n  file: a.reply\n  reason: agreed\n');
    assert.equal(pruned.err, `.deskside-ignore.yaml: 4 entries took nothing out any more and are gone:
  jargon in a.reply
  jargon in gone.reply
  jargon in b/c.reply
  jargon 0123456789abcdef
`);
    const one = await run('lint --prune-ignores', world({ ...files, '/desk/.deskside-ignore.yaml': '- rule: jargon\n  file: a.reply\n' }));
    assert.equal(one.err, '.deskside-ignore.yaml: 1 entry took nothing out any more and is gone:\n  jargon in a.reply\n');
    const some = await run('lint a.reply --prune-ignores', world(files));
    assert.deepEqual((await parseIgnores(some.text('/desk/.deskside-ignore.yaml'), '/x')).ignores.map(({ file }) => file), ['a.reply', 'b/c.reply', undefined]);
  });
});

describe('ignores of a file that was renamed', () => {
  const files = { '/desk/.deskside-ignore.yaml': '# ours\n- rule: blame-language\n  file: kb/a.reply # agreed\n- { rule: jargon, file: kb/b.reply }\n', '/desk/help/a.reply': BAD };
  /** A repository in which the answers are given for what is asked. */
  const repository = (answers: Readonly<Record<string, string>>) => async (args: readonly string[]): Promise<string> => {
    const question = args.join(' ');
    return Object.entries({ 'rev-parse': '/desk\n', ...answers }).find(([start]) => question.startsWith(start))?.[1] ?? '';
  };
  const ways = {
    staged: { diff: 'M\0x.reply\0R096\0kb/a.reply\0help/a.reply\0' },
    committed: { 'log -1': 'c0ffee\n', 'show -M': '\nR100\0kb/a.reply\0help/a.reply\0D\0kb/b.reply\0' },
    'not yet added': { 'show HEAD:kb/a.reply': BAD, 'ls-files': 'notes.txt\0help/a.reply\0' },
  };

  for (const [way, answers] of Object.entries(ways)) {
    it(`are told, and follow it when they are pruned: ${way}`, async () => {
      const options = { ...world(files), git: repository(answers) };
      const told = await run('lint', options);
      assert.equal(told.err, '.deskside-ignore.yaml: kb/a.reply is gone, and looks to be help/a.reply now, where its ignores do not hold. --prune-ignores writes the new name there.\n');
      assert.match(told.out, / 1 ignore takes nothing out any more/);
      const pruned = await run('lint --prune-ignores', options);
      assert.equal(pruned.text('/desk/.deskside-ignore.yaml'), '# ours\n- rule: blame-language\n  file: "help/a.reply" # agreed\n');
    });
  }

  it('are only told to be needless where the file has left the folder of the ignores', async () => {
    const below = { '/desk/kb/.deskside-ignore.yaml': '- { rule: blame-language, file: a.reply }\n', '/desk/kb/b.reply': BAD, '/desk/help/a.reply': BAD };
    const { out, err } = await run('lint', { ...world(below), git: repository({ 'rev-parse': '/desk\nkb/\n', ...ways.staged }) });
    assert.equal(err, '');
    assert.match(out, / 1 ignore takes nothing out any more/);
  });

  it('are only told to be needless where there is no git', async () => {
    const { out, err } = await run('lint', world(files));
    assert.equal(err, '');
    assert.match(out, / 2 ignores take nothing out any more/);
  });
});

describe('a baseline', () => {
  it('starts an old help centre at zero, and only what is new is shown', async () => {
    const before = { '/desk/kb/a.reply': BAD, '/desk/kb/b.reply': `${BAD}\nasap\n` };
    const recorded = await run('lint --baseline', world(before));
    assert.deepEqual([recorded.code, recorded.out, recorded.err], [0, '2 files read, and 3 findings recorded in the baseline.\n', '.deskside-baseline.json: 3 findings recorded; from now on, only others are shown.\n']);
    const baseline = recorded.text('/desk/.deskside-baseline.json');
    assert.deepEqual(Object.keys(JSON.parse(baseline).files), ['kb/a.reply', 'kb/b.reply']);

    const same = await run('lint', world({ ...before, '/desk/.deskside-baseline.json': baseline }));
    assert.deepEqual([same.code, same.out], [0, '2 files read, and nothing to mend. 3 more stand in the baseline.\n']);

    const after = { '/desk/.deskside-baseline.json': baseline, '/desk/kb/a.reply': `New line.\n\nYou  should have asked. ${BAD}\nasap`, '/desk/kb/b.reply': 'asap', '/desk/c.reply': BAD };
    const { out, code } = await run('lint --format ndjson', world(after));
    assert.deepEqual([code, rulesIn(out)], [1, ['blame-language/should-have', 'jargon']], 'in c.reply, and the new “asap” in a.reply');

    const pruned = await run('lint --prune-baseline', world(after));
    assert.deepEqual(Object.values(JSON.parse(pruned.text('/desk/.deskside-baseline.json')).files).map((one) => Object.values(one as object).length), [1, 1]);
    assert.equal(pruned.err, '.deskside-baseline.json: 1 of its 3 findings is mended and gone.\n');
  });

  it('knows a sentence as often as it stood there', async () => {
    const baseline = (await run('lint --baseline', world({ '/desk/a.reply': BAD }))).text('/desk/.deskside-baseline.json');
    const { out } = await run('lint --format json', world({ '/desk/.deskside-baseline.json': baseline, '/desk/a.reply': `${BAD}\n${BAD}` }));
    assert.deepEqual([JSON.parse(out).summary.findings, JSON.parse(out).summary.inBaseline, JSON.parse(out).files[0].findings[0].line], [1, 1, 3]);
  });

  it('follows a file that is renamed, and what of it was moved', async () => {
    const before = { '/desk/kb/a.reply': BAD, '/desk/kb/b.reply': 'asap' };
    const baseline = (await run('lint --baseline', world(before))).text('/desk/.deskside-baseline.json');
    const after = { '/desk/.deskside-baseline.json': baseline, '/desk/kb/new/name.reply': `${BAD}\nasap`, '/desk/kb/b.reply': 'asap' };
    const { out } = await run('lint --format json', world(after));
    assert.deepEqual([JSON.parse(out).summary.findings, JSON.parse(out).summary.inBaseline], [1, 2], 'its “asap” is new: b.reply is still there');

    const pruned = (await run('lint --prune-baseline', world(after))).text('/desk/.deskside-baseline.json');
    assert.deepEqual(Object.entries(JSON.parse(pruned).files).map(([name, counts]) => [name, Object.keys(counts as object).length]), [['kb/b.reply', 1], ['kb/new/name.reply', 1]]);
    const part = (await run('lint --prune-baseline kb/b.reply', world(after))).text('/desk/.deskside-baseline.json');
    assert.deepEqual(Object.keys(JSON.parse(part).files), ['kb/a.reply', 'kb/b.reply'], 'who reads a part cannot tell where the rest went');
  });

  it('that cannot be read is told and knows nothing; recording anew mends it, and what was not read stays', async () => {
    const files = { '/desk/.deskside-baseline.json': '{"version":2}', '/desk/a.reply': BAD, '/desk/b.reply': BAD };
    const { code, err } = await run('lint', world(files));
    assert.equal(code, 2);
    assert.match(err, /^\.deskside-baseline\.json:1:1: error: This is no baseline that can be read; record a new one/);
    const first = (await run('lint --baseline', world({ ...files, '/desk/.deskside-baseline.json': '{"version":1,"files":{"b.reply":{"x y":2},"gone.reply":{"x y":1}}}' })));
    const second = await run('lint --baseline a.reply', world({ ...files, '/desk/.deskside-baseline.json': first.text('/desk/.deskside-baseline.json') }));
    assert.deepEqual(Object.keys(JSON.parse(second.text('/desk/.deskside-baseline.json')).files), ['a.reply', 'b.reply']);
  });

  it('does not go with what would make it half', async () => {
    for (const wrong of ['--baseline --min-severity error', '--baseline --prune-baseline', '--baseline --fix', '--prune-ignores -']) assert.equal((await run(`lint ${wrong}`)).code, 2, wrong);
    assert.match((await run('lint --prune-baseline', world({ '/desk/a.reply': BAD }))).err, /There is no \.deskside-baseline\.json to shrink/);
  });
});

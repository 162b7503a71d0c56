import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Ajv from 'ajv-draft-04';
import { parseStringPromise } from 'xml2js';
import { engine } from '../../server/src/core/engine.js';
import { phraseEngine, replaceBy } from './phraseEngine.js';
import { blame, idsIn, run } from './run.js';

const ODD = 'kb/a & <b>,c: 100%.reply';
const files = {
  [`/desk/${ODD}`]: 'Hi “you”,\r\n\r\nyou should have\r\nasked & you should have “<said>” so.\r\n',
  '/desk/good.reply': 'Thank you for asking.\n',
};
const message = 'Mind “you\u0001 & <me>”:\n100%, really.';
const world = { files, engine: phraseEngine([{ ...blame, message, fixes: replaceBy('please <do> &') }, { phrase: '<said>', rule: 'jargon', severity: 'hint' }]) };

describe('--format', () => {
  it('sarif is SARIF 2.1.0, with fingerprints and fixes', async () => {
    const require = createRequire(import.meta.url);
    const schema = JSON.parse(readFileSync(require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8')) as object;
    const validate = new Ajv.default({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);
    for (const one of [world, { files, engine }]) {
      const { out } = await run('lint --format sarif', one);
      assert.ok(validate(JSON.parse(out)), JSON.stringify(validate.errors));
    }
    const [result] = JSON.parse((await run('lint --format sarif', world)).out).runs[0].results;
    assert.equal(result.locations[0].physicalLocation.artifactLocation.uri, 'kb/a%20&%20%3Cb%3E,c:%20100%25.reply');
    assert.deepEqual(result.locations[0].physicalLocation.region, { startLine: 3, startColumn: 1, endLine: 3, endColumn: 16, charOffset: 13, charLength: 15 });
    assert.match(result.partialFingerprints['sentence/v1'], /^[0-9a-f]{16}$/);
    assert.equal(result.fixes[0].artifactChanges[0].replacements[0].insertedContent.text, 'please <do> &');
  });

  it('junit has a suite for every text, and a failure for every finding that fails the run', async () => {
    const of = async (options: string) => (await parseStringPromise((await run(`lint --format junit ${options}`, world)).out)).testsuites;
    const testsuites = await of('');
    assert.deepEqual({ ...testsuites.$ }, { name: 'Deskside', tests: '4', failures: '2', errors: '0' });
    for (const [failOn, failures] of [['hint', '3'], ['error', '0'], ['never', '0']]) assert.equal((await of(`--fail-on ${failOn}`)).$.failures, failures);
    for (const [most, failures] of [['0', '2'], ['1', '1'], ['2', '0']]) assert.equal((await of(`--max-warnings ${most}`)).$.failures, failures);
    const [good, odd] = [...testsuites.testsuite].sort((a, b) => b.$.name.length - a.$.name.length).reverse();
    assert.deepEqual([good.$.name, good.testcase.length, good.testcase[0].failure], ['good.reply', 1, undefined]);
    assert.deepEqual([odd.$.name, odd.testcase[0].failure[0].$.message, odd.testcase[2].failure, odd.testcase[2]['system-out']], [ODD, message.replace('\u0001', '\ufffd'), undefined, [`${ODD}:4:26: hint: Mind “<said>”.`]]);
  });

  it('checkstyle names every file, with lines and columns', async () => {
    const { checkstyle } = await parseStringPromise((await run('lint --format checkstyle', world)).out);
    const odd = checkstyle.file.find(({ $ }: { $: { name: string } }) => $.name === ODD);
    assert.equal(checkstyle.file.length, 2);
    const { line, column, severity, source } = odd.error[1].$;
    assert.deepEqual([line, column, severity, source], ['4', '9', 'warning', 'deskside.blame-language/should-have']);
  });

  it('github gives annotations, what means something there escaped', async () => {
    const { out } = await run('lint --format github', world);
    const [first, , third, ...rest] = out.split('\n');
    assert.equal(first, '::warning file=kb/a & <b>%2Cc%3A 100%25.reply,line=3,endLine=3,col=1,endColumn=16,title=Deskside%3A blame-language/should-have::Mind “you\u0001 & <me>”:%0A100%25, really.');
    assert.match(third ?? '', /^::notice file=/);
    assert.deepEqual(rest, ['']);
  });

  it('gitlab is a list of issues no two of which have the same fingerprint', async () => {
    const issues = JSON.parse((await run('lint --format gitlab', { ...world, files: { '/desk/a.reply': 'you should have\n\nyou should have\n' } })).out) as { fingerprint: string; severity: string; location: object; check_name: string; description: string }[];
    assert.equal(new Set(issues.map(({ fingerprint }) => fingerprint)).size, 2);
    assert.deepEqual(issues.map(({ severity, location }) => [severity, location]), [1, 3].map((line) => ['major', { path: 'a.reply', lines: { begin: line, end: line } }]));
  });

  it('json and ndjson carry the fingerprints that ignores are made of', async () => {
    const line = (await run('lint --format ndjson', world)).out.split('\n').find((one) => one.includes('fingerprint'));
    const found = JSON.parse(line ?? '').findings[0].fingerprint;
    const ignored = await run('lint --format json', { ...world, files: { ...files, '/desk/.deskside-ignore.yaml': `- rule: blame-language\n  fingerprint: "${found}"\n` } });
    const all = JSON.parse(ignored.out).files.flatMap((file: { findings: { fingerprint: string }[] }) => file.findings);
    assert.ok(all.length > 0 && all.every((finding: { fingerprint: string }) => finding.fingerprint !== found));
  });
});

describe('how much is shown and what it counts', () => {
  const mixed = { files: { '/desk/a.reply': 'bad mean odd\n', '/desk/b.reply': 'bad\n' }, engine: phraseEngine([{ phrase: 'bad', rule: 'bad' }, { phrase: 'mean', rule: 'mean', severity: 'error' }, { phrase: 'odd', rule: 'odd', severity: 'info' }]) };
  const rulesIn = (out: string) => JSON.parse(out).files.flatMap((file: { findings: { rule: string }[] }) => file.findings.map(({ rule }) => rule));

  it('--quiet shows what makes the exit code 1, and nothing where there is nothing', async () => {
    assert.deepEqual(rulesIn((await run('lint --quiet --format json', mixed)).out), ['bad', 'mean', 'bad']);
    assert.deepEqual(rulesIn((await run('lint --quiet --fail-on error --format json', mixed)).out), ['mean']);
    const { out, code } = await run('lint --quiet', { files: { '/desk/a.reply': 'fine\n' } });
    assert.deepEqual([out, code], ['', 0]);
  });

  it('says what it looked for, where milder findings are not shown', async () => {
    const mild = { ...mixed, files: { '/desk/a.reply': 'bad odd\n' } };
    const verdict = async (options: string) => (await run(`lint ${options}`, mild)).out;
    assert.equal(await verdict('--quiet --fail-on error'), '1 file read, and nothing to mend that is an error.\n');
    assert.equal(await verdict('--quiet --fail-on never'), '1 file read, and nothing to mend that is an error.\n');
    assert.equal(await verdict('--min-severity error'), '1 file read, and nothing to mend that is an error.\n');
    assert.equal(await verdict('--min-severity error --quiet --fail-on info'), '');
  });

  it('--max-warnings lets so many pass', async () => {
    const warnings = { ...mixed, files: { '/desk/a.reply': 'bad bad\n' } };
    assert.deepEqual(await Promise.all([1, 2].map(async (most) => (await run(`lint --max-warnings ${most}`, warnings)).code)), [1, 0]);
    assert.equal((await run('lint --max-warnings 9', mixed)).code, 1, 'an error is no warning');
    assert.match((await run('lint --max-warnings few', mixed)).err, /needs a number/);
  });

  it('--changed reads what git says has changed, and hands git no option of a stranger', async () => {
    const asked: string[] = [];
    const git = async (args: readonly string[]) => {
      asked.push(args.join(' '));
      const answers: Record<string, string> = { 'rev-parse --show-toplevel': '/desk\n', diff: 'a.reply\0gone.reply\0', 'ls-files': 'new/c.reply\0' };
      return answers[args.join(' ')] ?? answers[args[0] ?? ''] ?? 'abc123\n';
    };
    const world = { ...mixed, files: { ...mixed.files, '/desk/new/c.reply': 'bad' }, git };
    const { out } = await run('lint --changed=main --format ndjson', world);
    assert.deepEqual(idsIn(out), ['a.reply', 'new/c.reply']);
    assert.ok(asked.includes('rev-parse --verify --quiet --end-of-options main^{commit}'), asked.join('\n'));
    assert.match((await run('lint --changed', mixed)).err, /no git repository/);
  });

  it('--changed says that nothing has changed, or no text has', async () => {
    const git = (diff: string) => async ([command = '', option]: readonly string[]) => ({ diff, 'ls-files': '' })[command] ?? (option === '--show-toplevel' ? '/desk\n' : 'abc123\n');
    const outOf = async (command: string, diff: string) => (await run(command, { ...mixed, git: git(diff) })).out;
    assert.equal(await outOf('lint --changed', ''), 'Nothing has changed since the last commit.\n');
    assert.equal(await outOf('lint --changed=main', ''), 'Nothing has changed since “main”.\n');
    assert.equal(await outOf('lint --changed', 'gone.reply\0src/a.ts\0'), 'Nothing was read in .: no .md, .txt or .reply file with anything in it has changed there since the last commit.\n');
  });

  it('--fix-dry-run shows a diff and leaves the file as it is', async () => {
    const text = 'Hi,\r\n\r\nyou should have asked.\r\nBye\r\n';
    const done = await run('lint --fix-dry-run', { files: { '/desk/a.reply': text }, engine: phraseEngine([{ ...blame, fixes: replaceBy('please') }]) });
    assert.equal(done.text('/desk/a.reply'), text);
    assert.equal(done.out, '--- a/a.reply\n+++ b/a.reply\n@@ -1,4 +1,4 @@\n Hi,\r\n \r\n-you should have asked.\r\n+please asked.\r\n Bye\r\n');
    assert.equal(done.err, '--fix would mend 1 place in 1 file.\n');
  });
});

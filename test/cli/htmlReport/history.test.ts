import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gitBlobs } from '../../../server/src/cli/gitBlobs.js';
import { gitHistory, spread } from '../../../server/src/cli/htmlReport/gitHistory.js';
import { nodeFileSystem } from '../../../server/src/files/nodeFileSystem.js';
import { run } from '../run.js';

describe('the report’s history', () => {
  it('comes from earlier runs, by their dates', async () => {
    const past = (findings: number) => JSON.stringify({ files: [], summary: { files: 2, findings } });
    const files = { '/desk/a.reply.md': 'you should have', '/desk/runs/2025-03-01.json': past(4), '/desk/runs/2025-01-31.json': past(8) };
    const { out } = await run('report --out - --history runs', { files });
    assert.match(out, /1\.0 findings for each text now, fewer than the 4\.0 on 31 January 2025/);
    assert.deepEqual([...out.matchAll(/aria-label="([^"]*): (\d+) findings?"/g)].map(([, day, count]) => [day, count]), [['31 January 2025', '8'], ['1 March 2025', '4'], ['1 June 2025', '1']]);
  });

  it('is spread evenly, first and last among it', () => {
    assert.deepEqual(spread([1, 2, 3], 5), [1, 2, 3]);
    assert.deepEqual(spread([1, 2, 3, 4, 5, 6, 7], 3), [1, 4, 7]);
    assert.deepEqual(spread([1, 2, 3], 1), [3]);
  });
});

describe('the report’s history from git', () => {
  let folder = '';
  const git = async (args: readonly string[], cwd = folder) => execFileSync('git', ['-c', 'user.name=Ana', '-c', 'user.email=ana@example.com', '-c', 'commit.gpgsign=false', ...args], { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const put = (name: string, text: string) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  const commit = async (subject: string) => {
    await git(['add', '-A']);
    await git(['commit', '-q', '--allow-empty', '-m', subject]);
  };

  before(async () => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'deskside-history-')));
    await git(['init', '-q']);
    put('kb/[a] *.md', 'bad bad\0');
    put('kb/.hidden/x.md', 'bad');
    put('other/x.md', 'bad');
    await commit('One article');
    put('kb/ü\n.md', 'bad');
    await commit('A second <b>article</b>');
    put('kb/[a] *.md', 'fine');
    await commit('Mend the first');
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  /** Counts “bad” in what is read, and remembers what that was. */
  const history = async (present: ReadonlyMap<string, number>, commits = 9) => {
    const read: string[] = [];
    const io = { cwd: folder, fs: nodeFileSystem, git, gitBlobs };
    const runs = await gitHistory(io, { paths: [join(folder, 'kb')], commits, since: undefined, present }, async (fs, paths) => {
      read.push(...paths);
      const texts = await Promise.all(paths.map(async (path) => [path, Buffer.from(await fs.read(path)).toString()] as const));
      return new Map(texts.map(([path, text]) => [path, text.split('bad').length - 1]));
    });
    return { read, runs: runs.map(({ name, articles, findings }) => [name, articles, findings]) };
  };

  it('reads every version of a text once, as it was then', async () => {
    const { runs, read } = await history(new Map());
    assert.deepEqual(runs, [['One article', 1, 2], ['A second <b>article</b>', 2, 3], ['Mend the first', 2, 1]]);
    assert.deepEqual(read, ['kb/[a] *.md', 'kb/ü\n.md', 'kb/[a] *.md'].map((name) => join(folder, name)));
  });

  it('does not read again what is as it was', async () => {
    const present = new Map([[join(folder, 'kb/[a] *.md'), 5], [join(folder, 'kb/ü\n.md'), 7]]);
    const { runs, read } = await history(present, 2);
    assert.deepEqual(runs, [['One article', 1, 2], ['Mend the first', 2, 12]]);
    assert.equal(read.length, 1);
  });

  it('hands on the bytes of blobs, whatever they are', async () => {
    const id = (await git(['rev-parse', 'HEAD~2:kb/[a] *.md'])).trim();
    const [first, missing, again] = await gitBlobs([id, '0'.repeat(40), id], folder);
    assert.deepEqual([first, missing, again].map((blob) => Buffer.from(blob ?? '').toString()), ['bad bad\0', '', 'bad bad\0']);
  });
});

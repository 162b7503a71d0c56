import assert from 'node:assert/strict';
import { readInThreads, threadsWorth } from '../../server/src/cli/pool.js';
import type { Answer, ReadingThread } from '../../server/src/cli/pool.js';
import { engine as wholeEngine } from '../../server/src/core/engine.js';
import { phraseEngine } from './phraseEngine.js';
import { blame, run, sameThread } from './run.js';

const MANY = Object.fromEntries(Array.from({ length: 130 }, (_, i) => [`/desk/${String(i).padStart(3, '0')}.reply`, i % 3 ? 'Fine.\n' : 'you should have asked.\n']));
const answerTo = (path: string): Answer => ({ outcome: 'left alone', said: [{ text: path, failed: false }] });

describe('reading in threads', () => {
  it('says the same in the same order as one thread', async () => {
    const files = { ...MANY, '/desk/050.reply': new Uint8Array([0xff, 0xfe]), '/desk/.deskside.yaml': 'audiance: technical' };
    const one = await run('lint', { files });
    // Two processors a thread
    const four = await run('lint', { files, processors: 8 });
    assert.deepEqual([four.out, four.code], [one.out, one.code]);
    assert.deepEqual(new Set(four.err.split('\n')), new Set(one.err.split('\n')));
    assert.equal(four.err.match(/audiance/g)?.length, 1, 'every thread reads the config, one says what is wrong with it');
  });

  it('is only for as many files as pay for it', () => {
    assert.deepEqual([1, 60, 99, 100, 400, 400].map((files, i) => threadsWorth(files, i === 5 ? 2 : 8)), [0, 0, 0, 2, 4, 0]);
  });

  it('keeps the order, never runs far ahead, and ends its threads', async () => {
    let [asked, taken, furthest, ended] = [0, 0, 0, 0];
    const thread = (late: boolean): ReadingThread => ({
      read: async (tasks) => {
        asked += tasks.length;
        furthest = Math.max(furthest, asked - taken);
        if (late) for (let i = 0; i < 20; i++) await Promise.resolve();
        return tasks.map(({ path }) => answerTo(path));
      },
      end: () => void ended++,
    });
    const files = Array.from({ length: 1000 }, (_, i) => ({ path: String(i), named: false }));
    for await (const { said } of readInThreads([thread(true), thread(false)], files, async () => answerTo('never'))) assert.equal(said[0]?.text, String(taken++));
    assert.deepEqual([taken, ended], [1000, 2]);
    assert.ok(furthest <= 5 * 8, `${furthest} files ahead`);
  });

  it('reads itself what a thread has died of', async () => {
    const one = await run('lint', { files: MANY });
    const dying = await run('lint', { files: MANY, processors: 4, startThread: (io, argv) => ({ ...sameThread(io, argv), read: async () => Promise.reject(new Error('dead')) }) });
    assert.deepEqual([dying.out, dying.code], [one.out, one.code]);
  });
});

describe('--cache', () => {
  it('reads what has changed, and forgets when the config does', async () => {
    const kept = new Map<string, string>();
    const engine = phraseEngine([blame]);
    let lints = 0;
    const counting = { ...engine, createLinter: (options: Parameters<typeof engine.createLinter>[0]) => {
      const linter = engine.createLinter(options);
      return { ...linter, lint: (...args: Parameters<typeof linter.lint>) => (lints++, linter.lint(...args)) };
    } };
    const files = { '/desk/a.reply': 'you should have asked.\n', '/desk/b.reply': 'Fine.\n' };
    const lint = async (more: Record<string, string> = {}) => {
      lints = 0;
      const { out } = await run('lint --cache --format json', { files: { ...files, ...more }, engine: counting, kept });
      return [lints, JSON.parse(out).summary.findings];
    };
    assert.deepEqual(await lint(), [2, 1]);
    assert.deepEqual(await lint(), [0, 1]);
    assert.deepEqual(await lint({ '/desk/b.reply': 'you should have…' }), [1, 2]);
    assert.deepEqual(await lint({ '/desk/.deskside.yaml': 'audience: technical' }), [2, 1]);
    assert.deepEqual(await lint({ '/desk/.deskside-ignore.yaml': '- rule: blame-language\n  file: a.reply' }), [2, 0], 'another config again');
    assert.equal(kept.size, 2, 'one entry a file');
    for (const name of kept.keys()) kept.set(name, `${kept.get(name)?.split('\n')[0]}\n[{"broken`);
    assert.deepEqual(await lint({ '/desk/.deskside-ignore.yaml': '- rule: blame-language\n  file: a.reply' }), [2, 0], 'half an entry is none');
  });

  it('does not give what was found without what to write instead to who asks for both', async () => {
    const world = { files: { '/desk/a.reply': 'You should have asked.\n' }, engine: wholeEngine, kept: new Map<string, string>() };
    const { out } = await run('lint --format json', world);
    assert.match(out, /"edits"/);
    await run('lint --cache --format junit', world);
    assert.equal((await run('lint --cache --format json', world)).out, out);
  });
});

describe('the progress bar', () => {
  it('grows on a terminal’s error stream and is gone in the end', async () => {
    const { err, out } = await run('lint', { files: MANY, errIsTTY: true });
    assert.match(err, /\r█{12}░{12} {2}50 % of 130 files/);
    assert.ok(err.endsWith('\r\u001b[K'));
    assert.equal(out, (await run('lint', { files: MANY })).out);
  });

  it('is not there for a few files, or where nobody looks', async () => {
    assert.equal((await run('lint', { files: MANY })).err, '');
    assert.equal((await run('lint', { files: { '/desk/a.reply': 'Fine.' }, errIsTTY: true })).err, '');
  });
});

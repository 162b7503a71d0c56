import assert from 'node:assert/strict';
import type { Engine } from '../../../server/src/cli/io.js';
import { main } from '../../../server/src/cli/main.js';
import { memoryFileSystem } from '../memoryFileSystem.js';
import { phraseEngine } from '../phraseEngine.js';
import { blame, run, stillWorld } from '../run.js';

const ticket = (id: number, text: string, sort = 'reply') => JSON.stringify({ ticket: { id, sort, comments: [{ body: 'as asked' }, { body: text }] }, subject: 'you should have' });
const FIELDS = '--id-field ticket.id --kind-field ticket.sort --text-field ticket.comments.1.body';
const idsAndLines = (out: string) => out.trimEnd().split('\n').map((line) => JSON.parse(line)).map(({ id, line }) => [id, line]);

describe('archives', () => {
  it('are read by the fields they have, however deep', async () => {
    const { out, code } = await run(`lint --input ndjson ${FIELDS}`, { in: [`${ticket(1, 'fine')}\n${ticket(2, 'you should have', 'note')}\n`] });
    assert.deepEqual(out.trimEnd().split('\n').map((line) => JSON.parse(line).findings.length), [0, 1]);
    assert.equal(code, 1);
    const dotted = await run('lint --input ndjson --text-field a.b', { in: ['{"a.b":"you should have","a":{"b":"fine"}}'] });
    assert.match(dotted.out, /should-have/);
    const inherited = await run('lint --input ndjson --text-field constructor.name', { in: ['{}'] });
    assert.match(inherited.out, /“constructor.name” is missing/);
  });

  it('can have kinds of their own, where one is said for all', async () => {
    const asked = { in: [ticket(1, 'fine', 'public comment')] };
    assert.match((await run(`lint --input ndjson ${FIELDS}`, asked)).out, /“ticket\.sort” cannot be \\"public comment\\"/);
    assert.deepEqual(idsAndLines((await run(`lint --input ndjson ${FIELDS} --kind reply`, asked)).out), [[1, 1]]);
  });

  it('are taken up again where a run ended', async () => {
    const lines = Array.from({ length: 9 }, (_, i) => `${ticket(i, 'you should have')}\n`).join('');
    const whole = await run(`lint --input ndjson ${FIELDS}`, { in: [lines] });
    const answered = whole.out.slice(0, whole.out.indexOf('"line":5'));
    const done = answered.slice(0, answered.lastIndexOf('\n') + 1);
    const rest = await run(`lint --input ndjson ${FIELDS} --skip-to ${idsAndLines(done).at(-1)?.[1] + 1}`, { in: [lines] });
    assert.equal(done + rest.out, whole.out);
    const csv = await run('lint --input csv --skip-to 4', { in: ['id,text\n1,"a\nb"\n2,fine\n3,fine\n'] });
    assert.deepEqual(idsAndLines(csv.out), [['2', 4], ['3', 5]]);
  });

  it('keep their line numbers in parts', async () => {
    const part = await run('lint --input ndjson --first-line 101 --skip-to 102', { in: ['not json\n{"text":""}\nnor this'] });
    assert.deepEqual(idsAndLines(part.out), [[null, 102], [null, 103]]);
    const csv = await run('lint --input csv --first-line 101', { in: ['id,text\n1,\n2,fine\n'] });
    assert.deepEqual(idsAndLines(csv.out), [['1', 101], ['2', 102]]);
  });

  it('may have as many bad lines as are put up with', async () => {
    const asked = { in: [`{"text":""}\n${'bad\n'.repeat(12)}`] };
    const { code, err } = await run('lint --input ndjson', asked);
    assert.equal(code, 2);
    assert.equal(err, '12 of 13 records could not be read: lines 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 2 more. The answers to them say why.\n');
    const codes = ['11', '12', 'any'].map(async (most) => (await run(`lint --input ndjson --max-bad-lines ${most}`, asked)).code);
    assert.deepEqual(await Promise.all(codes), [2, 0, 0]);
  });

  it('are read to the end, whatever happens to one record', async () => {
    const { createLinter, ...engine } = phraseEngine([blame]);
    const failing: Engine = {
      ...engine,
      createLinter: (options) => {
        const linter = createLinter(options);
        return { ...linter, lint: (source) => (source.text === 'odd' ? assert.fail('this text is too odd') : linter.lint(source)) };
      },
    };
    const { out, err, code } = await run('lint --input ndjson --fail-on never', { engine: failing, in: ['{"id":1,"text":"odd"}\n{"id":2,"text":"you should have"}\n'] });
    const [odd, next] = out.trimEnd().split('\n').map((line) => JSON.parse(line));
    assert.deepEqual([odd.id, odd.line, next.id, next.findings.length], [1, 1, 2, 1]);
    assert.match(odd.error, /^The text could not be read, which is a mistake in Deskside\..*this text is too odd/);
    assert.equal(err, '1 of 2 records could not be read: line 1. The answers to them say why.\n');
    assert.equal(code, 2);
  });

  for (const [command, message] of [
    ['lint --skip-to 2', /--skip-to goes with --input/],
    ['lint --input ndjson --columns a', /--columns goes with --input csv/],
    ['lint --input csv --delimiter ab', /--delimiter cannot be “ab”/],
    ['lint --input csv --skip-to 0', /whole number from 1 on/],
    ['lint --input ndjson --max-bad-lines some', /from 0 on, or any/],
    ['lint --input csv drafts', /goes with no path/],
  ] as const) {
    it(`refuses: deskside ${command}`, async () => {
      const { code, err } = await run(command);
      assert.equal(code, 2);
      assert.match(err, message);
    });
  }

  for (const [input, header] of [['ndjson', ''], ['csv', 'id,text\n']] as const) {
    it(`of any length fill no memory (${input})`, async () => {
      const most = await mostHeld(input, header, 20_000);
      assert.ok(most <= 64 * 1024 + 3 * CHUNK, `${most} bytes were read and not yet answered`);
    });
  }
});

const CHUNK = 4096;

/** Reads so many records, answers taking their time, and returns the most bytes that were on their way at once. */
async function mostHeld(input: 'ndjson' | 'csv', header: string, records: number): Promise<number> {
  const record = (id: number) => (input === 'csv' ? `${id},"you should\nhave"\n` : `{"id":${id},"text":"you should\\nhave"}\n`);
  let given = 0;
  let answered = 0;
  let most = 0;
  async function* stream(): AsyncGenerator<Uint8Array> {
    let chunk = header;
    for (let id = 0; id < records; id++) {
      chunk += record(id);
      if (chunk.length < CHUNK) continue;
      given += chunk.length;
      most = Math.max(most, given - answered);
      yield Buffer.from(chunk);
      chunk = '';
    }
  }
  const write = async (text: string) => {
    answered += record(Number(JSON.parse(text).id)).length;
    await new Promise(setImmediate);
  };
  await main({
    ...stillWorld,
    argv: ['lint', '--input', input],
    cwd: '/',
    fs: memoryFileSystem({}),
    in: stream(),
    out: { write },
    err: { write: async (text) => assert.fail(text) },
    env: {},
    isTTY: false,
    version: '1',
    today: () => '2025-06-01',
    packWorld: () => Promise.reject(new Error('no packs here')),
    engine: phraseEngine([blame]),
    git: async () => '',
    gitBlobs: async () => [],
    startServer: async () => undefined,
    startAssistants: async () => undefined,
  });
  assert.ok(answered > (records - 500) * 20, 'all of it was answered');
  return most;
}

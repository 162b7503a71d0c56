import assert from 'node:assert/strict';
import { run } from '../run.js';

interface Answer {
  readonly id: unknown;
  readonly line: number;
  readonly error?: string;
  readonly findings?: readonly { readonly start: number }[];
}

const answers = (out: string): Answer[] => out.trimEnd().split('\n').map((line) => JSON.parse(line));
const seen = (out: string) => answers(out).map(({ id, line, findings }) => [id, line, findings?.length]);

describe('--input csv', () => {
  const archive = ['\ufeff"id",kind,subject,text', '1,reply,A,"you should have, 👋', 'you should have"', '', '2,,B,fine\r', '3,note,"say ""hi""",you should have'].join('\n');

  it('answers every record with a line, in order, however the bytes come', async () => {
    const bytes = new TextEncoder().encode(archive);
    const whole = await run('lint --input csv', { in: [bytes] });
    const single = await run('lint --input csv', { in: Array.from(bytes, (byte) => new Uint8Array([byte])) });
    assert.equal(single.out, whole.out);
    assert.deepEqual(seen(whole.out), [['1', 2, 2], ['2', 5, 0], ['3', 6, 1]]);
    assert.equal(whole.err, '');
  });

  it('reads the columns it is told to, with any delimiter, with a header or without', async () => {
    const fields = '--text-field body --id-field ticket --kind-field sort';
    const semicolons = await run(`lint --input csv --delimiter ; ${fields}`, { in: ['ticket;sort;body\n7;note;you should have\n'] });
    assert.deepEqual(seen(semicolons.out), [['7', 2, 1]]);
    const tabs = await run(`lint --input csv --delimiter tab --columns ticket,sort,body ${fields}`, { in: ['7\tnote\tyou should have\n'] });
    assert.deepEqual(seen(tabs.out), [['7', 1, 1]]);
  });

  it('names a column that is not there, and those that are', async () => {
    const { code, err, out } = await run('lint --input csv', { in: ['id,texts\n1,fine\n'] });
    assert.deepEqual([code, out], [2, '']);
    assert.match(err, /no column “text”\. Did you mean texts\? Its columns are “id”, “texts”; --text-field/);
  });

  const bad: readonly (readonly [string | Uint8Array, RegExp])[] = [
    ['2,fine,or not', /has 3 fields, and the archive has 2 columns/],
    ['2', /has 1 field, and/],
    ['2,', /“text” is missing/],
    [new Uint8Array([0x32, 0x2c, 0xff]), /“text” is not UTF-8/],
  ];
  for (const [record, message] of bad) {
    it(`answers a record that cannot be read, and goes on: ${message.source}`, async () => {
      const { code, out, err } = await run('lint --input csv', { in: ['id,text\n1,fine\n', record, '\n3,"you should\nhave"\n4,fine'] });
      const [, answer, ...rest] = answers(out);
      assert.deepEqual([code, answer?.line], [2, 3]);
      assert.match(answer?.error ?? '', message);
      assert.deepEqual(rest.map(({ id, line }) => [id, line]), [['3', 4], ['4', 6]]);
      assert.match(err, /^1 of 4 records could not be read: line 3\./);
    });
  }

  it('takes quotation marks in the middle of a field as they stand', async () => {
    const { out } = await run('lint --input csv', { in: ['id,text\n1,a 5" cable\n2,"you" should have\n3,you should have\n'] });
    assert.deepEqual(seen(out), [['1', 2, 0], ['2', 3, 0], ['3', 4, 1]]);
  });

  it('says where a quotation mark is never closed', async () => {
    const { out } = await run('lint --input csv', { in: ['id,text\n1,fine\n2,"fine\n3,fine\n'] });
    assert.match(answers(out)[1]?.error ?? '', /never closed/);
    const chunk = new TextEncoder().encode('x\n'.repeat(512 * 1024));
    const long = await run('lint --input csv', { in: ['id,text\n1,fine\n2,"', ...Array.from({ length: 40 }, () => chunk), '"\n3,fine\n'] });
    assert.deepEqual(answers(long.out).map(({ id, line }) => [id, line]), [['1', 2], [null, 3]]);
    assert.match(long.out, /longer than 32 MB/);
    assert.equal(long.code, 2);
  });

  it('refuses what is not UTF-8 at all', async () => {
    const { code, err } = await run('lint --input csv', { in: [Buffer.from('\ufeffid,text\n1,fine\n', 'utf16le')] });
    assert.equal(code, 2);
    assert.match(err, /not UTF-8\. Save it as/);
  });
});

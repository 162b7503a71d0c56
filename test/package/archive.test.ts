import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const cli = fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url));
const PARTS = 3;
const PART = 40;
const drafts = ['Hi Ana,\n\nYou should have read the manual.', 'Hi Ben,\n\nThe refund is on its way.', 'Hi Cem,\n\nAs I said, unfortunately we cannot do that.'];
const lines = Array.from({ length: PARTS * PART }, (_, i) => (i % 17 === 5 ? 'no record\n' : `${JSON.stringify({ id: i, text: drafts[i % drafts.length] })}\n`));

/** Runs the bundle on lines of an archive; resolves to its answers. */
async function answersTo(asked: readonly string[], firstLine: number): Promise<string> {
  const child = spawn(process.execPath, [cli, 'lint', '--input', 'ndjson', '--first-line', String(firstLine), '--fail-on', 'never', '--max-bad-lines', 'any'], { stdio: ['pipe', 'pipe', 'ignore'] });
  child.stdin.end(asked.join(''));
  const [out, code] = await Promise.all([text(child.stdout), new Promise((done) => child.on('close', done))]);
  assert.equal(code, 0);
  return out;
}

describe('an archive in parts, each read by a process of its own', () => {
  it('is answered as by one process, byte for byte', async () => {
    const parts = Array.from({ length: PARTS }, (_, i) => answersTo(lines.slice(i * PART, (i + 1) * PART), i * PART + 1));
    const whole = await answersTo(lines, 1);
    assert.equal((await Promise.all(parts)).join(''), whole);
    assert.equal(whole.split('\n').length, lines.length + 1);
    assert.match(whole, /"rule":"blame-language/);
    assert.match(whole, /"line":108,"error"/);
  });
});

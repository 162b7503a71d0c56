/** `npm run rules`, as rule writers type it. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'pathe';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

function bench(...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import=tsx', 'scripts/rules.ts', ...words], { cwd: ROOT, encoding: 'utf8' });
  return { status, out: stdout, err: stderr };
}

describe('npm run rules', () => {
  let folder = '';
  before(() => void (folder = mkdtempSync(join(tmpdir(), 'deskside-bench-'))));
  after(() => rmSync(folder, { recursive: true }));

  it('shows its help', () => {
    const { status, out } = bench('--help');
    assert.equal(status, 0);
    assert.match(out, /npm run rules -- check/);
  });

  it('says that a command, rule or file is not there, and which was meant', () => {
    assert.deepEqual(bench('check', 'no/such.yaml'), { status: 2, out: '', err: '“no/such.yaml”: there is no such rule or file; “deskside rules” lists all rules.\n' });
    assert.deepEqual(bench('cost', 'blame-langage'), { status: 2, out: '', err: '“blame-langage”: there is no such rule or file; did you mean “blame-language”?\n' });
    assert.deepEqual(bench('check', 'docs'), { status: 2, out: '', err: '“docs”: there is no rule in it; a rule is a .yaml file.\n' });
    assert.match(bench('chek').err, /“chek”: there is no such command/);
  });

  it('checks the files of a folder, and counts them as people do', () => {
    mkdirSync(join(folder, 'sub'));
    writeFileSync(join(folder, 'sub/fails.yaml'), 'message: m\nwhy: w\nphrases: [cart]\nexamples:\n  flag: [Your bag is empty.]\n  ok: [Your basket is empty.]\n');
    const { status, out } = bench('check', folder);
    assert.equal(status, 1);
    assert.match(out, /^1 rule, 1 failure$/m);
  });

  it('counts one mistake as one', () => {
    const file = join(folder, 'wrong.yaml');
    writeFileSync(file, 'message: m\nwhy: w\nphrases: [you <verbs>]\nexamples:\n  flag: [a]\n  ok: [b]\n');
    assert.match(bench('check', file).out, /^0 rules, 0 failures, 1 mistake$/m);
  });

  it('checks a folder of server/rules', () => {
    assert.match(bench('check', 'server/rules/blame-language').out, /^\d{2,} rules, 0 failures$/m);
  });
});

/** What we hand to pipelines, run with a stand-in for npx that writes down what it is asked. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { parse } from 'yaml';
import { readLintOptions } from '../../server/src/cli/lintOptions.js';

interface Step {
  readonly env: Readonly<Record<string, string>>;
  readonly run: string;
}

const read = (path: string): unknown => parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));
const { runs, inputs } = read('action.yml') as { runs: { steps: Step[] }; inputs: Record<string, { default: string }> };
const gitlab = (read('ci/gitlab.yml') as { deskside: { script: string[]; variables: Record<string, string> } }).deskside;
const hooks = read('.pre-commit-hooks.yaml') as { id: string; entry: string; files: string; language: string }[];

describe('what we hand to pipelines', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'deskside-'));
    writeFileSync(join(folder, 'npx'), '#!/bin/sh\nprintf "%s\\n" "$@" "" >> asked\necho report\nexit "${CODE:-0}"\n', { mode: 0o755 });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** Runs a script as GitHub and GitLab do, and returns its exit code and each call of npx. */
  function sh(script: string, env: Readonly<Record<string, string>>) {
    const { status } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], { cwd: folder, env: { PATH: `${folder}${delimiter}${process.env['PATH']}`, ...env } });
    return { status, calls: readFileSync(join(folder, 'asked'), 'utf8').split('\n\n').filter(Boolean).map((call) => call.split('\n')) };
  }

  function action(given: Readonly<Record<string, string>>, code = '0') {
    const [step] = runs.steps;
    assert.ok(step);
    const value = (expression: string) => expression.replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, name: string) => given[name] ?? inputs[name]?.default ?? '');
    return sh(step.run, { ...Object.fromEntries(Object.entries(step.env).map(([key, expression]) => [key, value(expression)])), CODE: code });
  }

  it('the action reads the folder as it is when nothing is said', () => {
    const { status, calls } = action({});
    assert.deepEqual([status, calls], [0, [['--yes', 'deskside@latest', 'lint', '--format', 'github', '--fail-on', 'warning', '--', '.']]]);
  });

  it('the action takes paths, a branch and a report, runs nothing of them, and fails as Deskside does', () => {
    const { status, calls } = action({ paths: 'kb\nmy drafts\n$(touch ran)\n', changed: 'origin/main', kind: 'article', 'fail-on': 'error', version: '1.2.3' }, '1');
    assert.equal(status, 1);
    assert.deepEqual(calls.at(-1), ['--yes', 'deskside@1.2.3', 'lint', '--format', 'github', '--fail-on', 'error', '--changed=origin/main', '--kind', 'article', '--', 'kb', 'my drafts', '$(touch ran)']);
    assert.throws(() => readFileSync(join(folder, 'ran')));
    assert.deepEqual(action({ sarif: 'out.sarif' }).calls.slice(-2).map((call) => call[4]), ['sarif', 'github']);
    assert.equal(readFileSync(join(folder, 'out.sarif'), 'utf8'), 'report\n');
  });

  it('the action annotates what can be read though something cannot', () => {
    const { status, calls } = action({ sarif: 'out.sarif' }, '2');
    assert.deepEqual([status, calls.map((call) => call[4])], [2, ['sarif', 'github']]);
  });

  it('the GitLab job reads what a merge request changes, and all of it otherwise', () => {
    const variables = Object.fromEntries(Object.entries(gitlab.variables).map(([key, value]) => [key, String(value)]));
    const script = gitlab.script.join('\n');
    assert.deepEqual(sh(script, { ...variables, DESKSIDE_PATHS: 'kb *.md', CI_MERGE_REQUEST_DIFF_BASE_SHA: 'abc' }).calls[0]?.slice(2), ['lint', '--format', 'gitlab', '--fail-on', 'warning', '--changed=abc', '--', 'kb', '*.md']);
    assert.deepEqual(sh(script, variables).calls[1]?.slice(7), ['--', '.']);
    assert.equal(sh(script, { ...variables, CODE: '1' }).status, 1);
    assert.equal(readFileSync(join(folder, 'gl-code-quality-report.json'), 'utf8'), 'report\n');
  });

  it('every option that they use is there', () => {
    const calls = [...action({ changed: 'main', kind: 'reply', sarif: 'x' }).calls.map((call) => call.slice(3)), ...hooks.map(({ entry }) => [...entry.split(' ').slice(4), 'a.md'])];
    for (const argv of calls) assert.doesNotThrow(() => readLintOptions(argv, '/'), argv.join(' '));
    for (const { entry, files, language } of hooks) {
      assert.match(entry, /^npx --yes deskside lint /);
      assert.deepEqual([language, ['a.md', 'a.reply.md', 'a.mdx', 'a.html', 'a.txt', 'a.png'].map((name) => new RegExp(files).test(name))], ['system', [true, true, true, true, true, false]]);
    }
  });
});

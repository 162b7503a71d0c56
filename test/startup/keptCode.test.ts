import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder } from '../../server/src/startup/keptCode.js';

const LOADER = fileURLToPath(new URL('../../server/src/startup/keptCode.ts', import.meta.url));
const TIERS = fileURLToPath(new URL('../../server/src/startup/tiers.ts', import.meta.url));

describe('the code that a run leaves to the next', () => {
  let folder = '';
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'deskside-kept-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** Runs a bundle with these contents, and says what it printed. */
  function run(body: string, keeps = 1, env: Readonly<Record<string, string>> = {}, before = ''): string {
    const path = join(folder, 'bundle.cjs');
    writeFileSync(path, `// ${body}\n${body}`);
    const start = `import { beShort } from ${JSON.stringify(TIERS)}; import { runKept } from ${JSON.stringify(LOADER)}; ${before} runKept(${JSON.stringify(path)}, ${String(keeps)});`;
    const { stdout, stderr } = spawnSync(process.execPath, ['--import=tsx', '--input-type=module', '-e', start], { env: { ...process.env, XDG_CACHE_HOME: join(folder, 'cache'), ...env }, encoding: 'utf8' });
    assert.equal(stderr, '');
    return stdout;
  }
  const kept = (): readonly string[] => readdirSync(join(folder, 'cache/deskside'));

  it('is kept once, and the bundle does the same with it', () => {
    const body = 'console.log(require("node:path").basename(__filename), typeof module.exports);';
    assert.equal(run(body), 'bundle.cjs object\n');
    assert.deepEqual(kept(), [`bundle.cjs-${process.versions.v8}-${process.arch}`]);
    assert.equal(run(body), 'bundle.cjs object\n');
  });

  it('is added to by as many runs as may, each of which may need more', () => {
    const functions = Array.from({ length: 50 }, (_, i) => `function f${i}(a) { return a.map((b) => [b, ${i}]).filter(Boolean).length; } f${i}([1]);`).join(' ');
    const sizes = ['', 'more', 'more', ''].map((asked) => {
      run(`if (process.env.ASKED) { ${functions} }`, 2, { ASKED: asked });
      return readFileSync(join(folder, 'cache/deskside', kept()[0] ?? '')).length;
    });
    const [first = 0, second = 0] = sizes;
    assert.ok(second > 1.5 * first, String(sizes));
    assert.deepEqual(sizes, [first, second, second, second]);
  });

  it('is not taken for that of another bundle of the same length', () => {
    assert.equal(run('console.log(1);'), '1\n');
    assert.equal(run('console.log(2);'), '2\n');
    assert.equal(run('console.log(2);'), '2\n');
  });

  it('is made anew where what was kept is no code', () => {
    run('console.log(1);');
    const file = join(folder, 'cache/deskside', kept()[0] ?? '');
    writeFileSync(file, '// console.log(1);\nno code');
    assert.equal(run('console.log(1);'), '1\n');
    assert.ok(readFileSync(file).length > 100);
  });

  it('is made anew where a disk has changed a byte of it, which would end the process', () => {
    const body = `console.log(1); ${Array.from({ length: 200 }, (_, i) => `function f${i}() { return ${i}; } f${i}();`).join(' ')}`;
    run(body);
    const file = join(folder, 'cache/deskside', kept()[0] ?? '');
    const good = readFileSync(file);
    for (let part = 1; part < 8; part++) {
      writeFileSync(file, Buffer.from(good).fill(0, Math.floor((good.length * part) / 8), Math.floor((good.length * (part + 1)) / 8)));
      assert.equal(run(body), '1\n');
      assert.equal(readFileSync(file).length > good.length / 2, true);
    }
  });

  it('has all that the run began with, however long it went on', () => {
    const functions = Array.from({ length: 200 }, (_, i) => `function f${i}(a) { return a.map((b) => [b, ${i}]).filter(Boolean).length; } f${i}([1]);`).join(' ');
    const collect = "for (const flag of ['--expose-gc', '--stress-flush-code']) require('node:v8').setFlagsFromString(flag); require('node:vm').runInNewContext('gc')();";
    const [short = 0, long = 0] = ['', collect].map((rest) => {
      run(`${functions} setTimeout(() => { ${rest} }, 1);`, 1, {}, 'beShort();');
      return readFileSync(join(folder, 'cache/deskside', kept()[0] ?? '')).length;
    });
    assert.ok(long > 0.9 * short, `${long} of ${short} bytes`);
  });

  it('is not kept where the run is not of the usual sort, and nowhere where a person wants none', () => {
    run('console.log(1);', 0);
    run('console.log(1);', 1, { DESKSIDE_NO_CACHE: '1' });
    assert.throws(kept);
    assert.equal(cacheFolder({}), undefined);
    assert.equal(cacheFolder({ XDG_CACHE_HOME: 'relative' }), undefined);
  });

  it('is not missed where the folder cannot be written to', function () {
    if (process.platform === 'win32') this.skip();
    mkdirSync(join(folder, 'cache'));
    chmodSync(join(folder, 'cache'), 0o500);
    assert.equal(run('console.log(1);'), '1\n');
    chmodSync(join(folder, 'cache'), 0o700);
  });
});

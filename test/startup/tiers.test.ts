import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const TIERS = fileURLToPath(new URL('../../server/src/startup/tiers.ts', import.meta.url));

/** Whether V8 has optimised a function that is called often, after some steps. */
function isOptimised(steps: string): boolean {
  const script = `import { beShort, lastLong } from ${JSON.stringify(TIERS)};
    const add = new Function('a', 'b', 'let sum = 0; for (let i = 0; i < 1000; i++) sum += a * b + i; return sum;');
    const work = () => { for (let i = 0; i < 20_000; i++) add(i, 2); };
    ${steps}
    const status = new Function('f', 'return %GetOptimizationStatus(f);')(add);
    console.log((status & 16) !== 0);`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--import=tsx', '--allow-natives-syntax', '--no-maglev', '--input-type=module', '-e', script], { encoding: 'utf8' });
  assert.equal(stderr, '');
  return stdout === 'true\n';
}

describe('a run', () => {
  it('is not optimised while it may be short, and is as soon as it lasts', () => {
    assert.equal(isOptimised('beShort(); work();'), false);
    assert.equal(isOptimised('beShort(); work(); lastLong(); work(); await new Promise(setImmediate); work();'), true);
  });
});

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { generated } from '../../scripts/generate/all.js';

describe('Generated files', () => {
  it('are what `npm run generate` makes today', async function () {
    // All rules are compiled, and all word lists made anew.
    this.timeout(240_000);
    const stale = [...(await generated())].filter(([path, text]) => {
      const file = new URL(`../../${path}`, import.meta.url);
      return !existsSync(file) || readFileSync(file, 'utf8') !== text;
    });
    assert.deepEqual(stale.map(([path]) => path), [], 'run `npm run generate` and commit what changes');
  });
});

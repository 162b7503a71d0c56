import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { generated } from '../../scripts/generate/all.js';

describe('Generated files', () => {
  it('are what `npm run generate` makes today', async () => {
    const stale = [...(await generated())].filter(([path, text]) => {
      const file = new URL(`../../${path}`, import.meta.url);
      return !existsSync(file) || readFileSync(file, 'utf8') !== text;
    });
    assert.deepEqual(stale.map(([path]) => path), [], 'run `npm run generate` and commit what changes');
  });
});

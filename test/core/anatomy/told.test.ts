import assert from 'node:assert/strict';
import { TOLD_BY } from '../../../server/src/core/anatomy/told.js';
import { createLinter } from '../../../server/src/core/index.js';

describe('What findings tell of a sentence', () => {
  it('is told by rules and categories that there are', () => {
    const known = new Set(createLinter().rules.flatMap(({ id, category }) => [id, category]));
    assert.deepEqual(Object.keys(TOLD_BY).filter((name) => !known.has(name)), []);
  });
});

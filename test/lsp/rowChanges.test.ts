import { strict as assert } from 'node:assert';
import { rowChanges } from '../../client/src/rowChanges.js';

const row = (key: string, label = key): { key: string; label: string } => ({ key, label });
const before = [row('greeting'), row('next-step')];

describe('what the checklist draws again', () => {
  it('is nothing while everything reads as it did', () => {
    assert.deepEqual(rowChanges(before, [row('greeting'), row('next-step')]), []);
  });

  it('is the rows that read otherwise', () => {
    assert.deepEqual(rowChanges(before, [row('greeting'), row('next-step', 'Next')]), ['next-step']);
  });

  it('is everything when rows come, go or change places', () => {
    for (const after of [[], [row('greeting')], [...before, row('size')], [...before].reverse()]) assert.equal(rowChanges(before, after), 'all');
  });
});

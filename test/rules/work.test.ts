import assert from 'node:assert/strict';
import { countWork, tooMuch } from '../../bench/performance/counts.js';

describe('The engine', () => {
  it('does no more work for a text than is recorded', () => {
    assert.deepEqual(tooMuch(countWork()), []);
  });

  it('would be seen to', () => {
    assert.equal(tooMuch({ characters: 2000, blocks: 0, sentences: 0, phrases: 1e6, sentencesForAKey: 0, charactersForAKey: 0 }).length, 2);
  });
});

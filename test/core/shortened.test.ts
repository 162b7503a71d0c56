import assert from 'node:assert/strict';
import { shortened } from '../../server/src/core/shortened.js';

describe('a passage that is too long for its place', () => {
  it('is cut between two words', () => {
    assert.equal(shortened('Thanks for reaching out, Jane', 30), 'Thanks for reaching out, Jane');
    assert.equal(shortened('Thanks  for\nreaching out, Jane', 21), 'Thanks for reaching…');
    assert.equal(shortened('Thanks for reaching out, Jane', 25), 'Thanks for reaching out…');
  });

  it('is cut in a word that is as long as all, but in no character', () => {
    assert.equal(shortened('x'.repeat(40), 10), `${'x'.repeat(9)}…`);
    assert.equal(shortened('🙈'.repeat(40), 10), `${'🙈'.repeat(4)}…`);
  });
});

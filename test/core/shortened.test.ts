import assert from 'node:assert/strict';
import { oneLine } from '../../client/src/oneLine.js';
import { shortened } from '../../server/src/core/shortened.js';

describe('a passage that is too long for its place', () => {
  for (const [name, cut] of Object.entries({ shortened, oneLine })) {
    it(`is cut between two words (${name})`, () => {
      assert.equal(cut('Thanks for reaching out, Jane', 30), 'Thanks for reaching out, Jane');
      assert.equal(cut('Thanks  for\nreaching out, Jane', 21), 'Thanks for reaching…');
      assert.equal(cut('Thanks for reaching out, Jane', 25), 'Thanks for reaching out…');
      assert.equal(cut('x'.repeat(40), 10), `${'x'.repeat(9)}…`);
    });
  }
});

import assert from 'node:assert/strict';
import { firstSentence, shortened } from '../../server/src/core/shortened.js';

describe('what a description says first', () => {
  it('goes on after an abbreviation', () => {
    assert.equal(firstSentence('For orders, e.g. refunds and returns. Says more.', 60), 'For orders, e.g. refunds and returns.');
    assert.equal(firstSentence('Asks Mr. Lee for a time. Says more.', 60), 'Asks Mr. Lee for a time.');
  });

  it('is its first sentence, whole where there is room', () => {
    assert.equal(firstSentence('You can reproduce a fault. Says so.', 60), 'You can reproduce a fault.');
    assert.equal(firstSentence('“It worked yesterday.” Takes their word for it.', 60), '“It worked yesterday.”');
    assert.equal(firstSentence('For version 2.1 of the app', 60), 'For version 2.1 of the app');
    assert.equal(firstSentence('An invoice needs another name, number or address. Says what is on it.', 35), 'An invoice needs another name…');
  });
});

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

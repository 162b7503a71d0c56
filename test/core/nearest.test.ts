import assert from 'node:assert/strict';
import { nearest } from '../../server/src/core/nearest.js';

describe('the nearest word', () => {
  const keys = ['id', 'if', 'unless', 'phrases', 'kind', 'kb', 'kb-title'];

  it('is the one with the fewest slips', () => {
    assert.equal(nearest('unles', keys), 'unless');
    assert.equal(nearest('knd', keys), 'kind');
    assert.equal(nearest('KB', keys), 'kb');
  });

  it('is what the word begins', () => {
    assert.equal(nearest('kb-', keys), 'kb-title');
  });

  it('is none for a word of two letters with one of them wrong', () => {
    for (const word of ['ix', 'ku', 'x']) assert.equal(nearest(word, keys), undefined);
  });
});

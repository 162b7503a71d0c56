import assert from 'node:assert/strict';
import { joined } from '../../scripts/generate/rules.js';

describe('The shared word lists', () => {
  it('are those of all files', () => assert.deepEqual(joined([{ one: ['a'] }, { two: ['b'] }]), { one: ['a'], two: ['b'] }));

  it('have a name each, so that none takes the place of another in silence', () => assert.throws(() => joined([{ one: ['a'] }, { one: ['b'] }]), /“one” stands in two files/));
});

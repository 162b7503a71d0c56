import assert from 'node:assert/strict';
import fc from 'fast-check';
import { packNumbers, packSmall, unpackNumbers, unpackSmall } from '../../../server/src/core/packed/digits.js';

describe('Numbers in text', () => {
  it('come back as they were', () => {
    fc.assert(fc.property(fc.array(fc.nat(2 ** 31 - 1)), (numbers) => assert.deepEqual([...unpackNumbers(packNumbers(numbers))], numbers)));
    fc.assert(fc.property(fc.array(fc.integer({ min: -32, max: 31 })), (numbers) => {
      const unpacked = new Int8Array(numbers.length);
      unpackSmall(packSmall(numbers), unpacked, 1);
      assert.deepEqual([...unpacked], numbers.map((number, i) => (i < 1 ? 0 : number)));
    }));
  });

  it('take a digit for five bits', () => {
    assert.equal(packNumbers([0, 31, 32, 1023, 1024]).length, 1 + 1 + 2 + 2 + 3);
  });
});

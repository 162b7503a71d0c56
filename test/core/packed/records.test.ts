import assert from 'node:assert/strict';
import fc from 'fast-check';
import { differences, packRecords, Records, sums } from '../../../server/src/core/packed/records.js';
import { packWords, unpackWords } from '../../../server/src/core/packed/words.js';

describe('Packed lists', () => {
  it('come back as they were', () => {
    fc.assert(fc.property(fc.array(fc.array(fc.nat(100_000))), (lists) => {
      const records = new Records(packRecords(lists));
      assert.deepEqual(Array.from({ length: records.count }, (_, i) => [...records.at(i)]), lists);
      assert.equal(records.at(lists.length).length, 0);
    }));
  });

  it('of rising numbers keep what each is more', () => {
    assert.deepEqual(differences([3, 4, 9]), [3, 1, 5]);
    assert.deepEqual(sums([3, 1, 5]), [3, 4, 9]);
  });

  it('of words share their beginnings', () => {
    const words = ["'d", 'abandon', 'abandoned', 'äpfel', 'incomprehensibilitiesandmore', 'incomprehensibilitiesandmost'].sort();
    assert.deepEqual(unpackWords(packWords(words)), words);
    assert.equal(packWords(['abandon', 'abandoned']), 'AabandonHed');
  });
});

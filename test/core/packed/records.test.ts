import assert from 'node:assert/strict';
import fc from 'fast-check';
import { packRecords, Records } from '../../../server/src/core/packed/records.js';
import { bySets, packSets, Sets } from '../../../server/src/core/packed/sets.js';
import { packWords, unpackWords } from '../../../server/src/core/packed/words.js';

describe('Packed lists', () => {
  it('come back as they were', () => {
    fc.assert(fc.property(fc.array(fc.array(fc.nat(100_000))), (lists) => {
      const records = new Records(packRecords(lists));
      assert.deepEqual(Array.from({ length: records.count }, (_, i) => [...records.at(i)]), lists);
      assert.equal(records.at(lists.length).length, 0);
    }));
  });

  it('of sets keep their runs', () => {
    const sets = fc.array(fc.uniqueArray(fc.nat(3000)).map((ids) => ids.sort((a, b) => a - b)));
    fc.assert(fc.property(sets, (some) => {
      const sorted = some.sort(bySets);
      const packed = new Sets(packSets(sorted));
      assert.deepEqual(Array.from({ length: packed.count }, (_, i) => packed.at(i)), sorted);
    }));
    assert.equal(packSets([[70, 71, 72, 73], [70, 71, 72, 73, 74]]).length, 2 * 3 + 1);
  });

  it('of words share their beginnings', () => {
    const words = ["'d", 'abandon', 'abandoned', 'äpfel', 'incomprehensibilitiesandmore', 'incomprehensibilitiesandmost'].sort();
    assert.deepEqual(unpackWords(packWords(words)), words);
    assert.equal(packWords(['abandon', 'abandoned']), 'AabandonHed');
  });
});

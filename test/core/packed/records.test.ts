import assert from 'node:assert/strict';
import fc from 'fast-check';
import { packColumns, unpackColumns } from '../../../server/src/core/packed/columns.js';
import { packRecords, Records } from '../../../server/src/core/packed/records.js';
import { bySets, packSets, Sets } from '../../../server/src/core/packed/sets.js';
import { packWords, Words } from '../../../server/src/core/packed/words.js';

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
    assert.equal(packSets([[70, 71, 72, 73], [70, 71, 72, 73, 74]]).length, 2 + 4 + 3);
  });

  it('of rows by column have what each row had', () => {
    const row = fc.record({ id: fc.string(), why: fc.string(), kinds: fc.array(fc.string()), once: fc.boolean() }, { requiredKeys: ['id'], noNullPrototype: true });
    fc.assert(fc.property(fc.array(row), (rows) => {
      assert.deepEqual(unpackColumns(packColumns(rows)), rows);
    }));
  });

  it('of words share their beginnings', () => {
    const words = ["'d", 'abandon', 'abandoned', 'äpfel', 'incomprehensibilitiesandmore', 'incomprehensibilitiesandmost'].sort();
    assert.deepEqual(all(words), words);
    assert.equal(packWords(['abandon', 'abandoned']), 'CLAabandonHed');
  });

  it('of words are found by their words, and only these', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'é', "'"), minLength: 1, maxLength: 4 });
    fc.assert(fc.property(fc.uniqueArray(letters, { maxLength: 80 }), fc.array(letters), (some, others) => {
      const words = [...some].sort();
      const packed = new Words(packWords(words));
      assert.deepEqual(all(words), words);
      for (const word of [...words, ...others]) assert.equal(packed.indexOf(word), words.indexOf(word), word);
    }));
  });
});

function all(words: readonly string[]): readonly (string | undefined)[] {
  const packed = new Words(packWords(words));
  assert.equal(packed.at(words.length), undefined);
  return words.map((_, i) => packed.at(i));
}

import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { applyEdits } from '../../server/src/core/fix.js';
import type { TextEdit } from '../../server/src/core/index.js';
import { followedBy } from '../../server/src/lsp/fixAll.js';

/** Edits of a text of that length, in order and not overlapping. */
function editsOf(length: number): fc.Arbitrary<TextEdit[]> {
  const point = fc.nat(length);
  return fc.uniqueArray(point, { maxLength: 8 }).chain((points) => {
    const sorted = [...points].sort((a, b) => a - b);
    const ranges = sorted.flatMap((start, i) => (i % 2 === 0 && sorted[i + 1] !== undefined ? [{ start, end: sorted[i + 1] ?? start }] : []));
    return fc.tuple(...ranges.map((range) => fc.string({ maxLength: 4 }).map((text) => ({ ...range, text }))));
  });
}

describe('fix all', () => {
  it('puts two rounds of edits into one that does the same', () => {
    const cases = fc.string({ minLength: 1, maxLength: 40 }).chain((text) =>
      editsOf(text.length).chain((first) => editsOf(applyEdits(text, first).length).map((second) => ({ text, first, second }))),
    );
    fc.assert(
      fc.property(cases, ({ text, first, second }) => {
        assert.equal(applyEdits(text, followedBy(first, second)), applyEdits(applyEdits(text, first), second));
      }),
    );
  });

  it('leaves alone what neither round touches', () => {
    const first = [{ start: 2, end: 4, text: 'abc' }];
    const second = [{ start: 10, end: 11, text: '' }];
    assert.deepEqual(followedBy(first, second), [...first, { start: 9, end: 10, text: '' }]);
  });
});

import assert from 'node:assert/strict';
import { engine } from '../../../../server/src/core/engine.js';
import { applyEdits } from '../../../../server/src/core/fix.js';
import type { Finding } from '../../../../server/src/core/index.js';

const long = 'The van that was meant to bring it to you on Tuesday stood still in the snow outside Leeds for most of the day and went back to the depot at night with all that it had on board.';
const sentence = (i: number): string => `Parcel ${i} went out to the driver at ten past nine and was back by noon.`;
const wall = (sentences: number): string => Array.from({ length: sentences }, (_, i) => sentence(i)).join(' ');

function find(text: string, category: string): readonly Finding[] {
  return engine.createLinter({}).lint({ text, kind: 'reply' }).filter((finding) => finding.category === category);
}

describe('a wall of text', () => {
  it('is marked at its first words alone', () => {
    const [found, ...others] = find(`Hi Sam,\n\n${wall(12)}\n`, 'wall-of-text');
    assert.deepEqual(others, []);
    assert.deepEqual([found?.start, found?.end], [9, 9 + 'Parcel 0 went out to the driver at'.length]);
  });

  it('hides no long sentence in it, not even its first', () => {
    assert.equal(find(`${wall(4)} ${long} ${wall(6)}\n`, 'long-sentence').length, 1);
    const text = `${long} ${wall(10)}\n`;
    assert.deepEqual([find(text, 'long-sentence').length, find(text, 'wall-of-text').length], [1, 1]);
  });

  for (const sentences of [8, 20, 45]) {
    it(`of ${sentences} sentences leaves none where it is broken`, () => {
      const text = `${wall(sentences)}\n\nKind regards\n`;
      const [fix] = find(text, 'wall-of-text')[0]?.fixes ?? [];
      const mended = applyEdits(text, fix?.edits ?? []);
      assert.deepEqual(find(mended, 'wall-of-text'), []);
      assert.equal(mended.replace(/\s+/g, ' '), text.replace(/\s+/g, ' '));
      assert.ok(mended.split('\n\n').length > 2);
    });
  }
});

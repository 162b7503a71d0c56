import assert from 'node:assert/strict';
import { readMoves } from '../../scripts/generate/rules.js';
import { createLinter, type Move } from '../../server/src/core/index.js';

const linter = createLinter();

function movesOf(text: string): readonly (Move | undefined)[] {
  return linter.anatomy({ text })?.sentences.map(({ move }) => move) ?? [];
}

describe('Moves', () => {
  for (const { id, examples } of readMoves()) {
    for (const text of examples.flag) it(`${id}: ${text}`, () => assert.deepEqual(movesOf(text).at(-1), id));
    for (const text of examples.ok) it(`not ${id}: ${text}`, () => assert.notEqual(movesOf(text).at(-1), id));
  }
});

import assert from 'node:assert/strict';
import { applyEdits, createLinter } from '../../../../server/src/core/index.js';

const linter = createLinter();

function found(text: string) {
  return linter.lint({ text, kind: 'reply' }).filter(({ category }) => category === 'front-matter');
}

describe('The shape of a front matter', () => {
  it('closes a front matter below a value, however long it is', () => {
    const head = `---\ncustomer: Ana\nticket: ${'4711 '.repeat(500)}`;
    const text = `${head}\n\nHi Ana, your order left today.`;
    const [{ fixes: [fix] = [] } = {}] = found(text);
    assert.ok(applyEdits(text, fix?.edits ?? []).startsWith(`${head}\n---\n`));
  });

  it('guesses at no value that nobody can take in', () => {
    const fixesOf = (value: string) => found(`---\ncustomer: [${value}\n---\n\nHi Ana, your order left today.`).map(({ fixes }) => fixes.length);
    assert.deepEqual([fixesOf('Ana'), fixesOf(`${' '.repeat(300)}Ana`)], [[1], [0]]);
  });
});

import assert from 'node:assert/strict';
import { createLinter } from '../../server/src/core/index.js';
import { lintLightly } from '../../server/src/lsp/draft.js';

describe('findings without what was read to find them', () => {
  it('have the fixes of the text, for which it is read once more however many ask', () => {
    const linter = createLinter({});
    let read = 0;
    const counting = { ...linter, lint: (source: Parameters<typeof linter.lint>[0]) => (read++, linter.lint(source)) };
    const source = { text: `Hi Ana,\n\n${'You should have saved the the file!!! You just click it.\n\n'.repeat(20)}Kind regards\nSam\n` };
    const found = lintLightly(counting, source);
    assert.equal(read, 1);
    assert.deepEqual(found.map(({ fixes }) => fixes), linter.lint(source).map(({ fixes }) => fixes));
    assert.ok(found.some(({ fixes }) => fixes.length > 0));
    assert.equal(read, 2);
  });
});

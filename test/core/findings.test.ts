/** What a library user gets from `lint`: plain data. */
import assert from 'node:assert/strict';
import { createLinter } from '../../server/src/core/index.js';

describe('the findings of a text', () => {
  const linter = createLinter();
  const source = { text: 'Hi Ana,\n\nYou should have read the manual. I will restart it by noon.\n\nBea', kind: 'reply' } as const;

  it('are plain data, which keeps its fixes when it is copied or sent', () => {
    const found = linter.lint(source);
    assert.ok(found.some(({ fixes }) => fixes.length > 0));
    assert.deepEqual(found.map((finding) => ({ ...finding })), found);
    assert.deepEqual(structuredClone(found), found);
    assert.deepEqual(JSON.parse(JSON.stringify(found)), found);
  });

  it('are the same without fixes', () => {
    assert.deepEqual(linter.lint(source, { fixes: false }), linter.lint(source).map((finding) => ({ ...finding, fixes: [] })));
  });

  it('of a text that is being written have the same fixes', () => {
    assert.deepEqual(linter.follow(source).findings().map(({ fixes }) => fixes), linter.lint(source).map(({ fixes }) => fixes));
  });
});

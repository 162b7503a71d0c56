import assert from 'node:assert/strict';
import { createLinter } from '../../server/src/core/index.js';
import { LiveTexts } from '../../server/src/lsp/liveTexts.js';

const linter = createLinter({});
const text = 'Open the page.\n\n'.repeat(4000);

describe('the texts that are followed', () => {
  it('are not given up while they are read bit by bit, however many there are, and are afterwards', () => {
    const texts = new LiveTexts();
    const follow = (i: number) => texts.of(`untitled:${i}`, linter, { text, kind: 'article', uri: `untitled:${i}` });
    const all = Array.from({ length: 10 }, (_, i) => follow(i));
    assert.deepEqual(all.map((_, i) => follow(i) === all[i]), all.map(() => true));
    for (const live of all) live?.findings();
    follow(9);
    assert.notEqual(follow(0), all[0]);
    assert.equal(follow(9), all[9]);
  });
});

import assert from 'node:assert/strict';
import { rangeAt } from '../../server/src/core/ranges.js';
import { fixedPassage, rewording } from '../../server/src/core/rewording.js';
import { sentenceFinder, sentencesAt } from '../../server/src/core/sentencesAt.js';
import type { Block } from '../../server/src/core/text/prose.js';

describe('the sentence at a place', () => {
  it('is looked for in one block, which is split once, however many places are asked about', () => {
    let [looks, splits] = [0, 0];
    const blocks = Array.from({ length: 4096 }, (_, i): Block => ({ kind: 'paragraph', start: 100 * i, end: 100 * i + 90, spans: [] }));
    const counted = new Proxy(blocks, { get: (target, key, receiver): unknown => (typeof key === 'string' && /^\d+$/.test(key) && looks++, Reflect.get(target, key, receiver)) });
    const find = sentenceFinder((offset) => rangeAt(counted, offset), ({ start }) => (splits++, [{ start, end: start + 40 }, { start: start + 41, end: start + 80 }]));
    const offsets = blocks.flatMap(({ start }) => [start + 1, start + 50, start + 85, start + 95]);
    const found = offsets.map((offset) => find(offset));
    assert.deepEqual(found.slice(4, 8), [{ start: 100, end: 140 }, { start: 141, end: 180 }, blocks[1], undefined]);
    assert.equal(splits, 4096);
    assert.ok(looks <= offsets.length * 13, `${looks} looks for ${offsets.length} places among 4096 blocks`);
  });

  it('is the same as ever', () => {
    const text = '# A title\n\nOne here. Two there.\n\n- an item\n';
    const at = (word: string) => ({ start: text.indexOf(word), end: text.indexOf(word) + word.length });
    assert.deepEqual(sentencesAt({ text }, ['title', 'One', 'there', 'item'].map(at)), ['A title', 'One here.', 'Two there.', 'an item']);
  });
});

describe('the preview of a fix', () => {
  it('copies its own passage and nothing else of the text', () => {
    const text = `${'x '.repeat(500_000)}Just ask. ${'y '.repeat(500_000)}`;
    const start = text.indexOf('Just');
    const [passage, words, sentence] = fixedPassage(text, { start, end: start + 9 }, [{ start, end: start + 5, text: 'Please ' }]);
    assert.deepEqual([passage, words, sentence], ['Please ask.', { start: 0, end: 7 }, { start: 0, end: 11 }]);
  });

  it('shows what is added in several places, and nothing of what stands between them', () => {
    const text = 'Title\n\n## Cause\n\nDust.\n\n## Cure\n\nWipe it.\n';
    const at = (word: string, words: string) => ({ start: text.indexOf(word), end: text.indexOf(word), text: words });
    const sentence = { start: 0, end: 5 };
    const both = rewording(text, sentence, { title: 'Add both', kind: 'suggestion', edits: [at('## Cause', '## Where\n\nAt home.\n\n'), at('## Cure', '## Check\n\nIt shines.\n\n')] });
    assert.deepEqual([both?.verb, both?.text], ['add', '## Where\n\nAt home.\n\n## Check\n\nIt shines.']);
    assert.equal(rewording(text, sentence, { title: 'Name it', kind: 'suggestion', edits: [{ start: 2, end: 2, text: 'x' }, at('## Cure', 'y')] })?.verb, 'try');
  });
});

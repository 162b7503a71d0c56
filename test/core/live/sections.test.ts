import assert from 'node:assert/strict';
import { createLinter } from '../../../server/src/core/index.js';
import { Section } from '../../../server/src/core/live/section.js';
import { SectionSet } from '../../../server/src/core/live/sectionSet.js';
import { Sums } from '../../../server/src/core/live/sums.js';
import { Reading } from '../../../server/src/core/reading/reading.js';
import { Vocabulary } from '../../../server/src/core/phrase/vocabulary.js';
import { readAnew } from '../../../server/src/core/text/read.js';
import { finish } from '../../../server/src/core/steps.js';

const text = 'Open the page.\n\n'.repeat(5);
const reading = new Reading(readAnew({ text, kind: 'article' }), new Vocabulary());
const sections = [0, 1, 2, 3, 4].map((i) => new Section(text, i * 16, i * 16 + 16, [], { reading, forget: () => undefined }));

describe('a set of sections', () => {
  it('has them in the order of the text, whatever was taken out before', () => {
    const set = new SectionSet();
    for (const section of [...sections].reverse()) set.note(section, true);
    const shown = set.inOrder;
    assert.deepEqual(shown.map(({ start }) => start), [0, 16, 32, 48, 64]);
    for (const section of sections.slice(0, 4)) set.note(section, false);
    set.note(sections[2] ?? assert.fail(), true);
    assert.deepEqual(set.inOrder.map(({ start }) => start), [32, 64]);
    assert.equal(set.inOrder, set.inOrder, 'the same list for as long as it holds the same');
    assert.equal(shown.length, 5, 'whoever holds a list keeps it as it was');
  });
});

describe('what is summed up', () => {
  it('is asked of all subjects at once', () => {
    const sums = new Sums();
    const [section] = sections;
    sums.note(section ?? assert.fail(), Array.from({ length: 900 }, (_, i) => ({ rule: 'acronyms', name: `A${i}` })));
    const asked: number[] = [];
    finish(sums.summingUp((all) => {
      asked.push(all.length);
      return all.map(() => new Map());
    }));
    assert.deepEqual(asked, [900]);
  });
});

describe('a list of many abbreviations', () => {
  it('has the findings of the text as it stands when one is typed anew', () => {
    const linter = createLinter({ config: { preset: 'all' } });
    const names = ['BCDF', 'GHJK', 'LMNP', 'QRST', 'VWXZ'].flatMap((a) => ['B', 'C', 'D', 'F'].map((b) => `${b}${a}`));
    const live = linter.follow({ text: `# Terms of the shop\n\n${names.map((name) => `- Ask for the ${name} form at the desk.\n`).join('')}`, kind: 'article' });
    assert.ok(live.findings().length >= names.length);
    for (const inserted of ['x', 'B', ' (the form for the desk)', 'GHJK ']) {
      const at = live.text.indexOf('CLMNP');
      live.replace({ start: at, end: at }, inserted);
      const expected = linter.lint({ text: live.text, kind: 'article' }).map(({ rule, start, end }) => [rule, start, end]);
      assert.deepEqual(live.findings().map(({ rule, start, end }) => [rule, start, end]), expected);
    }
  });
});

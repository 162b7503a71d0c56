import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createLinter, type Finding, type Source } from '../../../server/src/core/index.js';
import type { LiveText } from '../../../server/src/core/live/liveText.js';
import { work } from '../../../server/src/core/work.js';
import { article, edit, type Edit } from './documents.js';

const linter = createLinter({ config: { preset: 'all' } });

/** How many texts are edited; more of them find rarer mistakes. */
const RUNS = Number(process.env['LIVE_RUNS'] ?? 150);

describe('a text that is being written', function () {
  this.timeout(600_000);

  it('has the findings of the text as it stands, whatever the edits', () => {
    fc.assert(fc.property(article, fc.array(edit, { minLength: 1, maxLength: 12 }), (text, edits) => follows({ text, kind: 'article' }, edits)), { numRuns: RUNS });
  });

  it('is the same for a reply, which is read as a whole', () => {
    fc.assert(fc.property(article, fc.array(edit, { minLength: 1, maxLength: 3 }), (text, edits) => follows({ text }, edits)), { numRuns: 10 });
  });
});

describe('a key typed', () => {
  it('has a few sections judged, however long the article is', () => {
    const counts = [20, 200].map((length) => {
      const paragraphs = Array.from({ length }, (_, i) => `## Part ${i}\n\nOpen the **Boards** page. You just click it, and wait for part ${i}.\n\n`);
      const live = linter.follow({ text: paragraphs.join(''), kind: 'article' });
      live.findings();
      const before = { ...work };
      live.replace({ start: 400, end: 400 }, 'x');
      live.findings();
      return { characters: work.characters - before.characters, sentences: work.sentences - before.sentences };
    });
    assert.deepEqual(counts[0], counts[1]);
    assert.ok((counts[0]?.sentences ?? Infinity) < 30, `judged ${String(counts[0]?.sentences)} sentences`);
  });
});

function follows(source: Source, edits: readonly Edit[]): void {
  const live = linter.follow(source);
  live.findings();
  for (const one of edits) {
    apply(live, one);
    assert.deepEqual(live.findings().map(plain), linter.lint({ ...source, text: live.text }).map(plain), JSON.stringify(live.text));
  }
}

function apply(live: LiveText, { at, length, inserted }: Edit): void {
  const start = Math.round(at * live.text.length);
  live.replace({ start, end: Math.min(live.text.length, start + length) }, inserted);
}

function plain({ rule, category, severity, start, end, message, fixes }: Finding): Finding {
  return { rule, category, severity, start, end, message, fixes };
}

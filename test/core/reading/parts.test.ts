import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readRules } from '../../../scripts/generate/rules.js';
import { ArticleTemplates } from '../../../server/src/core/articles/templates.js';
import { parseConfig } from '../../../server/src/core/config.js';
import { builtinProgram } from '../../../server/src/core/lint.js';
import { CHECKS, LOCAL_CHECKS, type CheckHit } from '../../../server/src/core/rules/check.js';
import { readingParts } from '../../../server/src/core/reading/parts.js';
import { Reading } from '../../../server/src/core/reading/reading.js';
import { finish } from '../../../server/src/core/steps.js';
import { readAnew } from '../../../server/src/core/text/read.js';
import type { Kind, Source } from '../../../server/src/core/types.js';
import { article, page, reply } from '../live/documents.js';

const program = builtinProgram();
const config = parseConfig({ preset: 'all' });
const templates = new ArticleTemplates([]);
const local = program.set.rules.filter(({ check = '' }) => LOCAL_CHECKS.has(check));
const KINDS: readonly Kind[] = ['reply', 'article', 'macro', 'note'];
/** The examples of these rules: all that their checks look for, and what only looks like it. */
const examples = readRules().filter(({ file }) => LOCAL_CHECKS.has(file.check ?? '')).flatMap(({ file: { examples: { flag, ok } } }) => [...flag, ...ok].map((example) => (typeof example === 'string' ? example : example.text)));

function hitsIn(source: Source, readings: readonly Reading[]): Readonly<Record<string, readonly CheckHit[]>> {
  const find = (rule: (typeof local)[number], reading: Reading): readonly CheckHit[] => CHECKS[rule.check ?? '']?.({ source, reading, config, templates, program, rule }) ?? [];
  return Object.fromEntries(local.map((rule) => [rule.id, readings.flatMap((reading) => find(rule, reading)).sort((a, b) => a.start - b.start || a.end - b.end)]));
}

/** @returns how many parts there were */
function assertSame(source: Source): number {
  const reading = new Reading(readAnew(source), program.vocabulary);
  const parts = finish(readingParts(reading, 1));
  assert.deepEqual(hitsIn(source, parts), hitsIn(source, [reading]), JSON.stringify(source));
  return parts.length;
}

const piece = fc.oneof(
  fc.record({ text: fc.constantFrom(...examples), from: fc.nat(200), length: fc.nat(120) }).map(({ text, from, length }) => text.slice(from % (text.length + 1)).slice(0, length)),
  fc.constantFrom(...examples),
  fc.constantFrom('\n\n', '\n', ' ', '. ', '\n- ', '\n1. ', '\n# ', '</p>\n<p>', '<br>\n', '{% if name %}', '${1:name}', '\n> ', 'sort code 20-32-06,\naccount number 43829177', 'The password is\n\nWinter2024!', '![](a.png)\n\n', '---\n'),
);
const mixed = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));

describe('a check that looks at what stands around', () => {
  it('finds the same in the parts of a text as in all of it', () => {
    let parts = 0;
    fc.assert(fc.property(fc.oneof(mixed, article, page, reply), fc.constantFrom(...KINDS), fc.constantFrom('markdown', 'html', 'mdx', 'plaintext'), (text, kind, languageId) => {
      parts += assertSame({ text, kind, languageId });
    }), { numRuns: Number(process.env['LIVE_RUNS'] ?? 400) });
    assert.ok(parts > 600, `${String(parts)} parts`);
  });
});

const HEAD = '---\nopen: yes\nYour card number is on the card:\n\n4111 1111 1111 1111\n\nBefore you start\n---\n\n# Move your plan\n';
const MARKUP = ['</p>\n<p>${1:name}', 'Hi.\n\n<p>${1:name}</p>', '<p>Hi ${1:name}\n\nBye', '<p>Hi</p>\n{% if a %}<p>${1:name}', `{% if a %}${'x'.repeat(200)}\n<p>\${1:name}`];

describe('what stands between two blocks', () => {
  for (const text of [HEAD, ...MARKUP]) {
    it(`is looked at in parts as in the whole: ${JSON.stringify(text).slice(0, 30)}`, () => {
      assertSame({ text, kind: 'reply', languageId: 'markdown' });
    });
  }
});

describe('the parts of a text', () => {
  it('hold all of it between them, and none begins with an item', () => {
    const text = `Hi Sam,\n\n${'Open it.\n\n- Close it.\n- Open it.\n\n'.repeat(50)}`;
    const whole = new Reading(readAnew({ text }), program.vocabulary);
    const parts = finish(readingParts(whole, 100)).map(({ prose }) => prose);
    assert.ok(parts.length > 10);
    assert.deepEqual(parts.map(({ part }) => text.slice(part?.start, part?.end)).join(''), text);
    assert.deepEqual(parts.flatMap(({ blocks }) => blocks), whole.prose.blocks);
    assert.ok(parts.every(({ blocks }) => blocks[0]?.kind !== 'item'));
  });
});

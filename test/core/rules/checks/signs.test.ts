import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readRules } from '../../../../scripts/generate/rules.js';
import { parseConfig } from '../../../../server/src/core/config.js';
import { ArticleTemplates } from '../../../../server/src/core/articles/templates.js';
import { builtinProgram } from '../../../../server/src/core/lint.js';
import { CHECKS } from '../../../../server/src/core/rules/check.js';
import { pretendAllSigns } from '../../../../server/src/core/rules/checks/passages.js';
import { searched, signReader } from '../../../../server/src/core/rules/checks/signs.js';
import { sequencesOf } from '../../../../server/src/core/rules/checks/signSyntax.js';
import { Reading } from '../../../../server/src/core/reading/reading.js';
import { readAnew } from '../../../../server/src/core/text/read.js';
import type { Kind, Source } from '../../../../server/src/core/types.js';

const program = builtinProgram();
const config = parseConfig({ preset: 'all' });
const templates = new ArticleTemplates([]);
const checked = program.set.rules.filter(({ check }) => check !== undefined);
const KINDS: readonly Kind[] = ['reply', 'article', 'macro'];
/** The texts of all examples of rules with a check: all that these look for, and what only looks like it. */
const texts = readRules().filter(({ file }) => file.check !== undefined).flatMap(({ file: { examples } }) => [...examples.flag, ...examples.ok].map((example) => (typeof example === 'string' ? example : example.text)));

/** What every check finds in a source, by rule. */
function hitsIn(source: Source, pretend: boolean): Readonly<Record<string, unknown>> {
  const prose = readAnew(source);
  if (pretend) pretendAllSigns(prose);
  const reading = new Reading(prose, program.vocabulary);
  return Object.fromEntries(checked.map((rule) => [rule.id, CHECKS[rule.check ?? '']?.({ source, reading, config, templates, program, rule })]));
}

function assertSame(source: Source): void {
  assert.deepEqual(hitsIn(source, false), hitsIn(source, true));
}

const snippet = fc.record({ text: fc.constantFrom(...texts), from: fc.nat(200), length: fc.nat(80) }).map(({ text, from, length }) => text.slice(from % (text.length + 1)).slice(0, length));
const odd = fc.constantFrom('\n\n', ' ', '. ', '’', 'ſ', 'K', 'É', '1', '-', '@', '\n- ', '\n# ', '`', '"');
const mixed = fc.array(fc.oneof(snippet, odd), { maxLength: 12 }).map((parts) => parts.join(''));

describe('The signs that checks want', () => {
  it('stand wherever they find something, in the examples of all rules', () => {
    for (const text of texts) for (const kind of KINDS) assertSame({ text, kind });
  });

  it('stand there whatever the text', () => {
    fc.assert(fc.property(mixed, fc.constantFrom(...KINDS), (text, kind) => assertSame({ text, kind })), { numRuns: 300, seed: 7 });
  });

  it('are seen by the automaton where their expressions match, and in ASCII nowhere else', () => {
    fc.assert(fc.property(fc.oneof(mixed, fc.string()), (text) => {
      const range = { start: 0, end: text.length };
      const [seen, expected] = [signReader().read(text, range), searched(text, range)];
      assert.equal(seen.digits, expected.digits);
      assert.equal(seen.signs & expected.signs, expected.signs);
      if (/^[\0-\x7f]*$/.test(text)) assert.equal(seen.signs, expected.signs);
    }), { numRuns: 2000, seed: 7 });
  });

  it('are written with few means', () => {
    const written = (sign: RegExp) => sequencesOf(sign).map((sequence) => sequence.map(({ source }) => source).join(''));
    assert.deepEqual(written(/ab?c|(?:d|ef)[g-i]{2}\d/), ['ac', 'abc', 'd[g-i][g-i]\\d', 'ef[g-i][g-i]\\d']);
    for (const other of [/a*/, /a+b/, /(?=a)/, /^a/, /(a)/, /a{2,3}/, /a.b/]) assert.throws(() => sequencesOf(other), /cannot be written/);
  });
});

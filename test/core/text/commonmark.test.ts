import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { compare } from './commonmark/compare.js';

const FOLDER = new URL('../../fixtures/kb/', import.meta.url);

/** Small texts on which a CommonMark parser and we have to agree to the word. */
const TEXTS: readonly string[] = [
  '*a `b*` c*', '**a [b](c**d) e**', '[a [b] c](d)', '[![a](b)](c) d', '- a\n\n      b\n\n  c', '1. a\n\n   b\n\n       c', '> [!NOTE] a\nb\n- c', '`a\n`b`', 'a\n***\nb\n---\nc',
  '- a\n - b\n  - c\n   - d\n    - e', '-   a\n\n    b', '10) a\n    b', '<a\nb="c d">e</a>', '<!-- a\nb --> c', '[a]: b\nc', '[a]:\nb\n"c" d', '[a]: b "c\nd"\n[a]', '\\[a](b)', '[a\\]b](c)',
  '\ta\n\n b\tc', ' \t- a\n\t  b', '***a** b*', '*a **b* c**', '__a__b__', '<div>\n*a*\n\n*b*\n</div>', '```a`b```', '#a\n# b #c #\n#', 'a\\\nb', '![a *b*][c] d\n\n[c]: e', '<p>a\n\n    b', '* a\n\n\n  b\n1. c',
];

describe('Our reading of Markdown and a CommonMark parser’s', () => {
  for (const name of readdirSync(FOLDER)) {
    it(`agree on ${name}`, () => {
      const { differences, words } = compare(readFileSync(new URL(name, FOLDER), 'utf8'));
      assert.deepEqual(differences, []);
      assert.ok(words > 100);
    });
  }
  for (const text of TEXTS) it(`agree on ${JSON.stringify(text)}`, () => assert.deepEqual(compare(text).differences, []));
});

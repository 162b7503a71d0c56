import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { compareMdx } from './mdx/compare.js';
import { view } from './view.js';

const FOLDER = new URL('../../fixtures/mdx/', import.meta.url);

/** Small texts on which MDX's own parser and we have to agree to the word. */
const TEXTS: readonly string[] = [
  '<A>b</A>', '<A>\nb\n</A>', '<A>\n\n    b\n\n</A>', 'a\n<B/>\nc', '<A b="c > d" {...e}>f</A>', '<A b={{ c: "}" }}>d</A>', '{a}', 'a {b} c', 'a {`b${"}"}`} c', '{/* a\n\nb */}\n\nc', '<>a</>', '<A.B c>d</A.B>',
  "import a from 'b'\n\nc", "import {\n  a,\n} from 'b';\n\nc", 'export const a = {\n\n b: 1\n}\n\nc', 'export default () => (\n  <p>a</p>\n\n)\n\nc', 'a import b', '<A><B>c</B></A> d', '<A>{b}</A> {c}\nd', '    a', '1. a\n\n        b',
  '# a {b}', '<p>`a` *b*</p>', '<A\n  b\n\n  c="d"\n/>\n\ne', '<pre>\n  a\n</pre>\nb', '- a\n  <B>\n  c\n  </B>\n- d', 'a <B c={() => { return "}" }}/> d', 'don\'t {a} won\'t', '{a}{b}\n\nc', '<A>\n# b\n</A>',
];

describe('MDX', () => {
  for (const name of readdirSync(FOLDER)) {
    it(`is read in ${name} as MDX reads it`, () => {
      const text = readFileSync(new URL(name, FOLDER), 'utf8');
      const { differences, words } = compareMdx(text);
      assert.deepEqual(differences, []);
      assert.ok(words > 100);
      assert.doesNotMatch(view(text, { languageId: 'mdx' }).join('\n').replace(/⟨.*?⟩/gs, ''), /not read/);
    });
  }
  for (const text of TEXTS) it(`is read as MDX reads ${JSON.stringify(text)}`, () => assert.deepEqual(compareMdx(text).differences, []));

  it('has expressions that stand for something, and comments that do not', () => {
    assert.deepEqual(view('Use {name} here{/* or there */}, {" "}please', { languageId: 'mdx' }), ['paragraph: Use ⟨html {name}⟩ here, please']);
  });

  it('is left to itself where nothing closes', () => {
    assert.deepEqual(view('{a b\n\n<A b={c\n\nd', { languageId: 'mdx' }), ['paragraph: {a b', 'paragraph: <A b={c', 'paragraph: d']);
  });
});

import assert from 'node:assert/strict';
import { PhraseError } from '../../../server/src/core/phrase/syntax.js';
import { find } from './find.js';

/** A phrase with a mistake, the column (from 0) and what the message says. */
const MISTAKES: readonly (readonly [phrase: string, column: number, message: RegExp])[] = [
  ['you (should|must have', 4, /never closed/],
  ['you )', 4, /unexpected/],
  ['you <verbs>', 4, /no word class <verbs>/],
  ['you <verb', 4, /never closed/],
  ['forget~ing~', 10, /unexpected/],
  ['forget~er', 6, /no word form ~er/],
  ['{Do: it}', 0, /needs a name/],
  ['{do: it', 0, /never closed/],
  ['(a||b)', 3, /empty/],
  ['', 0, /empty/],
  ['!(a b)', 0, /one word only/],
  ["!(it's|b)", 0, /one word only/],
  ['!!a', 0, /one word only/],
  ['close ..12 it', 6, /gap of 12/],
  ['@nothing here', 0, /no word list @nothing/],
  ['we will get back to you soon', 0, /more than 5 plain words/],
  ['(soon|we will get back to you)', 0, /more than 5 plain words/],
  ['soon (we will get back to you)?', 0, /more than 5 plain words/],
  ['{promise: we will get} back to you', 0, /more than 5 plain words/],
  ['we (will get|shall come) back to you', 0, /more than 5 plain words/],
];

describe('A mistake in a phrase', () => {
  for (const [phrase, column, message] of MISTAKES) {
    it(`“${phrase}” is refused where it stands, with a hint`, () => {
      assert.throws(() => find(phrase, 'x'), (error: unknown) => {
        assert.ok(error instanceof PhraseError, String(error));
        assert.match(error.message, message);
        assert.equal(error.column, column);
        assert.ok(error.hint.length > 10);
        return true;
      });
    });
  }

  it('a choice of single words is a class, and a choice with one among its options may be short', () => {
    assert.deepEqual(find('we (will|shall) (get|come) (back|round) to you', 'We shall come back to you.'), ['We shall come back to you']);
    assert.deepEqual(find('we will get (back to|at) you soon', 'We will get at you soon.'), ['We will get at you soon']);
  });

  it('a word list that contains itself is refused', () => {
    assert.throws(() => find('@a', 'x', { a: ['very @b'], b: ['much @a'] }), /contains itself/);
  });
});

import assert from 'node:assert/strict';
import { PhraseCompiler } from '../../../server/src/core/phrase/compile.js';
import { findAll, type Matchable } from '../../../server/src/core/phrase/match.js';
import { parsePhrase } from '../../../server/src/core/phrase/syntax.js';
import { Vocabulary } from '../../../server/src/core/phrase/vocabulary.js';

/** Phrases that would make a backtracking matcher explode. */
const HOSTILE = [
  '((a|a)?(a|a)?(a|a)?(a|a)?(a|a)?(a|a)?(a|a)?(a|a)?) a b',
  'a ..9 a ..9 a ..9 a ..9 b',
  '(a?(a?(a?(a?(a?(a?)?)?)?)?)?)? b',
];

/** A sentence of one word over and over that counts how often it is looked at. */
function counting(length: number, id: number): Matchable & { reads: number } {
  const sentence = {
    reads: 0,
    ids: new Proxy(Array<number>(length).fill(id), { get: (target, key, receiver) => (typeof key === 'string' && /^\d/.test(key) ? (sentence.reads++, target[Number(key)]) : Reflect.get(target, key, receiver)) }),
    classes: Array<number>(length).fill(1 << 27),
    isClauseStart: () => false,
  };
  return sentence;
}

describe('Matching', () => {
  for (const written of HOSTILE) {
    it(`“${written}” looks at ten times the text ten times as often`, () => {
      const vocabulary = new Vocabulary();
      const phrase = new PhraseCompiler(vocabulary).compile(parsePhrase(written), new Map());
      const [short, long] = [200, 2000].map((length) => {
        const sentence = counting(length, vocabulary.idOf('a'));
        findAll(phrase, sentence);
        return sentence.reads;
      });
      assert.ok(short && long && long / short < 11, `${short} reads for 200 words, ${long} for 2,000`);
    });
  }
});

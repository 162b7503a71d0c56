import assert from 'node:assert/strict';
import { PhraseCompiler } from '../../../server/src/core/phrase/compile.js';
import { findAll } from '../../../server/src/core/phrase/match.js';
import type { Matchable } from '../../../server/src/core/phrase/matchable.js';
import { parsePhrase } from '../../../server/src/core/phrase/syntax.js';
import { createLinterOf } from '../../../server/src/core/lint.js';
import type { Conditions } from '../../../server/src/core/rules/definition.js';
import { Sentence } from '../../../server/src/core/reading/reading.js';
import { Vocabulary } from '../../../server/src/core/phrase/vocabulary.js';

/** Phrases that would make a backtracking matcher explode. */
const HOSTILE = [
  '((a|a)?(a|a)?(a|a)?(a|a)?(a|a)?(a|a)?(a|a)?(a|a)?) a b',
  'a ..9 a ..9 a ..9 a ..9 b',
  '(a?(a?(a?(a?(a?(a?)?)?)?)?)?)? b',
];

/** A sentence of some words over and over that counts how often it is looked at. */
function counting(length: number, words: readonly number[]): Matchable & { reads: number } {
  const sentence = {
    reads: 0,
    ids: new Proxy(Array.from({ length }, (_, i) => words[i % words.length] ?? 0), { get: (target, key, receiver) => (typeof key === 'string' && /^\d/.test(key) ? (sentence.reads++, target[Number(key)]) : Reflect.get(target, key, receiver)) }),
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
        const sentence = counting(length, [vocabulary.idOf('a')]);
        assert.deepEqual(findAll(phrase, sentence), []);
        return sentence.reads;
      });
      assert.ok(short && long && long / short < 11, `${short} reads for 200 words, ${long} for 2,000`);
    });

    it(`“${written}” looks no oftener than its steps and length allow where it matches`, () => {
      const vocabulary = new Vocabulary();
      const phrase = new PhraseCompiler(vocabulary).compile(parsePhrase(written), new Map());
      const [a, b] = [vocabulary.idOf('a'), vocabulary.idOf('b')];
      const sentence = counting(2000, [...Array<number>(39).fill(a), b]);
      assert.equal(findAll(phrase, sentence).length, 50);
      const { steps, longest } = phrase.size;
      assert.ok(sentence.reads < 2000 * (steps + longest), `${sentence.reads} reads for 2,000 words`);
    });
  }
});

/** A condition of every sort, none of which a text of “We will answer you soon.” over and over makes short work of. */
const CONDITIONS: { readonly [Key in keyof Conditions]-?: NonNullable<Conditions[Key]> } = {
  clause: 'question',
  subject: 'you',
  governor: 'sorry',
  negated: true,
  explained: true,
  denies: true,
  echo: true,
  place: 'last',
  before: 'never ..9 here',
  after: 'never ..9 here',
  within: 'never',
  sentence: 'we never',
  next: 'we never',
  previous: 'we never',
  near: 'we never',
  paragraph: 'we never',
  document: 'we never',
  opening: 'we never',
  quoted: 'we never',
  has: 'steps',
  block: 'item',
  words: { min: 90 },
  length: { max: 3 },
  any: { document: '@cue', paragraph: 'we never' },
  all: { not: { document: '@cue' } },
  not: { near: '@cue' },
};

/** How often reading a text with a rule looks at a sentence. */
function looks(unless: Conditions, text: string): number {
  const cue = { id: 'cue', description: '', phrases: [{ phrase: 'we will', if: { document: 'we never', next: 'we never' } }] };
  const linter = createLinterOf({ categories: [], cues: [cue], words: {}, rules: [{ id: 'x', message: 'm', why: 'w', phrases: ['soon'], unless }] });
  const ids = Object.getOwnPropertyDescriptor(Sentence.prototype, 'ids');
  const { get } = ids ?? {};
  assert.ok(ids && get);
  let count = 0;
  Object.defineProperty(Sentence.prototype, 'ids', { ...ids, get(this: Sentence): unknown { count++; return get.call(this); } });
  linter.lint({ text }, { all: true });
  Object.defineProperty(Sentence.prototype, 'ids', ids);
  return count;
}

describe('Conditions', () => {
  const texts = { 'one paragraph': 'We will answer you soon. ', 'many paragraphs': 'We will answer you soon.\n\n', 'one sentence': 'We will answer you soon and ', 'many links': 'We will [answer](https://example.com) you soon. ' };
  for (const [key, value] of Object.entries(CONDITIONS)) {
    it(`“${key}” costs ten times as much for ten times the text`, () => {
      for (const [what, text] of Object.entries(texts)) {
        const [short, long] = [40, 400].map((times) => looks({ [key]: value }, `> We wrote.\n\n${text.repeat(times)}`));
        assert.ok(short && long && long / short < 15, `${what}: ${short} looks for 40 sentences, ${long} for 400`);
      }
    });
  }
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Calls } from '../../../server/src/core/phrase/calls.js';
import { PhraseCompiler, type Phrase } from '../../../server/src/core/phrase/compile.js';
import { lexicon, WordClass } from '../../../server/src/core/phrase/lexicon.js';
import { findAll, mayMatch, matches } from '../../../server/src/core/phrase/match.js';
import type { Matchable } from '../../../server/src/core/phrase/matchable.js';
import { Paths } from '../../../server/src/core/phrase/paths.js';
import { Sieves } from '../../../server/src/core/phrase/sieves.js';
import { parsePhrase, type Node } from '../../../server/src/core/phrase/syntax.js';
import { TokenTests } from '../../../server/src/core/phrase/tokenTest.js';
import { Id, Vocabulary } from '../../../server/src/core/phrase/vocabulary.js';
import { Walks } from '../../../server/src/core/phrase/walks.js';
import { IdSets } from '../../../server/src/core/phrase/idSets.js';
import { ReferenceMatcher } from './reference.js';

const WORDS = ['you', 'have', 'not', 'really', 'known', 'Dana', 'IT'];
const vocabulary = new Vocabulary();
const compiler = new PhraseCompiler(vocabulary);
const tests = new TokenTests(vocabulary);

const word: fc.Arbitrary<Node> = fc.constantFrom(...WORDS).map((one) => ({ type: 'word', word: one, form: 'exact' }));
const leaf: fc.Arbitrary<Node> = fc.oneof(
  { weight: 6, arbitrary: word },
  fc.constantFrom<Node>({ type: 'class', name: 'participle' }, { type: 'class', name: 'have' }, { type: 'class', name: 'name' }, { type: 'class', name: 'word' }, { type: 'punct', sign: ',' }),
);
const { node } = fc.letrec<{ node: Node }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.constantFrom<Node>({ type: 'edge', edge: 'start' }, { type: 'edge', edge: 'end' }, { type: 'edge', edge: 'clause' }, { type: 'gap', max: 2 }),
    leaf.map((inner): Node => ({ type: 'not', node: inner })),
    tie('node').map((inner): Node => ({ type: 'optional', node: inner })),
    fc.tuple(fc.constantFrom('x', 'y'), tie('node')).map(([name, inner]): Node => ({ type: 'capture', name, node: inner })),
    fc.array(tie('node'), { minLength: 1, maxLength: 4 }).map((options): Node => ({ type: 'choice', options })),
    fc.array(fc.tuple(tie('node'), fc.boolean()), { minLength: 1, maxLength: 4 }).map((items): Node => ({ type: 'sequence', items: items.map(([item]) => item), tight: items.map(([, tight]) => tight) })),
  ),
}));

/** Tokens: a word of the phrases or another one, how it is written, and whether a clause begins with it. */
const token = fc.record({ word: fc.constantFrom(...WORDS, 'sofa', ','), capitals: fc.constantFrom(0, WordClass.capital, WordClass.capital | WordClass.name, WordClass.capital | WordClass.acronym), opens: fc.boolean() });

const sentence: fc.Arbitrary<Matchable> = fc.array(token, { maxLength: 40, size: 'max' }).map((tokens) => ({
  ids: tokens.map(({ word: one }) => (one === ',' ? Id.comma : vocabulary.idOf(one.toLowerCase()))),
  classes: tokens.map(({ word: one, capitals }) => (one === ',' ? WordClass.punct : lexicon().classOf(one.toLowerCase()) | capitals)),
  isClauseStart: (at) => tokens[at]?.opens === true,
}));

/** A phrase and a part of a sentence to look for it in. */
const trial = fc.record({ node, sentence, cuts: fc.tuple(fc.nat(40), fc.nat(40)) }).map(({ node: one, sentence: where, cuts }) => {
  const [from = 0, to = 0] = cuts.map((cut) => Math.min(cut, where.ids.length)).sort((a, b) => a - b);
  return { node: one, sentence: where, from, to };
});

function compile(written: Node): Phrase {
  return compiler.compile(written, new Map());
}

/** Paths that soon have more states than they keep. */
function fewPaths(): Paths {
  return new Paths(new Sieves(), 1 << 13);
}

/** A sentence of words in small letters, in which no clause begins. */
function inWords(text: string): Matchable {
  const words = text.split(' ');
  return { ids: words.map((one) => vocabulary.idOf(one)), classes: words.map((one) => lexicon().classOf(one)), isClauseStart: () => false };
}

describe('Matching', () => {
  it('finds what trying every way finds', () => {
    fc.assert(fc.property(trial, ({ node: written, sentence: where, from, to }) => {
      const phrase = compile(written);
      const reference = new ReferenceMatcher(phrase.captures, tests, where, from, to);
      assert.equal(matches(phrase, where, from, to), reference.matches(written));
      assert.deepEqual(findAll(phrase, where, from, to), reference.findAll(written));
    }), { numRuns: 1500 });
  });

  it('is right where a phrase has more states than are kept', () => {
    const either: Node = { type: 'choice', options: ['you', 'not'].map((one): Node => ({ type: 'word', word: one, form: 'exact' })) };
    const items: readonly Node[] = [{ type: 'word', word: 'you', form: 'exact' }, ...Array.from({ length: 16 }, () => either), { type: 'word', word: 'have', form: 'exact' }];
    const paths = fewPaths();
    const phrase = new PhraseCompiler(vocabulary, paths).compile({ type: 'sequence', items, tight: items.map(() => true) }, new Map());
    const [you, not, have] = ['you', 'not', 'have'].map((one) => vocabulary.idOf(one));
    let seed = 1;
    const many = Array.from({ length: 30_000 }, () => ((seed = (seed * 48271) % 0x7fffffff) & 64 ? you : not) ?? 0);
    const answers = [you, not, you, not].map((first = 0) => {
      const ids = [...many, first, ...many.slice(0, 16), have ?? 0];
      return matches(phrase, { ids, classes: ids.map(() => 0), isClauseStart: () => false });
    });
    assert.deepEqual(answers, [true, false, true, false]);
    assert.ok(paths.round > 1);
  });

  it('passes over no sentence that has a match', () => {
    fc.assert(fc.property(trial, ({ node: written, sentence: where }) => {
      const phrase = compile(written);
      if (new ReferenceMatcher([], tests, where, 0, where.ids.length).matches(written)) assert.ok(mayMatch(phrase, where));
    }), { numRuns: 1000 });
  });

  it('is called for by every sentence that has a match, the first time and again', () => {
    fc.assert(fc.property(trial, ({ node: written, sentence: where }) => {
      const phrase = compile(written);
      const { needs } = phrase;
      const [filed] = needs;
      if (!filed || !new ReferenceMatcher([], tests, where, 0, where.ids.length).matches(written)) return;
      const callable = { calledBy: (id: number) => (filed.ids.has(id) ? [0] : []), needsOf: () => needs.map(({ ids }) => ids) };
      const calls = new Calls(callable, new IdSets(), new Walks(() => phrase, compiler.paths, 1), 1);
      assert.deepEqual([calls.of(where), calls.of(where)], [[0], [0]]);
    }), { numRuns: 1000 });
  });

  it('tells from the words around that most phrases match nowhere', () => {
    const around = (phrase: string, text: string): readonly boolean[] => {
      const compiled = compile(parsePhrase(phrase));
      const walks = new Walks(() => compiled, compiler.paths, 1);
      return inWords(text).ids.map((_, at) => walks.mayStandAround(0, inWords(text), at));
    };
    // "known" is the rarest word
    assert.deepEqual(around('you known you', 'you really known you'), [false, false, true, false]);
    assert.deepEqual(around('you known you', 'you known not'), [false, false, false]);
    assert.deepEqual(around('you known you', 'known you not'), [false, false, false]);
    assert.deepEqual(around('^ known you', 'you known you'), [false, false, false]);
    assert.deepEqual(around('known you $', 'known you not'), [false, false, false]);
    assert.deepEqual(around('known .. you', 'known not really have you'), [true, false, false, false, false]);
  });

  it('tells from the two tokens beside a word that most phrases match nowhere', () => {
    const between = (phrase: string, text: string): readonly boolean[] => {
      const compiled = compile(parsePhrase(phrase));
      const walks = new Walks(() => compiled, compiler.paths, 1);
      return inWords(text).ids.flatMap((id, at) => (id === vocabulary.idOf('known') ? walks.mayStandBetween(0, inWords(text), at) : []));
    };
    assert.deepEqual(between('you known have', 'you known have'), [true]);
    assert.deepEqual(between('you known have', 'you known not'), [false]);
    assert.deepEqual(between('you known have', 'not known have'), [false]);
    assert.deepEqual(between('you known have', 'you known'), [false]);
    assert.deepEqual(between('(you)? known ..2 have', 'not known not really have'), [true]);
    assert.deepEqual(between('^ known you', 'known you known you'), [true, false]);
    assert.deepEqual(between('you known $', 'you known not you known'), [false, true]);
  });

  it('passes over no match where the way from the rarest words has more states than are kept', () => {
    const paths = fewPaths();
    const phrase = compile(parsePhrase(`known ..9 you ${'+ <word> '.repeat(12)}+ have`));
    const walks = new Walks(() => phrase, paths, 1);
    let seed = 1;
    for (let time = 0; time < 4000; time++) {
      const many = Array.from({ length: 24 }, () => ['you', 'not', 'you', 'not', 'you', 'not', 'not', 'have'][((seed = (seed * 48271) % 0x7fffffff) >>> 8) & 7] ?? '');
      const where = inWords(['known', ...many].join(' '));
      if (matches(phrase, where)) assert.ok(walks.mayStandAround(0, where, 0));
    }
    assert.ok(paths.round > 1);
  });
});

import assert from 'node:assert/strict';
import type { RuleDefinition } from '../../../server/src/core/rules/definition.js';
import { foundIn, rule, setOf } from './ruleSet.js';

type Case = readonly [name: string, parts: Partial<RuleDefinition>, found: readonly string[], silent: readonly string[]];

/** A rule, texts where it finds something, and texts where it does not. */
const CASES: readonly Case[] = [
  ['clause', { phrases: ['you forget~'], unless: { clause: ['condition', 'question'] } }, ['You forgot it.', 'It broke because you forgot it.'], ['If you forgot it, tell me.', 'Did you forget it?', 'Unless you forgot it, wait.']],
  ['subject', { phrases: ['fail~ to'], if: { subject: 'you' } }, ['You failed to say so.'], ['We failed to say so.', 'The upload failed to end.']],
  ['governor', { phrases: ['you did not'], unless: { governor: ['sorry', 'hear'] } }, ['You did not answer.'], ["I'm sorry you didn't get it.", 'I am sorry to hear that you did not get it.']],
  ['negated', { phrases: ['your fault'], unless: { negated: true } }, ['It is your fault.'], ["It isn't your fault.", 'It was never your fault.']],
  ['before and after', { phrases: ['closed'], if: { before: 'ticket', after: 'today' } }, ['The ticket was closed today.'], ['Today the ticket was closed.']],
  ['the edges of before and after', { phrases: ['works'], unless: { before: '(she|he) $', after: '^ for both' } }, ['It works here.', 'She said it works.', 'It works here for both.'], ['She works here.', 'It works for both.']],
  ['echo', { phrases: ['a {one: <word>} is a {again: <word>}'], if: { echo: true } }, ['A rule is a rule.', 'In short: a Rule is a rule.'], ['A rule is a help.', 'A 3 is a 4.', 'A “rule” is a “rule”.']],
  ['within', { phrases: ['we .. you'], if: { within: 'never' } }, ['We never told you.'], ['We told you. Never mind.']],
  ['sentence', { phrases: ['works'], unless: { sentence: 'for (both|all)' } }, ['It works here.'], ['For all of them it works.']],
  ['next', { phrases: ['can not reproduce'], unless: { next: ['could you', 'let us'] } }, ["I can't reproduce it. Bye. Bye. Could you help?"], ["I can't reproduce it. Could you help?", "I can't reproduce it.\n\nOne moment. Let's look together."]],
  ['previous', { phrases: ['closed'], unless: { previous: 'you asked' } }, ['It is closed.'], ['You asked for it. It is closed.']],
  ['near', { phrases: ['soon'], unless: { near: 'by <day>' } }, ['We call soon.'], ['We call soon, by noon.', 'We call soon. It will be by Monday.']],
  ['paragraph', { phrases: ['soon'], unless: { paragraph: 'noon' } }, ['At noon.\n\nWe call soon.'], ['At noon. Bye. Bye. Bye. We call soon.']],
  ['document', { phrases: ['closed'], unless: { document: 'reply to reopen' } }, ['It is closed.'], ['It is closed.\n\nJust reply to reopen it.']],
  ['opening', { phrases: ['closed'], unless: { opening: 'sorry' } }, ['It is closed.', 'Hi!\n\nIt is late. It is closed. I am sorry.'], ['Sorry to hear it. We looked. It is closed.', 'Hi Sam, sorry!\n\nIt is closed.']],
  ['quoted', { phrases: ['closed'], if: { quoted: 'lost everything' } }, ['> I have lost\n> everything!\n\nIt is closed.', 'It is closed.\n\nOn 1 May 2024, Sam wrote:\n> Lost everything.'], ['It is closed.', '> Hello.\n\nWho lost everything? It is closed.', '> > lost everything\n> Thanks.\n\nIt is closed.']],
  ['moves', { phrases: ['impossible'], unless: { next: [{ move: ['ask', 'instruct'] }], sentence: { move: 'apologise' } } }, ['This change is impossible. The rules say so.'], ['That is impossible. Which file is it?', 'That is impossible. Please open the settings and choose Reset.', 'I am sorry that this is impossible.']],
  ['length', { phrases: ['works'], if: { length: { min: 5 } } }, ['It works. For all of us.'], ['It works.', 'Hi dear Sam,\n\nIt works.']],
  ['block', { phrases: ['send'], if: { block: 'ordered-item' } }, ['1. Send it.'], ['Send it.', '- Send it.']],
  ['code', { phrases: ['works'], unless: { has: 'code' } }, ['It works.', '> ```\n> x\n> ```\n\nIt works.', 'It works: ~~~.'], ['It works with `x`.', 'It works:\n\n```\nx\n```', '1. It works:\n   ~~~sh\n   x\n   ~~~', 'It works:\n\n<pre>x</pre>']],
  ['words', { phrases: ['works'], if: { words: { max: 3 } } }, ['It works here.'], ['It works here on this very machine.']],
  ['explained', { phrases: ['cache'], unless: { explained: true } }, ['Clear the cache.'], ['Clear the cache (the copies your browser keeps).', 'Clear the cache, which means the copies.']],
  ['explained before', { phrases: ['cache~'], unless: { explained: true } }, ['Clear the cache. It is the cache (the copies your browser keeps) that is stale.', 'Clear the cache (see below).'], ['The cache (the copies your browser keeps) is stale. Clear the cache.', 'Clear the copies your browser keeps (its cache). A full cache is slow.', 'A cache is where copies are kept. Clear it: the cache is stale.', 'Clear the cache - the copies your browser keeps - first.', 'See your [cache](https://example.com/glossary#cache).', 'The cache, i.e. the saved copies, is stale.', 'The copies, also known as the cache, are stale.']],
  ['denies', { phrases: ['(does|is) not'], if: { denies: true } }, ['> The app deletes my photos.\n\nThe app does not delete photos.', '> If I press Save the app deletes my photos.\n\nThe app does not delete photos.', '> My tap leaks. It is new.\n\nIt does not leak.'], ['The app does not delete photos.', '> Does the app delete photos?\n\nThe app does not delete photos.', '> (Does the app delete photos?)\n\nThe app does not delete photos.', '> The app deletes my photos, right?\n\nThe app does not delete photos.', '> I wonder if the app deletes photos.\n\nThe app does not delete photos.', '> Please check whether the app deletes photos.\n\nThe app does not delete photos.', '> The app does not delete photos.\n\nThe app does not delete photos.', '> The page deletes my photos.\n\nThe door does not delete anything.', '> It leaks.\n\nThis is not what we want.']],
  ['any, all and not', { phrases: ['works'], unless: { all: { before: 'it', after: 'now' } }, if: { any: { before: 'it', sentence: 'fine' }, not: { sentence: 'never' } } }, ['It works.', 'All works fine.'], ['It works now.', 'All works.', 'It never works.']],
  ['conditions of one phrase', { phrases: [{ phrase: 'why', unless: { sentence: 'we' } }, 'how'] }, ['Why?', 'How do we?'], ['Why do we?']],
];

describe('Conditions', () => {
  for (const [name, parts, found, silent] of CASES) {
    it(name, () => {
      for (const text of found) assert.equal(foundIn(parts, text).length, 1, `nothing found in: ${text}`);
      for (const text of silent) assert.deepEqual(foundIn(parts, text), [], text);
    });
  }

  it('cues', () => {
    const offer = { id: 'offer', description: 'Offers something.', phrases: ['i can', { phrase: 'you can', unless: { sentence: 'not' } }] };
    const set = setOf([rule({ phrases: ['impossible'], unless: { near: '@offer' } })], [offer]);
    assert.equal(foundIn(set, 'That is impossible. You can not do it.').length, 1);
    assert.deepEqual(foundIn(set, 'That is impossible. You can try this.'), []);
  });

  it('a cue that refers to itself is refused', () => {
    const circle = { id: 'a', description: 'A.', phrases: ['a'], unless: { next: '@a' } };
    assert.throws(() => foundIn(setOf([rule({ phrases: ['b'], unless: { near: '@a' } })], [circle]), 'b'), /refers to itself/);
  });

  const doubt = rule({ id: 'disbelief/odd', phrases: ['odd'] });
  const categories = [{}, { id: 'disbelief' }];

  it('what other rules find in a sentence', () => {
    const set = setOf([doubt, rule({ absent: ['will'], if: { document: { told: 'rebuff' } } })], [], categories);
    assert.deepEqual(foundIn(set, 'That is odd. The log says nothing.'), ['odd', 'The log says nothing.']);
    assert.deepEqual(foundIn(set, 'That is odd. I will look at the log.'), ['odd']);
    assert.deepEqual(foundIn(set, 'That is fine. The log says nothing.'), []);
    const hollow = setOf([rule({ id: 'hollow-apology/odd', phrases: ['odd'] }), rule({ absent: ['will'], if: { document: { told: 'rebuff' } } })], [], [{}, { id: 'hollow-apology' }]);
    assert.deepEqual(foundIn(hollow, 'That is odd. The log says nothing.'), ['odd'], 'another sort of finding');
  });

  it('a rule that asks what others find is not asked itself, and a cue cannot ask', () => {
    assert.deepEqual(foundIn(setOf([rule({ ...doubt, if: { document: { told: 'rebuff' } } })], [], categories), 'That is odd. The log says nothing.'), []);
    const cue = { id: 'a', description: 'A.', phrases: ['odd'], if: { document: { told: 'rebuff' as const } } };
    assert.throws(() => foundIn(setOf([rule({ phrases: ['b'], unless: { near: '@a' } })], [cue]), 'b'), /a cue cannot ask/);
  });
});

describe('A rule about what is missing', () => {
  it('takes a move for what it misses, whatever the words', () => {
    const rule = { absent: ['could you', { move: 'ask' as const }] };
    assert.deepEqual(foundIn(rule, 'Hi Sam,\n\nThe disk is full. Which version is it?\n\nRegards,\nTom'), []);
    assert.deepEqual(foundIn(rule, 'Hi Sam,\n\nThe disk is full. It was full on Monday.\n\nRegards,\nTom'), ['It was full on Monday.']);
  });

  const missing = { absent: ['will', 'could you'], unless: { document: 'done' } };

  it('finds the last sentence of the body, past the sign-off', () => {
    assert.deepEqual(foundIn(missing, 'Hi Sam,\n\nThe disk is full. That is all.\n\nRegards,\nTom'), ['That is all.']);
  });

  it('is silent when a sentence has it, or its conditions do not hold', () => {
    assert.deepEqual(foundIn(missing, 'The disk is full. I will call you.'), []);
    assert.deepEqual(foundIn(missing, 'The disk is full. All done.'), []);
  });
});

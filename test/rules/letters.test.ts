import assert from 'node:assert/strict';
import { expressionOf } from '../../scripts/generate/letters.js';
import { letters } from '../../server/src/core/generated/letters.js';

describe('The words of letters', () => {
  for (const [phrase, expression] of [
    ['over to you', 'over to you'],
    ['agent|help desk', 'agent|help desk'],
    ['(is|looks) yours', '(?:is|looks) yours'],
    ['looks like? yours', 'looks (?:like )?yours'],
    ['please? (kindly|maybe)? reply', '(?:please )?(?:(?:kindly|maybe) )?reply'],
    ['internal use only?', 'internal use(?: only)?'],
    ['to (her|this (guest|client))', 'to (?:her|this (?:guest|client))'],
    ["don't send", "don['\\u2019]t send"],
  ] as const) {
    it(`“${phrase}” is ${expression}`, () => assert.equal(expressionOf(phrase), expression));
  }

  it('are refused where they are no phrases', () => {
    for (const phrase of ['', 'over  to', 'Over to', '(over', 'over)', 'a||b', 'over.*', 'please?', 'take this? one?']) assert.throws(() => expressionOf(phrase), phrase);
  });

  it('of which only whole words are asked are words alone', () => {
    for (const list of [letters.loneWords, letters.labelsBeforeWords, letters.labelsBeforeTimes]) assert.match(list, /^[a-z]+(?:\|[a-z]+)*$/);
  });
});

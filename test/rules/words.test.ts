import assert from 'node:assert/strict';
import { joined, readRuleSet } from '../../scripts/generate/rules.js';
import { repeatedIn } from '../../scripts/rules/repeated.js';

describe('The shared word lists', () => {
  it('are those of all files', () => assert.deepEqual(joined([{ one: ['a'] }, { two: ['b'] }]), { one: ['a'], two: ['b'] }));

  it('have a name each, so that none takes the place of another in silence', () => assert.throws(() => joined([{ one: ['a'] }, { one: ['b'] }]), /“one” stands in two files/));
});

describe('The choices of rules', () => {
  const set = { rules: [], cues: [], categories: [] };

  it('say nothing twice, in another spelling or form either', () => assert.deepEqual(repeatedIn(readRuleSet()), []));

  it('would be seen to', () => {
    const said = (phrase: string) => repeatedIn({ ...set, words: { a: [phrase] } }).map((line) => /“([^”]*)”/.exec(line)?.[1]);
    assert.deepEqual(said('(colour|color|shade) it'), ['colour', 'color']);
    assert.deepEqual(said('(keep~|kept) (it|it up|it up)'), ['kept', 'option 3']);
    assert.deepEqual(said("(is|'s|has) (kept|keep it|keep~) <word>"), []);
  });
});

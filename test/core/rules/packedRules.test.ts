import assert from 'node:assert/strict';
import { packRules } from '../../../server/src/core/rules/packRules.js';
import { LATER } from '../../../server/src/core/rules/packedRule.js';
import { packRuns, unpackRules } from '../../../server/src/core/rules/packedRules.js';
import { builtinRules } from '../../../server/src/core/rules/builtin.js';
import { neighbourTest } from '../../../server/src/core/rules/reach.js';
import { conditionsOf } from '../../../server/src/core/rules/written.js';

describe('Packed rules', () => {
  it('name phrases that are numbered one after the other once', () => {
    assert.deepEqual(packRuns(['#7', '#8', '#9', { phrase: '#10' }, '#12', '#11', '#12']), ['#7+2', { phrase: '#10' }, '#12', '#11+1']);
  });

  it('come back with all their phrases, each by its number', () => {
    const phrases = ['could you', { phrase: ['would you', 'will you'], unless: { negated: true } }, 'can you', 'may you'];
    const [category] = builtinRules().categories;
    assert.ok(category);
    const rule = { id: category.id, title: 'A', message: 'B', why: 'C', phrases };
    const { rules } = unpackRules(packRules({ categories: [category], cues: [], words: {}, rules: [rule] }));
    assert.deepEqual({ ...rules[0] }, { id: category.id, phrases: ['#0', { phrase: ['#1', '#2'], unless: { negated: true } }, '#3', '#4'] });
  });

  it('come back with what is read later, rule by rule', () => {
    const [category] = builtinRules().categories;
    assert.ok(category);
    const shy = { id: 'shy', message: 'Line one\nline “two”, and ],\n[', why: 'Because.', unless: { negated: true }, fixes: [{ title: 'Cut', delete: 'match' }] };
    const bare = { id: 'bare', title: 'Bare', message: 'B', why: 'C', source: 'D', check: 'controls', words: { some: ['a'] }, plain: { a: 'b' }, if: { negated: false } };
    const { rules } = unpackRules(packRules({ categories: [category], cues: [], words: {}, rules: [shy, bare] }));
    const read = rules.map((rule) => Object.fromEntries(['id', 'check', ...LATER].flatMap((key) => (Reflect.get(rule, key) === undefined ? [] : [[key, Reflect.get(rule, key)]]))));
    assert.deepEqual(read, [shy, bare]);
    assert.equal(rules[1]?.words?.['some'], rules[1]?.words?.['some'], 'always the same objects, for what is remembered of them');
  });

  it('are asked for their conditions as they were before', () => {
    const [category] = builtinRules().categories;
    assert.ok(category);
    const rule = { id: 'promise', message: 'B', why: 'C', phrases: [{ phrase: 'will', unless: { negated: true } }], if: { sentence: { move: 'commit' as const } }, unless: { any: { paragraph: { told: 'rebuff' as const } } } };
    const { rules: [unpacked] } = unpackRules(packRules({ categories: [category], cues: [], words: {}, rules: [rule] }));
    assert.ok(unpacked);
    assert.deepEqual(conditionsOf(unpacked), conditionsOf(rule));
    assert.equal(neighbourTest()(unpacked), true);
  });
});

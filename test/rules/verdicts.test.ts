import assert from 'node:assert/strict';
import { readVerdicts } from '../../bench/verdicts.js';
import { builtinRules } from '../../server/src/core/rules/builtin.js';

/** Four in five findings in real texts have to be right, or nobody believes the fifth; of hints, three in four. */
const LEAST_RIGHT = { replies: 0.8, kb: 0.8, 'replies-any': 0.75 };
const rules = new Set(builtinRules().rules.map(({ id }) => id));

describe('The verdicts', () => {
  for (const [name, least] of Object.entries(LEAST_RIGHT)) {
    const verdicts = readVerdicts(new URL(`../../bench/verdicts/${name}.jsonl`, import.meta.url));

    it(`on ${name} name findings of rules that exist, each once, with a reason`, () => {
      for (const { id, rule, verdict, why } of verdicts) {
        assert.match(id, /^[^#\s]+#[0-9a-f]{16}(\.\d)?$/);
        assert.ok(rules.has(rule), rule);
        assert.ok(verdict === 'right' || verdict === 'wrong', id);
        assert.ok(why.length > 10, id);
      }
      assert.equal(new Set(verdicts.map(({ id, rule }) => `${id} ${rule}`)).size, verdicts.length);
    });

    it(`on ${name} are fifty at least, and most of them right`, () => {
      assert.ok(verdicts.length >= 50);
      assert.ok(verdicts.filter(({ verdict }) => verdict === 'right').length / verdicts.length >= least);
    });
  }
});

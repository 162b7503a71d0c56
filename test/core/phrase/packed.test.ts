import assert from 'node:assert/strict';
import { builtinPhrases, builtinRules } from '../../../server/src/core/rules/builtin.js';
import { buildAutomaton, type Automaton } from '../../../server/src/core/phrase/automaton.js';
import { capturesOf } from '../../../server/src/core/phrase/compile.js';
import { PhraseTable } from '../../../server/src/core/phrase/packedPhrases.js';
import { packPhrases } from '../../../server/src/core/phrase/packPhrases.js';
import { parsePhrase } from '../../../server/src/core/phrase/syntax.js';
import { TokenTests } from '../../../server/src/core/phrase/tokenTest.js';
import { Vocabulary } from '../../../server/src/core/phrase/vocabulary.js';

/** The words of a test stand in no order. */
function shown({ tests, ...steps }: Automaton): object {
  return { ...steps, tests: tests.map((test) => test && { ids: [...test.ids.list].sort((a, b) => a - b), proper: test.proper, classes: test.classes }) };
}

describe('Packed phrases', () => {
  const written = ["^ (you|they) (should have|ought to)? {what: <verb> ..2 @thing}", "can't+do", '!(<past>|it) Apple|IT $', 'you ^ <clause> , <number>?', 'refund~ed (cup of tea|tea)'];
  const nodes = written.map((text) => parsePhrase(text.replace('@thing', '(a thing|IT)')));
  const { packed, numbers } = packPhrases(nodes);
  const table = new PhraseTable(packed);

  it('become the same steps as phrases in words', () => {
    const tests = new TokenTests(new Vocabulary(table.words));
    nodes.forEach((node, i) => {
      const { automaton, captures } = table.build(numbers[i] ?? -1);
      assert.deepEqual(captures, capturesOf(node), written[i]);
      assert.deepEqual(shown(automaton), shown(buildAutomaton(node, capturesOf(node), tests)), written[i]);
    });
  });

  it('are kept once', () => {
    assert.deepEqual(packPhrases([...nodes, ...nodes]).packed, packed);
  });

  it('are all that the built-in rules name', () => {
    const named = [...JSON.stringify([builtinRules().rules.map((rule) => [rule, rule.if, rule.unless]), builtinRules().cues]).matchAll(/"#(\d+)"/g)].map(([, number]) => Number(number));
    assert.ok(named.length > 3000);
    assert.equal(new Set(named).size, Math.max(...named) + 1);
    assert.ok(new PhraseTable(builtinPhrases).build(Math.max(...named)).automaton);
  });
});

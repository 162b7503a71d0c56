import assert from 'node:assert/strict';
import { readCategories, readRules } from '../../scripts/generate/rules.js';
import { createLinter } from '../../server/src/core/index.js';
import { examplesOf } from '../../server/src/core/rules/examples.js';

const rules = readRules();
const tests = examplesOf(rules, { categories: readCategories(), linterFor: (audience) => createLinter({ config: { preset: 'all', audience } }), fixed: 3 });

function categoryOf(id: string): string {
  return id.split('/')[0] ?? id;
}

describe('Rules', () => {
  for (const { id } of rules) {
    describe(id, () => {
      for (const { name, problem } of tests.filter(({ rule }) => rule === id)) it(name, () => assert.equal(problem(), undefined));
    });
  }

  it('have at least ten examples of each sort in every category, or five where an example is a whole paragraph', () => {
    const groups = new Map(readCategories().map(({ id, group }) => [id, group]));
    const thin = [...new Set(rules.map(({ id }) => categoryOf(id)))].filter((category) => {
      const files = rules.filter(({ id }) => categoryOf(id) === category).map(({ file }) => file.examples);
      return Math.min(files.flatMap(({ flag }) => flag).length, files.flatMap(({ ok }) => ok).length) < (groups.get(category) === 'document' || groups.get(category) === 'layout' ? 5 : 10);
    });
    assert.deepEqual(thin, []);
  });

  it('never quote nothing in their messages', () => {
    const linter = createLinter({ config: { preset: 'all' } });
    const empty = rules.flatMap(({ id, file: { kinds: [kind = 'reply'] = [], examples } }) =>
      examples.flag.flatMap((flag) => {
        const source = typeof flag === 'string' ? { text: flag, kind } : { text: flag.text, kind: flag.kind ?? kind };
        return linter.lint(source).flatMap(({ message, rule }) => (message.includes('“”') ? [`${id}: ${rule}`] : []));
      }));
    assert.deepEqual(empty, []);
  });

  it('have examples for every fix that is text', () => {
    const bare = rules.flatMap(({ id, file: { fixes = [], examples } }) =>
      fixes.flatMap((fix, i) => ('pack' in fix || 'snippet' in fix || examples.fixed?.[fix.title] || examples.fixed?.[String(i + 1)] ? [] : [`${id}: ${fix.title}`])));
    assert.deepEqual(bare, []);
  });
});

import assert from 'node:assert/strict';
import { ConfigError, type ConfigInput } from '../../../server/src/core/config.js';
import { createLinter } from '../../../server/src/core/index.js';
import { createLinterOf } from '../../../server/src/core/lint.js';
import type { Category } from '../../../server/src/core/rules/definition.js';
import type { Kind } from '../../../server/src/core/types.js';
import { foundIn, lintWith, rule, setOf } from './ruleSet.js';

const set = setOf(
  [rule({ id: 'mild', phrases: ['very bad'] }), rule({ id: 'grave/one', phrases: ['bad'], severity: 'warning' }), rule({ id: 'other', phrases: ['very'] }), rule({ id: 'quiet', phrases: ['day'], optIn: true })],
  [],
  [{ id: 'mild' }, { id: 'grave' }, { id: 'other', group: 'clarity' }, { id: 'quiet' }],
);
const TEXT = 'A very bad day.';

function rules(config: Parameters<typeof lintWith>[2] = {}, all = false): readonly string[] {
  return createLinterOf(set, { config }).lint({ text: TEXT }, { all }).map((finding) => finding.rule);
}

describe('A linter', () => {
  it('shows the most severe of a group on the same words, and all on demand', () => {
    assert.deepEqual(rules(), ['other', 'grave/one']);
    assert.deepEqual(rules({}, true), ['other', 'mild', 'grave/one']);
  });

  it('reads a source that was given another text as what it is now', () => {
    const linter = createLinterOf(set);
    const source = { text: TEXT };
    linter.lint(source);
    source.text = 'A good one.';
    assert.deepEqual(linter.lint(source), []);
  });

  it('speaks once of the same words where a rule says so', () => {
    const text = 'An endpoint is down. Both endpoints are down, and the node.\n\nThe endpoint is up, and the nodes.';
    assert.deepEqual(foundIn({ phrases: ['(an|the)? (endpoint|node)~'], once: true }, text), ['An endpoint', 'the node']);
    assert.equal(foundIn({ phrases: ['(endpoint|node)~'] }, text).length, 5);
  });

  it('turns on what is opt-in with the preset “all” or by its key', () => {
    assert.ok(rules({ preset: 'all' }).includes('quiet'));
    assert.ok(rules({ rules: { quiet: 'hint' } }).includes('quiet'));
  });

  it('lets the longer key win', () => {
    assert.deepEqual(rules({ rules: { grave: 'off' } }), ['other', 'mild']);
    const [, severe] = createLinterOf(set, { config: { rules: { grave: 'off', 'grave/one': 'error' } } }).lint({ text: TEXT });
    assert.equal(severe?.severity, 'error');
  });

  it('is as severe as the rule or the category says for that kind of text, unless the configuration says so', () => {
    const kinds: Category['kinds'] = ['reply', 'article'];
    const rules = [rule({ phrases: ['bad'] }), rule({ id: 'custom/own', phrases: ['day'], severityIn: { reply: 'error' } })];
    const set = setOf(rules, [], [{ kinds, severity: 'info', severityIn: { article: 'hint' } }]);
    const severities = (kind: Kind, config = {}) => createLinterOf(set, { config }).lint({ text: TEXT, kind }).map(({ severity }) => severity);
    assert.deepEqual(severities('reply'), ['info', 'error']);
    assert.deepEqual(severities('article'), ['hint', 'hint']);
    assert.deepEqual(severities('article', { rules: { custom: 'warning' } }), ['warning', 'warning']);
  });

  it('leaves alone what is allowed', () => assert.deepEqual(rules({ allow: ['Bad'] }), ['other']));

  it('takes the abbreviations of the trade as known where no word of it is jargon', () => {
    const found = (config: ConfigInput) => createLinter({ config }).lint({ text: 'You can use SSO for this from Monday on.' }).map(({ rule: id }) => id);
    assert.equal(found({}).length, 1);
    assert.deepEqual(found({ rules: { jargon: 'off' } }), []);
  });

  it('finds the terms of one’s own glossary, once they are not explained', () => {
    const linter = createLinter({ config: { terms: { 'blue box': 'the router' } } });
    const text = 'Please restart the blue box and tell me if it helps.';
    assert.deepEqual(linter.lint({ text }).map(({ rule: id, start, end }) => [id, text.slice(start, end)]), [['jargon/your-terms', 'blue box']]);
  });

  it('finds the terms of a glossary as they are written, and acronyms that are words only in capitals', () => {
    const text = 'We use SSO and sso here, for it is the IT desk. Restart the Smart Hub, the smart hub and CI/CD.';
    const found = (terms: Record<string, string>, rest: ConfigInput = {}) => createLinter({ config: { terms, ...rest } }).lint({ text }).filter(({ rule: id }) => id === 'jargon/your-terms').map(({ start, end }) => text.slice(start, end));
    assert.deepEqual(found({ SSO: 'one login', IT: 'our team', 'Smart Hub': 'the white box', 'CI/CD': 'the test line' }), ['SSO', 'sso', 'IT', 'Smart Hub', 'smart hub', 'CI/CD']);
    assert.deepEqual(found({ SSO: 'one login' }, { rules: { jargon: 'off' } }), ['SSO', 'sso']);
    assert.deepEqual(found({ SSO: 'one login' }, { rules: { 'jargon/your-terms': 'off' } }), []);
  });

  it('says which terms cannot be looked for, and keeps the others', () => {
    const terms = Object.fromEntries(['(x', 'a|b', '', 'C++', 'C#', '<verb>', '@party', '{a: b}', 'one two three four five six', 'blue box'].map((term) => [term, 'x']));
    const linter = createLinter({ config: { terms } });
    assert.deepEqual(linter.problems.map(({ path }) => path[1]), Object.keys(terms).slice(0, -1));
    for (const { message } of linter.problems) assert.match(message, /cannot be looked for: a term is one word or several|five words|5 words at most/);
    assert.equal(linter.lint({ text: 'Please restart the blue box and tell me.' }).length, 1);
  });

  it('quotes whole words, and no comma at the end', () => {
    const quoted = (phrase: string, text: string) => lintWith({ phrases: [phrase] }, text).map(({ message }) => message);
    assert.deepEqual(quoted('have tried', "We've tried it."), ['“We\'ve tried” found.']);
    assert.deepEqual(quoted('not know', "He doesn't know it."), ['“doesn\'t know” found.']);
    assert.deepEqual(quoted('of course ,', 'Of course, it works.'), ['“Of course” found.']);
  });

  it('reads internal notes for safety only, and snippets without the rules of a whole reply', () => {
    assert.deepEqual(createLinterOf(set).lint({ text: TEXT, kind: 'note' }), []);
    const missing = setOf([rule({ absent: ['will'] })]);
    assert.equal(createLinterOf(missing).lint({ text: 'The disk is full.', kind: 'reply' }).length, 1);
    assert.deepEqual(createLinterOf(missing).lint({ text: 'The disk is full.', kind: 'macro' }), []);
    assert.deepEqual(createLinterOf(missing).lint({ text: 'The disk is full.', kind: 'article' }), []);
  });

  it('reads only English', () => {
    assert.deepEqual(foundIn({ phrases: ['die'] }, 'Bitte starten Sie den Router neu und warten Sie, bis die Lampe wieder grün leuchtet. Danach geht es.'), []);
  });

  it('never reads what the customer wrote, or code', () => {
    assert.deepEqual(foundIn({ phrases: ['bad'] }, '> It is bad.\n\nRun `bad` now.\n\n```\nbad\n```\n\nIt is "bad".'), []);
  });

  it('leaves out a rule that does not exist, and says which was meant', () => {
    const { problems } = createLinter({ config: { rules: { 'blame-langauge': 'off', jargon: 'off' } } });
    assert.deepEqual(problems, [{ path: ['rules', 'blame-langauge'], message: 'There is no rule or category “blame-langauge”; did you mean “blame-language”?' }]);
  });

  it('refuses a wrong configuration by its key', () => {
    assert.throws(() => createLinter({ config: JSON.parse('{"rules":{"jargon":"loud"}}') }), (error: unknown) => error instanceof ConfigError && error.key === 'rules.jargon');
  });
});

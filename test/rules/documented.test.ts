/** The examples of docs/phrase-language.md are tried out as they stand there. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as Yaml from 'yaml';
import { createLinterOf, type Linter } from '../../server/src/core/lint.js';
import { builtinRules } from '../../server/src/core/rules/builtin.js';
import { WordClass } from '../../server/src/core/phrase/lexicon.js';
import type { RuleDefinition } from '../../server/src/core/rules/definition.js';
import type { Audience, Kind } from '../../server/src/core/types.js';
import { ruleOf } from '../../server/src/files/ruleFile.js';
import { parseYaml } from '../../server/src/files/yaml.js';
import { find } from '../core/phrase/find.js';

const PAGE = readFileSync(new URL('../../docs/phrase-language.md', import.meta.url), 'utf8');
const CLASSES = ['class', 'what it is', 'you write', 'it finds', 'it leaves alone'];
const WORDS = { party: ['our team', 'support'], mend: ['fix', 'repair', 'put right'] };

type Text = string | { readonly text: string; readonly audience?: Audience; readonly kind?: Kind };

/** The rows of the tables whose head has these columns, as cells. */
function rows(...columns: readonly string[]): readonly (readonly string[])[] {
  const table = PAGE.split('\n\n').find((block) => block.startsWith(`| ${columns.join(' | ')} |`)) ?? '';
  return table.split('\n').slice(2).map((line) => line.split(/(?<!\\)\|/).slice(1, -1).map((cell) => cell.trim().replaceAll('\\|', '|')));
}

/** The cells of phrases separate their texts by commas; a comma of a text itself comes without two texts making sense. */
function textsOf(cell: string): readonly string[] {
  return cell === '' ? [] : cell.replaceAll(/\bno, you/g, 'no\u0000 you').split(', ').map((text) => text.replace('\u0000', ','));
}

function checkPhrase(phrase: string, finds: string, leaves: string): void {
  for (const text of textsOf(finds)) assert.ok(find(phrase, text, WORDS).some((found) => text.endsWith(found)), `${phrase} does not find “${text}”`);
  for (const text of textsOf(leaves)) assert.deepEqual(find(phrase, text, WORDS), [], `${phrase} finds something in “${text}”`);
}

function examples(): readonly string[] {
  return [...PAGE.matchAll(/```yaml example\n(.*?)```/gs)].map(([, block = '']) => block);
}

function ruleIn(block: string): { readonly rule: RuleDefinition; readonly found: readonly Text[]; readonly fine: readonly Text[] } {
  const { found, fine, ...rest } = Yaml.parse(block) as { found: readonly Text[]; fine: readonly Text[] };
  const written = Yaml.stringify({ message: 'm', why: 'w', ...rest, examples: { flag: found, ok: fine } });
  const { rule, problems } = ruleOf(parseYaml(Yaml, written, 'example.yaml'), 'documented', builtinRules());
  assert.ok(rule, problems.map(({ message }) => message).join());
  return { rule, found, fine };
}

/** Tells of a text whether a rule finds something in it. */
function finderOf(rule: RuleDefinition): (text: Text) => boolean {
  const linters = new Map<Audience, Linter>();
  return (text) => {
    const { audience = 'general', ...source } = typeof text === 'string' ? { text } : text;
    const linter = linters.get(audience) ?? createLinterOf({ ...builtinRules(), rules: [rule] }, { config: { audience } });
    linters.set(audience, linter);
    return linter.lint(source).length > 0;
  };
}

describe('The page on the phrase language', () => {
  for (const [phrase = '', finds = '', leaves = ''] of rows('you write', 'it finds', 'it leaves alone')) {
    it(`words: ${phrase}`, () => checkPhrase(phrase.slice(1, -1), finds, leaves));
  }
  for (const [phrase = '', , finds = '', leaves = ''] of rows('you write', 'it means', 'it finds', 'it leaves alone')) {
    it(`phrases: ${phrase}`, () => checkPhrase(phrase.slice(1, -1), finds, leaves));
  }

  for (const [, , phrase = '', finds = '', leaves = ''] of rows(...CLASSES)) {
    it(`word classes: ${phrase}`, () => checkPhrase(phrase.slice(1, -1), finds, leaves));
  }
  it('has a row for every word class there is', () => {
    const documented = rows(...CLASSES).map(([name = '']) => name.slice(2, -2));
    assert.deepEqual([...documented].sort(), Object.keys(WordClass).sort());
  });

  for (const block of examples()) {
    it(`conditions: ${block.split('\n').slice(0, 2).join(' ')}`, () => {
      const { rule, found, fine } = ruleIn(block);
      const isFound = finderOf(rule);
      for (const text of found) assert.ok(isFound(text), `not found: ${JSON.stringify(text)}`);
      for (const text of fine) assert.ok(!isFound(text), `found: ${JSON.stringify(text)}`);
    });
  }

  it('has a row and an example for every condition there is', () => {
    const schema = JSON.parse(readFileSync(new URL('../../docs/schemas/rule.schema.json', import.meta.url), 'utf8')) as { $defs: Record<string, { properties?: object }> };
    const keys = Object.values(schema.$defs).flatMap(({ properties = {} }) => Object.keys(properties));
    assert.ok(keys.includes('governor'));
    assert.deepEqual(keys.filter((key) => !new RegExp(`^\\|[^|]*\`${key}\``, 'm').test(PAGE)), [], 'no row');
    assert.deepEqual(keys.filter((key) => !examples().some((block) => new RegExp(`\\b${key}:`).test(block))), [], 'no example');
  });

  it('has tables where the tests look for them', () => {
    assert.ok(rows('you write', 'it finds', 'it leaves alone').length > 10 && rows('you write', 'it means', 'it finds', 'it leaves alone').length > 10 && examples().length > 10);
  });
});

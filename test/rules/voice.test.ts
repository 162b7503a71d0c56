/** Deskside keeps to its own rules: in its snippets, its messages and its good examples. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { readRules } from '../../scripts/generate/rules.js';
import { builtinPacks } from '../../server/src/core/packs/builtin.js';
import { createLinter, type Kind } from '../../server/src/core/index.js';

const linter = createLinter();
/** A message advises the writer, about the customer: it is read as an article is. */
const advisor = createLinter({ config: { rules: { 'depersonalising-term': 'off', 'kb-case-specific': 'off' } } });
const examples = new URL('../../examples/', import.meta.url);
const CLEAN = ['late-present.reply.md', 'card-declined-abroad.reply.md', 'articles/lost-phone.md'];

function found(text: string, kind: Kind, by = linter): readonly string[] {
  return by.lint({ text, kind }).map(({ rule, start, end }) => `${rule}: ${text.slice(start, end)}`);
}

describe('Our own words', () => {
  for (const { id, body } of builtinPacks().flatMap(({ snippets }) => snippets)) {
    it(`snippet ${id}`, () => assert.deepEqual(found(body, 'macro'), []));
  }

  for (const { id, file } of readRules()) {
    it(`message and reasons of ${id}`, () => {
      assert.deepEqual(found(file.message.replaceAll(/“[^”]*”/g, 'that'), 'article', advisor), []);
      assert.deepEqual(found(file.why.replaceAll(/["“][^"”]*["”]/g, 'that'), 'article', advisor), []);
    });
    it(`snippets that ${id} offers`, () => {
      const bodies = (file.fixes ?? []).flatMap((fix) => ('snippet' in fix ? [fix.snippet.replaceAll(/\{\{.*\}\}|(?<!\$)\{[^}]*\}/g, 'it')] : []));
      assert.deepEqual(bodies.flatMap((body) => found(body, 'macro')), []);
    });
  }

  for (const path of CLEAN) {
    it(`example ${path}`, () => assert.deepEqual(found(readFileSync(new URL(path, examples), 'utf8'), path.startsWith('articles') ? 'article' : 'reply'), []));
  }

  it('every other example has something to find', () => {
    const paths = [...readdirSync(examples), ...readdirSync(new URL('articles/', examples)).map((name) => `articles/${name}`)].filter((path) => path.endsWith('.md'));
    const silent = paths.filter((path) => found(readFileSync(new URL(path, examples), 'utf8'), path.startsWith('articles') ? 'article' : 'reply').length === 0);
    assert.deepEqual(silent.sort(), [...CLEAN].sort());
  });
});

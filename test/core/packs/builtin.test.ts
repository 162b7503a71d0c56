import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createLinter } from '../../../server/src/core/index.js';
import { generatePacks, packsModule } from '../../../scripts/generate/packs.js';
import { builtinPacks } from '../../../server/src/core/packs/builtin.js';
import { parseSnippet, plainText } from '../../../server/src/core/packs/snippet-syntax.js';

describe('the built-in packs', () => {
  const snippets = builtinPacks().flatMap((pack) => pack.snippets);

  it('are generated from snippets/', async () => {
    assert.equal(await readFile(packsModule, 'utf8'), await generatePacks(), 'run `npm run generate`');
  });

  it('are sorted, and every prefix belongs to one snippet', () => {
    const ids = snippets.map((snippet) => snippet.id);
    assert.deepEqual(ids, [...ids].sort());
    const prefixes = snippets.flatMap((snippet) => snippet.prefix);
    assert.equal(new Set(prefixes).size, prefixes.length);
  });

  it('are four, of twenty snippets and more', () => {
    assert.deepEqual(builtinPacks().map(({ name }) => name), ['essentials', 'it-helpdesk', 'kb', 'saas']);
    assert.deepEqual(builtinPacks().filter((pack) => pack.snippets.length < 20), []);
  });

  it('are found clean by the engine with every rule on', () => {
    const linter = createLinter({ config: { preset: 'all' } });
    const kindsOf = (kinds: readonly string[]) => (kinds.includes('article') ? (['article'] as const) : (['macro', 'reply'] as const));
    const found = snippets.flatMap(({ id, body, kinds }) =>
      kindsOf(kinds).flatMap((kind) => linter.lint({ text: plainText(body), kind, languageId: 'markdown' }, { all: true }).map(({ rule, message }) => `${id} as ${kind}: ${rule}, ${message}`)),
    );
    assert.deepEqual(found, []);
  });

  for (const { id, body, prefix, description, answers } of snippets) {
    it(`${id} reads as it stands`, () => {
      assert.deepEqual(parseSnippet(body).mistakes, []);
      // An empty stop would leave a hole in the preview, and in the reply of someone in a hurry.
      assert.equal(plainText(body, { empty: '\0' }).includes('\0'), false);
      assert.doesNotMatch(plainText(body), /\$\{|\.\.|\?\.|undefined/u);
      assert.match(description, /\.$/u);
      assert.ok(answers.length > 0);
      assert.ok(prefix.every((word) => word.length <= 20));
    });
  }
});

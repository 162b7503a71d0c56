import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { generatePacks, packsModule } from '../../../scripts/generate/packs.js';
import { builtinPacks } from '../../../server/src/core/generated/packs.js';
import { parseSnippet, plainText } from '../../../server/src/core/packs/snippet-syntax.js';

describe('the built-in packs', () => {
  const snippets = builtinPacks.flatMap((pack) => pack.snippets);

  it('are generated from snippets/', async () => {
    assert.equal(await readFile(packsModule, 'utf8'), await generatePacks(), 'run `npm run generate`');
  });

  it('are sorted, and every prefix belongs to one snippet', () => {
    const ids = snippets.map((snippet) => snippet.id);
    assert.deepEqual(ids, [...ids].sort());
    const prefixes = snippets.flatMap((snippet) => snippet.prefix);
    assert.equal(new Set(prefixes).size, prefixes.length);
  });

  it('hold the twenty-five essentials', () => {
    assert.equal(builtinPacks.find((pack) => pack.name === 'essentials')?.snippets.length, 25);
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

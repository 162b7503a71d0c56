import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readPlainYaml } from '../../../server/src/files/plainYaml.js';
import { readYaml } from '../../../server/src/files/yaml.js';

/** Either the short way gives nothing, or what the parser gives, at the same lines. */
async function agrees(text: string): Promise<boolean> {
  const plain = readPlainYaml(text);
  if (!plain) return false;
  const yaml = await readYaml(text, 'x.yaml');
  assert.deepEqual(plain.data, yaml.data, JSON.stringify(text));
  for (const key of Object.keys(plain.data)) assert.equal(plain.lineOf(key), yaml.problemAt([key], 'key', '').line);
  return true;
}

describe('the short way through plain front matter', () => {
  it('reads what the parser reads', async () => {
    for (const text of [
      '\ntitle: Sorry for the wait\nprefix: sorry-wait\nfor: [vague-timeframe, hollow-apology]\n',
      'title: Don’t, it’s “so”\r\nreviewed: 2025-01-31\r\n',
      'title: a:b #c# d\n\nowner: A  \n',
      "title: it's {fine} [here] & there * now",
    ]) await agrees(text);
    assert.ok(await agrees('\ntitle: Sorry for the wait: no\n') === false);
    assert.ok(await agrees('\ntitle: Sorry for the wait\nfor: [a, b]\n'));
  });

  it('leaves to the parser whatever might mean more', () => {
    for (const text of ['', 'a: "b"', 'a: b: c', 'a: b #c', 'a: b\n  c', 'a: 1', 'a: yes\na: no', 'a: true', 'a: Null', 'a:', 'a: [b, [c]]', 'a: [1]', 'a: []', 'a: [b,]', 'a: &x b', 'a: *x', 'a: !b c', 'a: |\n  b', 'a: > b', 'a: {b: c}', '__proto__: x', '- a', 'a: b\n---\nc: d', '\ta: b', 'a:\tb', 'a: b\tc', 'a: b\u2028c', '# a', 'a: [b: c]', 'a: ~', 'a: b:', 'a: @b', 'a: `b`', '? a']) {
      assert.equal(readPlainYaml(text), undefined, text);
    }
  });

  it('never disagrees with the parser', async () => {
    const piece = fc.constantFrom('a', 'b: ', 'title: ', 'x', ' ', '\n', '- ', '[', ']', ', ', ': ', ':', '#', ' #', '"', "'", '2025-01-31', 'true', 'null', '1', '~', '{', '}', '&', '*', '!', '|', '>', '%', '@', '`', 'é', '\u00a0', '\u2028', '\t', '\r\n', '---', '…', '\\', '<<: ', '.inf', '?', '\ufeff');
    await fc.assert(fc.asyncProperty(fc.array(piece, { maxLength: 14 }), async (pieces) => void (await agrees(`a: ${pieces.join('')}`))), { numRuns: 2000 });
  });
});

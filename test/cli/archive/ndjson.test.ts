import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { phraseEngine, replaceBy } from '../phraseEngine.js';
import { blame, run } from '../run.js';

const schema = JSON.parse(readFileSync(new URL('../../../docs/schemas/ndjson.schema.json', import.meta.url), 'utf8'));
const ajv = new Ajv2020({ allErrors: true });
ajv.addSchema(schema, 'ndjson');
const isAsked = ajv.compile({ $ref: 'ndjson#/$defs/question' });
const isAnswer = ajv.compile({ $ref: 'ndjson#/$defs/answer' });
const lines = (out: string): { id: unknown; line?: number; error?: string; findings?: { start: number }[] }[] => out.trimEnd().split('\n').map((line) => JSON.parse(line));

describe('--input ndjson', () => {
  it('answers every line with a line, in order, however the bytes come', async () => {
    const asked = ['{"id":"ä","kind":"reply","text":"👋 you should have"}', '', '{"id":2,"kind":"note","text":"fine"}\r', '{"text":"you should have"}'].join('\n');
    const bytes = new TextEncoder().encode(asked);
    const whole = await run('lint --input ndjson', { in: [bytes] });
    const single = await run('lint --input ndjson', { in: Array.from(bytes, (byte) => new Uint8Array([byte])) });
    assert.equal(single.out, whole.out);
    assert.deepEqual(lines(whole.out).map(({ id, findings }) => [id, findings?.map(({ start }) => start)]), [['ä', [3]], [2, []], [null, [0]]]);
    assert.equal(whole.code, 1);
    assert.equal(whole.err, '');
  });

  const wrong: readonly (readonly [string | Uint8Array, unknown, RegExp])[] = [
    ['not json', null, /not JSON/],
    ['[1]', null, /not an object/],
    ['{"id":"a"}', 'a', /“text” is missing/],
    ['{"id":"a","text":1}', 'a', /“text” must be text/],
    ['{"id":"a","kind":"repply","text":""}', 'a', /“kind” cannot be "repply"/],
    ['{"id":{},"text":""}', null, /“id” must be text or a number/],
    [new Uint8Array([0x22, 0xff, 0x22]), null, /not UTF-8/],
  ];
  for (const [line, id, message] of wrong) {
    it(`answers a line that cannot be read, and goes on: ${message.source}`, async () => {
      const { code, out } = await run('lint --input ndjson', { in: ['{"id":1,"text":""}\n', line, '\n{"id":3,"text":""}'] });
      const [, bad, ...rest] = lines(out);
      assert.equal(code, 2);
      assert.deepEqual([bad?.id, bad?.line], [id, 2]);
      assert.match(bad?.error ?? '', message);
      assert.ok(isAnswer(bad), ajv.errorsText(isAnswer.errors));
      assert.deepEqual(rest, [{ id: 3, line: 3, findings: [] }]);
    });
  }

  it('answers as it reads, and keeps no line longer than it must', async () => {
    const chunk = new TextEncoder().encode('x'.repeat(1024 * 1024));
    const { code, out } = await run('lint --input ndjson', { in: [...Array.from({ length: 33 }, () => chunk), '\n{"id":1,"text":""}'] });
    assert.equal(code, 2);
    assert.match(out, /longer than 32 MB.*\n\{"id":1,"line":2,"findings":\[\]\}\n$/);
  });

  it('speaks as its published schema says', async () => {
    const engine = phraseEngine([
      { ...blame, severity: 'error', fixes: replaceBy('next time you can') },
      { phrase: 'soon', rule: 'vague-timeframe', fixes: (_text, { end }) => [{ title: 'Say when', kind: 'suggestion', snippet: true, edits: [{ start: end, end, text: ' by ${1:Friday}' }] }] },
    ]);
    const asked = { id: 'a', kind: 'reply', text: 'you should have asked, soon' };
    assert.ok(isAsked(asked));
    assert.ok(!isAsked({ id: 'a' }));
    const { out } = await run('lint --input ndjson', { in: [JSON.stringify(asked)], engine });
    const [answer] = lines(out);
    assert.equal(answer?.findings?.length, 2);
    assert.ok(isAnswer(answer), ajv.errorsText(isAnswer.errors));
    assert.ok(!isAnswer({ id: 'a', findings: [{ rule: 'x' }] }));
  });
});

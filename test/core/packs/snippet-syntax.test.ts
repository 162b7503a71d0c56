import assert from 'node:assert/strict';
import fc from 'fast-check';
import { escapeSnippetText, markStops, parseSnippet, plainText, PREVIEW, type SnippetPart } from '../../../server/src/core/packs/snippet-syntax.js';

/** A part without its ranges, short enough to compare by eye. */
function shape(part: SnippetPart): unknown {
  if (part.kind === 'text') return part.text;
  const name = part.kind === 'stop' ? part.number : part.name;
  return [name, part.kind === 'stop' && part.choices ? part.choices.join('/') : part.content.map(shape)];
}

const shapes = (body: string) => parseSnippet(body).parts.map(shape);
const mistakes = (body: string) => parseSnippet(body).mistakes.map(({ start, end }) => body.slice(start, end));

describe('snippet syntax', () => {
  it('shows what is to be filled in between marks, where people have not put it in yet', () => {
    assert.equal(plainText('I can’t ${1:do that}, ${customer:Ana}: ${2:the ${3:reason}}. ${1}$4 ${5|a,b|}$0', PREVIEW), 'I can’t ‹do that›, Ana: ‹the reason›. ‹do that›‹…› ‹a›');
  });

  it('keeps marks in the stops of a body that is put in, which count for nothing where its words are asked for', () => {
    const body = 'I can’t ${1:do that}, $agent: ${2:the ${3:reason}}. ${1} ${5|a,b|} ${6:{match}} ${customer:${7:there}}$0';
    const marked = 'I can’t ${1:‹do that›}, $agent: ${2:‹the ${3:reason}›}. ${1} ${5|a,b|} ${6:{match}} ${customer:${7:‹there›}}$0';
    assert.equal(markStops(body), marked);
    assert.equal(markStops(marked), marked);
    assert.equal(plainText(marked), plainText(body));
    assert.equal(plainText(marked, PREVIEW), plainText(body, PREVIEW));
  });

  it('reads stops, defaults, choices and fields', () => {
    assert.deepEqual(shapes('Hi $1, ${2:the log}$0'), ['Hi ', [1, []], ', ', [2, ['the log']], [0, []]]);
    assert.deepEqual(shapes('${1|her,him,them|} and ${2}'), [[1, 'her/him/them'], ' and ', [2, []]]);
    assert.deepEqual(shapes('Dear ${customer:friend}, $agent'), ['Dear ', ['customer', ['friend']], ', ', ['agent', []]]);
    assert.deepEqual(shapes('${1:by ${2:noon} on $3}'), [[1, ['by ', [2, ['noon']], ' on ', [3, []]]]]);
  });

  it('undoes escapes', () => {
    assert.deepEqual(shapes('\\$1 costs 5\\\\6 \\x'), ['$1 costs 5\\6 \\x']);
    assert.deepEqual(shapes('${1:a \\} b}'), [[1, ['a } b']]]);
    assert.deepEqual(shapes('${1|a\\,b,c\\|d|}'), [[1, 'a,b/c|d']]);
  });

  it('leaves what is no stop as text', () => {
    for (const body of ['20 $ a month', 'US$ and $', 'a } b { c', '$ 1', 'C:\\Users']) assert.deepEqual(shapes(body), [body]);
    assert.deepEqual(mistakes('20 $ a month'), []);
  });

  it('says what would be inserted as it stands', () => {
    assert.deepEqual(mistakes('See ${1:the log'), ['${1:']);
    assert.deepEqual(mistakes('${1|a,b}'), ['${1|']);
    assert.deepEqual(mistakes('${} and ${Some name}'), ['${}', '${Some name}']);
    assert.deepEqual(mistakes('Pay ${two\npounds} by ${'), ['${', '${']);
    assert.deepEqual(mistakes('${1/a/b/}'), ['${1/']);
    assert.equal(plainText('See ${1:the log'), 'See ${1:the log');
  });

  it('knows where everything stands', () => {
    const body = 'Hi ${customer:you}, by ${1:no\\}on}.';
    const slices = parseSnippet(body).parts.map(({ start, end }) => body.slice(start, end));
    assert.deepEqual(slices, ['Hi ', '${customer:you}', ', by ', '${1:no\\}on}', '.']);
  });

  it('gives plain text, with mirrors, choices and fields filled in', () => {
    assert.equal(plainText('$1 from ${2:Billing}: ${1:Ana} will call. $2!$0'), 'Ana from Billing: Ana will call. Billing!');
    assert.equal(plainText('Ask ${1|them,her|} by ${2}.', { empty: '…' }), 'Ask them by ….');
    assert.equal(plainText('Hi ${customer:there}, $ticket', { fields: new Map([['customer', 'Sam']]) }), 'Hi Sam, ');
    assert.equal(plainText('${1:a $1 b}'), 'a  b');
  });

  it('stays quick and small on bodies made to hurt', () => {
    const doubling = Array.from({ length: 200 }, (_, i) => `\${${i + 1}:\$${i + 2}\$${i + 2}}`).join('') + '${201:ha}';
    assert.ok(plainText(doubling).length <= 100_000);
    for (const unit of ['${1:', '${1|', '${', '${1:a}', '\\', '${1|a,', '${a:${b|']) {
      const body = unit.repeat(5000);
      assert.ok(parseSnippet(body).parts.length > 0);
      assert.ok(plainText(body).length <= 100_000);
    }
  });

  it('never fails, covers the body without gaps, and inserts escaped text as it was', () => {
    const text = fc.string({ unit: fc.constantFrom('$', '{', '}', '|', ':', '1', 'a', '\\', ',', '\n', ' ', '/'), maxLength: 40 });
    fc.assert(
      fc.property(text, (body) => {
        let at = 0;
        for (const part of parseSnippet(body).parts) {
          assert.equal(part.start, at);
          at = part.end;
        }
        assert.equal(at, body.length);
        assert.equal(plainText(escapeSnippetText(body)), body);
        assert.equal(plainText(`\${1:${escapeSnippetText(body)}}`), body);
      }),
    );
  });
});

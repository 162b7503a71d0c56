import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseSnippet } from '../../server/src/core/packs/snippet-syntax.js';
import { writeSnippet } from '../../server/src/core/packs/writeSnippet.js';
import type { Piece } from '../../server/src/core/packs/writeSnippet.js';
import { readHtml, readPlain, writeHtml, writePlain } from '../../server/src/exchange/body.js';
import { liquid } from '../../server/src/exchange/braces.js';
import { Fields } from '../../server/src/exchange/placeholders.js';

function dialect(notes: string[] = []) {
  return { braces: liquid, fields: new Fields('zendesk'), note: (message: string) => void notes.push(message) };
}

/** HTML as the Markdown body of a snippet. */
function imported(html: string, notes: string[] = []): string {
  return writeSnippet(readHtml(html, dialect(notes)));
}

const word = fc.constantFrom('a', 'b c', '$', '\\', '}', '$1', '${x}', '\\$', 'é', '|', ',', '\n', '{', 'x_1', '5$');
const text = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(''));
const { pieces } = fc.letrec<{ pieces: readonly Piece[]; piece: Piece }>((tie) => ({
  piece: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    text.map((of): Piece => ({ kind: 'text', text: of })),
    fc.record({ kind: fc.constant('stop' as const), number: fc.nat(20), content: tie('pieces') }),
    fc.record({ kind: fc.constant('field' as const), name: fc.constantFrom('customer', 'x_1'), content: tie('pieces') }),
    fc.array(text.map((of) => of.replace(/\n/gu, ' ')), { minLength: 1, maxLength: 3 }).map((choices): Piece => ({ kind: 'stop', number: 3, content: [{ kind: 'text', text: choices[0] ?? '' }], choices })),
  ),
  pieces: fc.array(tie('piece'), { maxLength: 4 }),
}));

/** Pieces without their places. */
function bare(list: readonly Piece[]): unknown {
  return list.map((piece) => {
    if (piece.kind === 'text') return piece.text;
    if (piece.kind === 'field') return { name: piece.name, content: bare(piece.content) };
    return { number: piece.number, choices: piece.choices, content: piece.choices ? [] : bare(piece.content) };
  });
}

describe('a snippet’s body', () => {
  it('is written as it is read', () => {
    fc.assert(
      fc.property(pieces, (made) => {
        const once = parseSnippet(writeSnippet(made));
        assert.deepEqual(once.mistakes, []);
        assert.deepEqual(bare(parseSnippet(writeSnippet(once.parts)).parts), bare(once.parts));
        assert.equal(writeSnippet(once.parts), writeSnippet(made));
      }),
    );
  });

  it('is escaped no more than it must', () => {
    assert.equal(writeSnippet([{ kind: 'text', text: 'C:\\temp costs $ 5 {or so}' }]), 'C:\\temp costs $ 5 {or so}');
    assert.equal(writeSnippet([{ kind: 'text', text: '$5 and ${x}' }]), '\\$5 and \\${x}');
  });
});

describe('HTML', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['lines that are divs', '<div>Hello</div><div>there</div>', 'Hello\nthere'],
    ['an empty div', '<div>Hello</div><div><br></div><div>there</div>', 'Hello\n\nthere'],
    ['a break between divs', '<div>Hello</div><br><div>there</div>', 'Hello\n\nthere'],
    ['hard spaces', '<p>one&nbsp;two</p><p>&nbsp;</p><p>three</p>', 'one two\n\nthree'],
    ['an address', '<p><a href="https://example.com/a_b">https://example.com/a_b</a></p>', 'https://example.com/a_b'],
    ['a harmful link', '<p><a href="javascript:alert(1)">Click</a> <a href="command:x">here</a></p>', 'Click here'],
    ['a table', '<table><tr><th>What</th><th>How much</th></tr><tr><td>Files</td><td><b>2 GB</b></td></tr></table>', '| What | How much |\n| --- | --- |\n| Files | **2 GB** |'],
    ['a script', '<p>Hi</p><script>alert(1)</script>', 'Hi'],
    ['nested lists', '<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>', '- a\n  - b\n- c'],
    ['words with underscores', '<p>first_name and _this_</p>', 'first_name and \\\\_this\\\\_'],
    ['dollars', '<p>It costs $5.</p>', 'It costs \\$5.'],
    ['a placeholder in a link', '<p><a href="{{ticket.link}}">your ticket</a></p>', '[your ticket](${ticket_link})'],
    ['a slot with emphasis', '<p>[the <b>log</b>] and [1]</p>', '${1:the **log**} and \\\\[1\\\\]'],
    ['entities in a placeholder', '<p>{{ticket.requester.first_name | default: &#39;you&#39;}}</p>', '${customer:you}'],
  ];
  for (const [what, html, markdown] of cases) {
    it(`reads ${what}`, () => assert.equal(imported(html), markdown.replace(/\\\\(?=[_[\]])/gu, '\\')));
  }

  it('says what Markdown has no words for', () => {
    const notes: string[] = [];
    imported('<p style="color:red"><u>Now</u></p><table><tr><td colspan="2">1</td></tr></table>', notes);
    assert.equal(notes.length, 2);
  });

  it('comes to rest after one trip, whatever it was', () => {
    const tag = fc.constantFrom('<p>', '</p>', '<br>', '<div>', '</div>', '<b>', '</b>', '<ul><li>', '</li></ul>', 'word ', '[a slot]', '{{ticket.id}}', '*', '_', '&lt;', '$1', '# ', '- ', '1. ', '[');
    fc.assert(
      fc.property(fc.array(tag, { maxLength: 12 }), (tags) => {
        const once = writeHtml(readHtml(tags.join(''), dialect()), dialect());
        const twice = writeHtml(readHtml(once, dialect()), dialect());
        assert.equal(writeHtml(readHtml(twice, dialect()), dialect()), twice);
      }),
    );
  });
});

describe('a body that becomes HTML', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['an address in a slot', 'Write to ${1:help@example.com} today.', '<p>Write to [<a href="mailto:help@example.com">help@example.com</a>] today.</p>'],
    ['a link in a slot', 'See ${1:[the page](https://example.com/a_b)}.', '<p>See [<a href="https://example.com/a_b">the page</a>].</p>'],
    ['a slot that is bold', '**${1:now}**', '<p><strong>[now]</strong></p>'],
    ['signs beside a field', 'a <${customer}> b', '<p>a <{{ticket.requester.first_name}}> b</p>'],
    ['a field in a heading', '# For ${customer}', '<h1>For {{ticket.requester.first_name}}</h1>'],
    ['a stop without a text', 'By ${1}.', '<p>By […].</p>'],
    ['mirrors', '${1:Ana} and $1$0', '<p>[Ana] and [Ana]</p>'],
  ];
  for (const [what, body, html] of cases) {
    it(`has ${what}`, () => assert.equal(writeHtml(parseSnippet(body).parts, dialect()), html));
  }
});

describe('a plain text', () => {
  it('comes back as it was', () => {
    const bit = fc.constantFrom('Hello', ' ', '[the log]', '[them / her]', '[…]', '{{ticket.id}}', "{{ticket.title | default: 'x'}}", '$1', '\\', '}', '[x]', '[1]', '[a](b)', '\n', '{{ own.field }}', '{% if x %}');
    fc.assert(
      fc.property(fc.array(bit, { maxLength: 10 }), (bits) => {
        const source = bits.join('').replace('{{ own.field }}', '{{own.field}}');
        const [reads, writes] = [dialect(), dialect()];
        const parsed = parseSnippet(writeSnippet(readPlain(source, reads))).parts;
        assert.equal(writePlain(parsed, { ...writes, fields: reads.fields }), source.replaceAll('{{ own.field }}', '{{own.field}}'));
      }),
    );
  });
});

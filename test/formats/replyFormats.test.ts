import { strict as assert } from 'node:assert';
import { toHtml, toPlainText } from '../../server/src/formats/replyFormats.js';

const plain = (markdown: string): string => toPlainText(markdown, true);

describe('a reply as plain text', () => {
  it('has no marks of Markdown', () => {
    assert.equal(plain('# Hello\n\nThis is **bold**, *soft*, ~~gone~~ and `code`.'), 'Hello\n\nThis is bold, soft, gone and code.');
    assert.equal(plain('5 \\* 3 &amp; more'), '5 * 3 & more');
  });

  it('keeps every line break of the draft', () => {
    assert.equal(plain('Hi Ann,\n\nKind regards,\nBo\nSupport'), 'Hi Ann,\n\nKind regards,\nBo\nSupport');
  });

  it('keeps the addresses of links', () => {
    assert.equal(plain('See [the guide](https://example.org/guide).'), 'See the guide (https://example.org/guide).');
    assert.equal(plain('See <https://example.org> or https://example.com/a_b.'), 'See https://example.org or https://example.com/a_b.');
    assert.equal(plain('Write to <help@example.org> or [us](mailto:help@example.org).'), 'Write to help@example.org or us (help@example.org).');
    assert.equal(plain('![The button](b.png) it is'), 'The button it is');
  });

  it('keeps lists', () => {
    assert.equal(plain('1. Open it.\n2. Wait.\n   - a\n   - b\n3. Done.'), '1. Open it.\n2. Wait.\n   - a\n   - b\n3. Done.');
    assert.equal(plain('* one\n\n* two'), '- one\n\n- two');
    assert.equal(plain('- [ ] open\n- [x] done'), '- [ ] open\n- [x] done');
  });

  it('keeps code, quotations and tables readable', () => {
    assert.equal(plain('Run:\n\n```sh\nnpm ci *\n```'), 'Run:\n\nnpm ci *');
    assert.equal(plain('> You wrote\n> this'), '> You wrote\n> this');
    assert.equal(plain('| a | b |\n| - | - |\n| 1 | **2** |'), 'a | b\n1 | 2');
    assert.equal(plain('one<br>two <kbd>Esc</kbd>'), 'one\ntwo Esc');
  });

  it('is what it is where the draft is plain text', () => {
    assert.equal(toPlainText('5 * 3 * 2\n', false), '5 * 3 * 2');
  });
});

describe('a reply as HTML', () => {
  it('is rendered Markdown', () => {
    assert.equal(toHtml('Hi **Ann**,\nyes.', true), '<p>Hi <strong>Ann</strong>,<br>yes.</p>');
  });

  it('is plain text in paragraphs', () => {
    assert.equal(toHtml('1 < 2\nyes\n\n& so on', false), '<p>1 &lt; 2<br>yes</p>\n<p>&amp; so on</p>');
  });
});

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { compareHtml } from './html/compare.js';
import { pieces, read, view } from './view.js';

const FOLDER = new URL('../../fixtures/html/', import.meta.url);

/** Small pages on which a browser's parser and we have to agree to the word. */
const TEXTS: readonly string[] = [
  '<p>a<p>b<p>c', '<ul><li>a<li>b<ul><li>c</ul><li>d</ul>', '<p>a <b>b</b>c<br>d</p>e', '<table><tr><td>a<td>b<tr><td>c</table>', '<script>a < b; "</p>"</script>c', '<SCRIPT>a</SCRIPT><PRE>b</PRE>c',
  '<style>a</style><p>b &amp; c&eacute; &lt;d&gt;</p>', '<!-- a <p>b</p> -->c', '<p title="a > b">c</p>', "<p title='a \"b'>c</p>", '<img alt="a">b', 'a<code>b</code>c <kbd>d</kbd>', '<h1>a</h1>b<h2>c</h2>',
  '<textarea>a</textarea>b', '<p>a < b and c > d</p>', '<div>a<div>b</div>c</div>d', '<p>`a` [b](c) **d** [^e] [[f]]</p>', '<dl><dt>a<dd>b<dt>c</dl>', '<title>a</title><nav>b</nav>c', 'a <svg><text>b</text></svg> c',
  '<p\nclass="x"\n>a</p\n>b', '<a href="x">a</a>b<span>c</span>', '<?xml version="1.0"?><p>a', '<!DOCTYPE html><html><body>a</body></html>', '<p>a&nbsp;b&shy;c', '<x-card>a</x-card> b', '<select><option>a</select>b',
];

describe('HTML', () => {
  for (const name of readdirSync(FOLDER)) {
    it(`is read in ${name} as a browser reads it`, () => {
      const { differences, words } = compareHtml(readFileSync(new URL(name, FOLDER), 'utf8'));
      assert.deepEqual(differences, []);
      assert.ok(words > 100);
    });
  }
  for (const text of TEXTS) it(`is read as a browser reads ${JSON.stringify(text)}`, () => assert.deepEqual(compareHtml(text).differences, []));

  const html = (text: string): readonly string[] => view(text, { languageId: 'html' });

  it('says what its blocks are, and a paragraph in an item is the item’s', () => {
    assert.deepEqual(html('<h2>Reset</h2><ol><li><p>Open.</p><ul><li>Small</ul><li>Close.</ol><p>Done.'), ['heading2: Reset', 'item#: Open.', 'item: Small', 'item#: Close.', 'paragraph: Done.']);
    assert.deepEqual(html('<table><tr><th>Plan<td><p>Seats</table>After'), ['cell: Plan', 'cell: Seats', 'paragraph: After']);
  });

  it('has labels, quotations and slots', () => {
    assert.deepEqual(html('Click <strong>Save</strong>, then <b>OK</b>.'), ['paragraph: Click ⟨label Save⟩, then ⟨label OK⟩.']);
    assert.deepEqual(html('Press <button>Go</button> at {{ site.name }}'), ['paragraph: Press ⟨label <button>Go</button>⟩ at ⟨placeholder {{ site.name }}⟩']);
    assert.deepEqual(html('<p>He said "stop</p><p>it" now'), ['paragraph: He said "stop', 'paragraph: it" now']);
  });

  it('leaves out what a page quotes, unless it is a note', () => {
    const text = '<p>A<blockquote><p>You lied.<blockquote>b</blockquote></blockquote>c<blockquote><b>Note:</b> d</blockquote>';
    assert.deepEqual(html(text), ['paragraph: A', 'paragraph: c', 'paragraph: Note: d']);
    assert.deepEqual(pieces(text, read(text, { languageId: 'html' }).quotes), ['<blockquote><p>You lied.<blockquote>b</blockquote></blockquote>']);
  });

  it('tells of links and images, their attributes decoded', () => {
    const { links, images } = read('<a href="x?a&amp;b">here</a><img src=y alt="A &quot;b&quot;"><img alt="" role=presentation>', { languageId: 'html' });
    assert.deepEqual([links[0]?.target, images.map(({ alt, decorative }) => [alt, decorative])], ['x?a&b', [['A "b"', false], ['', true]]]);
  });
});

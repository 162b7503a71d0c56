import assert from 'node:assert/strict';
import { masked, pieces, read, view } from './view.js';

/** What is written, and the blocks read from it. */
const CASES: Readonly<Record<string, readonly (readonly [text: string, ...blocks: string[]])[]>> = {
  paragraphs: [
    [''],
    ['\n \n\t\n'],
    ['One.\nTwo.\n\nThree.', 'paragraph: One.⏎Two.', 'paragraph: Three.'],
    ['  Indented.\r\n   Next.\r\n\r\nThree.', 'paragraph: Indented.⏎   Next.', 'paragraph: Three.'],
    ['One.\rTwo.\r\rThree.', 'paragraph: One.⏎Two.', 'paragraph: Three.'],
    ['\uFEFFOne.', 'paragraph: One.'],
  ],
  headings: [
    ['# Title', 'heading1: Title'],
    ['###### Small ##', 'heading6: Small'],
    ['####### Seven', 'paragraph: ####### Seven'],
    ['#no', 'paragraph: #no'],
    ['Title\n=====\nText', 'heading1: Title', 'paragraph: Text'],
    ['Title\n---', 'heading2: Title'],
    ['## Install it {#install}', 'heading2: Install it'],
  ],
  code: [
    ['```sh\nrm -rf /\n```\nAfter.', 'paragraph: After.'],
    ['~~~\nnever closed\n\nstill'],
    ['````\n```\n````\nAfter.', 'paragraph: After.'],
    ['    indented\n\nAfter.', 'paragraph: After.'],
    ['Text\n    goes on', 'paragraph: Text⏎    goes on'],
    ['- Item\n\n      code in it\n\n  More.', 'item: Item', 'item: More.'],
    ['> [!NOTE]\n> ```\n> code\n> ```\n> Words.', 'paragraph: Words.'],
    ['{% highlight sh %}\nrun\n{% endhighlight %}\nAfter.', 'paragraph: After.'],
  ],
  lists: [
    ['- One\n- Two', 'item: One', 'item: Two'],
    ['1. One\n2) Two', 'item#: One', 'item#: Two'],
    ['* One\n  goes on\n\n  Second paragraph', 'item: One⏎  goes on', 'item: Second paragraph'],
    ['1. One\n   - Nested\n     1. Deep\n2. Two', 'item#: One', 'item: Nested', 'item#: Deep', 'item#: Two'],
    ['- [ ] Open\n- [x] Done', 'item: Open', 'item: Done'],
    ['The year was\n1986. What a year.', 'paragraph: The year was⏎1986. What a year.'],
    ['- \n\n  Outside', 'paragraph: Outside'],
    ['-\tTab', 'item: Tab'],
    ['- * *\n- Two', 'item: Two'],
    ['* * *\nText', 'paragraph: Text'],
    ['- ## Heading\n  Text', 'heading2: Heading', 'item: Text'],
  ],
  tables: [
    ['| a | b |\n|---|:-:|\n| c | d \\| e |', 'cell: a', 'cell: b', 'cell: c', 'cell: d | e'],
    ['a | b\n--|--\nc | `x|y`\n\nAfter', 'cell: a', 'cell: b', 'cell: c', 'cell: ⟨code `x|y`⟩', 'paragraph: After'],
    ['One | two\nthree | four', 'paragraph: One | two⏎three | four'],
  ],
  html: [
    ['<div class="a b">\n<p>Words &amp; more</p>\n</div>', 'paragraph: Words & more'],
    ['<!-- no\n\nwords --> yes', 'paragraph: yes'],
    ['<script>\nvar a;\n\nvar b;\n</script>\nText', 'paragraph: Text'],
    ['<ol>\n<li>One</li>\n<li>Two</li>\n</ol>', 'item#: One', 'item#: Two'],
    ['<table><tr><th>A</th><td>B</td></tr></table>', 'cell: A', 'cell: B'],
    ['<h2>Title</h2>', 'heading2: Title'],
    ['<details>\n<summary>More</summary>\n\nText **here**.\n\n</details>', 'paragraph: More', 'paragraph: Text here.'],
    ['<p>Never closed <b attr', 'paragraph: Never closed <b attr'],
    ['<hr / >\n\nText', 'paragraph: Text'],
    ['<pre>code</pre>\nText', 'paragraph: Text'],
    ['<Callout\n  title="x"\n>\n\nText\n\n</Callout>', 'paragraph: Text'],
  ],
  notes: [
    ['> Somebody else.'],
    ['> [!NOTE]\n> Mine.', 'paragraph: Mine.'],
    ['> **Note:** mine.', 'paragraph: Note: mine.'],
    ['> Warning! Mine.\nAnd this.', 'paragraph: Warning! Mine.⏎And this.'],
    ['!!! note "A title"\n    The body.\n\n    More.\n\nAfter.', 'paragraph: A title', 'paragraph: The body.', 'paragraph: More.', 'paragraph: After.'],
    ['<Tabs groupId="os">\n<TabItem value="ios" label="On an iPhone">\n\nWait *here*.\n\n</TabItem>\n</Tabs>', 'cell: On an iPhone', 'paragraph: Wait here.'],
    ['<Tabs>\n  <TabItem value="a" label="Apple" default>\n    An apple.\n  </TabItem>\n  <TabItem label="Pear">\n    A pear.\n  </TabItem>\n</Tabs>\n\nMore.', 'cell: Apple', 'paragraph: An apple.', 'cell: Pear', 'paragraph: A pear.', 'paragraph: More.'],
    ["<Card icon='x' title='Start here' />\n\nMore.", 'cell: Start here', 'paragraph: More.'],
    ['<Note label="plan" feature="sso">\n\nText.', 'paragraph: Text.'],
    ['<a title="Tip" href="x">\n\nText.', 'paragraph: Text.'],
    ['/// note | Read *this*\n    type: warning\n\nThe body.\n///', 'paragraph: Read this', 'paragraph: The body.'],
    ['/// tip\nOne.\n//// details | More\nTwo.\n////\n///', 'paragraph: One.', 'paragraph: More', 'paragraph: Two.'],
    ['/// html | div.box\nThe body.\n///', 'paragraph: The body.'],
    ['/// is how a comment starts.', 'paragraph: /// is how a comment starts.'],
    [':::tip A title\nThe body.\n:::', 'paragraph: A title', 'paragraph: The body.'],
    ['Text[^1].\n\n[^1]: The note.', 'paragraph: Text.', 'paragraph: The note.'],
  ],
  'other markup': [
    ['[a]: http://x.y "Title"\n[b]:\n  <u v>\nText', 'paragraph: Text'],
    ['[a]: not a definition', 'paragraph: [a]: not a definition'],
    ["import Tabs from '@theme/Tabs';\nexport const a = 1;\n\nText", 'paragraph: Text'],
    ['---\ntitle: x\n---\nText', 'paragraph: Text'],
    ['---\nNot front matter.\n---', 'heading2: Not front matter.'],
    ['+++\ntitle = "x"\n+++\nText', 'paragraph: Text'],
    ['***\nText\n___', 'paragraph: Text'],
    ['Term\n: What it means\n  in words.\n\n    More.\n\nOther\n\n:   Means this.', 'paragraph: Term', 'paragraph: What it means⏎  in words.', 'paragraph: More.', 'paragraph: Other', 'paragraph: Means this.'],
    ['*[KB]: knowledge base\n*[ID]: number\n\nText', 'paragraph: Text'],
    ['$$\na = b\n$$\nText', 'paragraph: Text'],
    ['[Buy](x){ .md-button } ![a](b){ width="300" } now{:target="_blank"}', 'paragraph: Buy ⟨image ![a](b)⟩ now'],
    ['{{< note >}}\nText ![[a.png]]\n{{% /note %}}', 'paragraph: Text ⟨image ![[a.png]]⟩'],
    ['{::comment}\nNo.\n{:/comment}\nText', 'paragraph: Text'],
    ['{/* a\n\nb */}\nText', 'paragraph: Text'],
    ["import {\n  a,\n} from 'b';\n\nText", 'paragraph: Text'],
    ["import it, then wait.\n\nIt comes from 'b'.", 'paragraph: import it, then wait.', "paragraph: It comes from ⟨quote 'b'⟩."],
    ["import a from 'b';\nopen({\n\nText", 'paragraph: open({', 'paragraph: Text'],
    [`export const path = { a: "C:${'\\abc'.repeat(40)} }\n\nText`, 'paragraph: Text'],
  ],
};

describe('Blocks of Markdown', () => {
  for (const [group, cases] of Object.entries(CASES)) {
    describe(group, () => {
      for (const [text, ...wanted] of cases) it(JSON.stringify(text), () => assert.deepEqual(view(text), wanted));
    });
  }
});

describe('Prose', () => {
  it('keeps the offsets of the source', () => {
    const text = '# A *b*\r\n\r\n> q\r\n\r\n1. `c` 😀 dé\r\n';
    const words = masked(read(text));
    assert.equal(words.length, text.length);
    assert.deepEqual(words.match(/\S+/g), ['A', 'b', '😀', 'dé']);
    for (const word of ['A', 'b*', '😀', 'dé']) assert.equal(words.indexOf(word.charAt(0)), text.indexOf(word));
  });

  it('gives scalar front matter fields with keys in lower case', () => {
    const text = '---\nTitle: "A: b" # c\nkind: article\ntags: [a]\nlist:\n  - b\nempty:\n---\n';
    assert.deepEqual([...read(text).frontMatter], [['title', 'A: b'], ['kind', 'article']]);
  });

  it('gives quotes from their first mark to their last line', () => {
    const text = 'A\n\n> b\n> c\nlazy\n\n- d\n  > e\n';
    assert.deepEqual(pieces(text, read(text).quotes), ['> b\n> c\nlazy', '> e']);
  });

  it('gives links with what the reader sees of them', () => {
    const text = '[a *b*](http://c "d") [e][F] <http://g> https://h.i/j_k_l. <a href="m">n</a>\n\n[f]: /o';
    const links = read(text).links.map(({ label, target, ...whole }) => [...pieces(text, [label, whole]), target]);
    assert.deepEqual(links, [
      ['a *b*', '[a *b*](http://c "d")', 'http://c'],
      ['e', '[e][F]', '/o'],
      ['http://g', '<http://g>', 'http://g'],
      ['https://h.i/j_k_l', 'https://h.i/j_k_l', 'https://h.i/j_k_l'],
      ['n', '<a href="m">n</a>', 'm'],
    ]);
  });

  it('gives images, with or without alternative text', () => {
    const text = '![a b](c.png) ![](d.png) <img src="e.png"> <img src=f.png alt=""  aria-hidden="true"> [![](g)](h) ![i][j]\n\n[j]: k';
    const images = read(text).images.map(({ alt, target, decorative }) => [alt, target, decorative]);
    assert.deepEqual(images, [['a b', 'c.png', false], ['', 'd.png', false], [undefined, 'e.png', false], ['', 'f.png', true], ['', 'g', false], ['i', 'k', false]]);
  });

  it('gives comments', () => {
    const text = 'A <!-- b --> c\n\n<!-- d\n\ne -->\n';
    assert.deepEqual(pieces(text, read(text).comments), ['<!-- b -->', '<!-- d\n\ne -->']);
  });
});

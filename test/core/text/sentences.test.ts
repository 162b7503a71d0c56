import assert from 'node:assert/strict';
import { sentencesOf } from '../../../server/src/core/text/sentences.js';
import { pieces, read } from './view.js';

/** Sentences that must be found when they are written one after the other. */
const CASES: readonly (readonly string[])[] = [
  ['One.', 'Two!', 'Three?'],
  ['Use e.g. Firefox, Chrome or Edge.', 'Then restart.'],
  ['Mr. Osei will call you at 10 a.m. on Thursday.', 'He is in the U.S. office.'],
  ['Call before 5 p.m. today.', 'We close at 6 p.m.', 'Then we go.'],
  ['The versions affected are 1.2, 1.3.4, 2.0 and v3.0.', 'Update them.'],
  ['What?!', 'Really...', 'Yes.'],
  ['Well... it works.', 'Mostly…', 'Try it.'],
  ['Ask Dr. J. R. Smith, i.e. the owner.', 'She knows.'],
  ['He said (it works.) and left.', 'Fine.'],
  ['(It works.)', '[Really!]', 'Yes.'],
  ['You wrote "It broke."', 'We fixed it.'],
  ['You wrote "it broke." and left.'],
  ['No. 5 is ready.', 'Is that all?', 'No.', 'There is more.'],
  ['It is on its way 🎉', 'It arrives on Friday 😊', 'Let me know 👍🏽'],
  ['Thanks!', '😊 Tap ⚙️ Settings, then 📁 Files.'],
  ['Open Node.js, then .NET and example.com.', 'Done.'],
  ['Please ask R. Adler at the desk.'],
  ['Ask for R. Adler.', 'She knows.'],
  ['It goes into slot C.', 'Ana has it.'],
  ['They call it R.', 'The name is old.'],
  ['Choose option B.', 'Then save.'],
  ['i tried that.', 'it works.'],
  ['It is about `a.b`.', '`c` too.'],
  ['Ask Yahoo! support for help.', 'They know.'],
  ['**Done.**', '*Next!*', 'End'],
  ['Bring tools, cables, etc. to the desk.', 'Thanks.'],
  ['Bring tools, cables, etc.', 'We have the rest.'],
  ['😀 Fine.', '👍 Good.'],
];

function sentences(text: string, kind: 'reply' | 'article' = 'article'): readonly string[] {
  return read(text, { kind }).blocks.flatMap((block) => pieces(text, sentencesOf(text, block, { lines: kind === 'reply' })));
}

describe('Sentences', () => {
  for (const wanted of CASES) {
    const text = wanted.join(' ');
    it(text, () => assert.deepEqual(sentences(text), wanted.map((sentence) => sentence.replace(/\*/g, ''))));
  }

  it('end with their last word, though what is bold goes on', () => assert.deepEqual(sentences('Click <b>Save </b>'), ['Click <b>Save']));
  it('run across line breaks', () => assert.deepEqual(sentences('It\nworks. It\r\ndoes.'), ['It\nworks.', 'It\r\ndoes.']));
  it('end at a hard break before a capital', () => assert.deepEqual(sentences('First line  \nSecond line\\\nThird line  \nfourth'), ['First line', 'Second line', 'Third line  \nfourth']));
  it('end with every line of a reply that breaks one of them early, however long', () => {
    const long = 'your parcel has been waiting at the depot in Leeds since Tuesday morning';
    assert.deepEqual(sentences(`found it\n${long}\nI can have it out today, or\ntomorrow if you like`, 'reply'), ['found it', long, 'I can have it out today, or', 'tomorrow if you like']);
    assert.deepEqual(sentences(`found it\n${long},\nsays the driver`, 'reply'), ['found it', `${long},\nsays the driver`]);
    assert.deepEqual(sentences(`${long}, which\n${long}\nand so on`, 'reply'), [`${long}, which\n${long}\nand so on`]);
  });
  it('… in the same column however lines end', () => {
    for (let width = 30; width < 60; width++) {
      const found = ['\n', '\r\n', '\r'].map((end) => sentences(`${'word '.repeat(width).slice(0, width - 1)}n${end}goes on here and there${end}and ends`, 'reply').map((sentence) => sentence.split(/\r\n?|\n/)));
      assert.deepEqual(found[1], found[0], `${width} characters`);
      assert.deepEqual(found[2], found[0], `${width} characters`);
    }
  });
  it('end where a list goes on by hand', () => assert.deepEqual(sentences('Do this\n2. that'), ['Do this', '2. that']));
  it('keep the number that was typed before them', () => assert.deepEqual(sentences('1. Open it. 2. Close it.'), ['Open it.', '2. Close it.']));
  it('start at something opaque', () => assert.deepEqual(sentences('Yes. `run` it.'), ['Yes.', '`run` it.']));
  it('do not start with white space', () => assert.deepEqual(sentences('One.\u00a0 Two.&nbsp;Three.'), ['One.', 'Two.', 'Three.']));

  it('are found in a text of line breaks as fast as in any other', () => {
    const [short, long] = [1000, 4000].map((length) => {
      const text = `Open it.${'\\\n'.repeat(length)}`;
      const { blocks } = read(text);
      return looksAt(() => blocks.flatMap((block) => sentencesOf(text, block)));
    });
    assert.ok(short && long && long / short < 5, `${short} looks for 1,000 line breaks, ${long} for 4,000`);
  });

  it('are cut at a blank where nobody could still read them', () => {
    const text = 'word '.repeat(5000).trim();
    const found = sentences(text);
    assert.ok(found.length > 1 && found.every((sentence) => sentence.length <= 4000));
    assert.equal(found.join(' '), text);
    assert.equal(sentences('x'.repeat(9000)).join(''), 'x'.repeat(9000));
  });
});

/** How many characters some work looks at one by one. */
function looksAt(work: () => void): number {
  const { charCodeAt } = String.prototype;
  let looks = 0;
  String.prototype.charCodeAt = function (at) {
    looks++;
    return charCodeAt.call(this, at);
  };
  try {
    work();
  } finally {
    String.prototype.charCodeAt = charCodeAt;
  }
  return looks;
}

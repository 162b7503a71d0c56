import assert from 'node:assert/strict';
import stringWidth from 'fast-string-width';
import { excerpt } from '../../server/src/cli/report/excerpt.js';
import { sentenceRange } from '../../server/src/core/sentenceRange.js';
import { beginningOf, endOf, onOneLine, widthOf, wrap } from '../../server/src/cli/report/plain.js';
import { engine as realEngine } from '../../server/src/core/engine.js';
import { phraseEngine, replaceBy } from './phraseEngine.js';
import { blame, run } from './run.js';

const range = (text: string, phrase: string) => ({ start: text.indexOf(phrase), end: text.indexOf(phrase) + phrase.length });
const sentence = (text: string, phrase: string): string => {
  const { start, end } = sentenceRange(text, range(text, phrase));
  return text.slice(start, end);
};
const shown = (text: string, phrase: string, width: number): string => {
  const { before, phrase: marked, after } = excerpt(text, range(text, phrase), width);
  return `${before}[${marked}]${after}`;
};

describe('the width of a text', () => {
  it('is what the library says, of signs that are not measured, too', () => {
    const signs = Array.from({ length: 0x2100 }, (_, code) => String.fromCharCode(code));
    assert.deepEqual(signs.filter((sign) => widthOf(sign) !== stringWidth(sign)), []);
  });

  it('cuts beginnings and ends where it cuts those of other signs', () => {
    for (const word of ['plain “words”', 'plain 日本語 words', '👩‍👩‍👧 family']) {
      for (let width = -1; width < 16; width++) {
        assert.equal(beginningOf(word, width), beginningOf(`${word}\u0301`, width).replace('\u0301', ''), word);
        assert.ok(word.endsWith(endOf(word, width)) && widthOf(endOf(word, width)) <= Math.max(0, width));
      }
    }
  });
});

describe('the report for people', () => {
  const engine = phraseEngine([
    { ...blame, fixes: replaceBy('next time you can') },
    { phrase: 'soon', rule: 'vague-timeframe', severity: 'info', message: '“soon” is no time.', fixes: (_text, { end }) => [{ title: 'Say when', kind: 'suggestion', snippet: true, edits: [{ start: end, end, text: '\n\nYou will hear from me by ${1:Friday}.' }] }] },
  ]);
  const files = { '/desk/b.reply': 'Hi 👋\n\nWell, you should have 日本 asked. More soon', '/desk/a.reply': 'Fine.' };

  it('marks the phrase in its sentence, gives the reason, and the next words', async () => {
    const { out } = await run('lint', { files, engine });
    assert.equal(out, `b.reply  reply

  3:7  warning  blame-language/should-have
  │ Well, you should have 日本 asked.
  │       ^^^^^^^^^^^^^^^
    “you should have” tells the customer what they did wrong.
    try: Well, next time you can 日本 asked.

  3:38  info  vague-timeframe
  │ More soon
  │      ^^^^
    “soon” is no time.
    add: You will hear from me by ‹Friday›.

2 findings in 1 of 2 files: 1 warning, 1 info. --fix mends 1 of them.
`);
  });

  it('writes out all ways where findings are few, calls some by their titles where they are many, and leaves out those that only editors have', async () => {
    const ways = (count: number) => phraseEngine([{ ...blame, fixes: (text, at) => [
      { title: 'Say', kind: 'suggestion', snippet: true, edits: [{ ...at, text: `\${1:${text.slice(at.start, at.end)}}` }] },
      ...Array.from({ length: count }, (_, i) => ({ title: `Way ${i}`, kind: 'suggestion' as const, edits: [{ ...at, text: `way ${i}` }] })),
    ] }]);
    const tries = async (count: number, findings = 1) => (await run('lint', { files: { '/desk/a.reply': 'you should have. '.repeat(findings - 1) + 'you should have' }, engine: ways(count) })).out.split('\n').filter((line) => /(?:try|or):/.test(line)).map((line) => line.trim());
    assert.deepEqual(await tries(0), []);
    assert.deepEqual(await tries(2), ['try: way 0', 'try: way 1']);
    assert.deepEqual(await tries(4), ['try: way 0', 'try: way 1', 'try: way 2', 'try: way 3']);
    assert.deepEqual((await tries(4, 6)).slice(0, 3), ['try: way 0.', 'try: way 1.', 'or:  Way 2; Way 3']);
  });

  it('shows of a flood what tells the most, and how many there are besides; counts and other formats have them all', async () => {
    const text = `${'you should have. '.repeat(1200)}Soon, soon.`;
    const flood = { files: { '/desk/a.reply': text, '/desk/b.reply': 'you should have' }, engine };
    const { out, code } = await run('lint', flood);
    assert.equal(code, 1);
    assert.equal(out.match(/^ {2}\d+:\d+ /gm)?.length, 50 + 1);
    assert.match(out, /vague-timeframe\n[^]*and 1,151 more findings in this text, which deskside report shows\n\nb\.reply/);
    assert.match(out, /^1,202 findings in 2 of 2 files: 1,201 warnings, 1 info\. --fix mends 1,201 of them\.$/m);
    assert.equal(JSON.parse((await run('lint --format json', flood)).out).summary.findings, 1202);
  });

  it('shows which sentence a fix takes out', async () => {
    const note = { '/desk/a.reply': 'Hi Sam,\n\nTODO: add the date. I will write to you by Friday.\n\nIt is fixed now. TODO: call Dana\n' };
    const { out } = await run('lint', { files: note, engine: realEngine });
    assert.deepEqual(out.split('\n').map((line) => line.trim()).filter((line) => line.startsWith('cut:')), ['cut: TODO: add the date.', 'cut: TODO: call Dana']);
  });

  it('has colours on a terminal alone, and none where they are not wanted', async () => {
    const escape = '\u001b[';
    const terminal = { files, engine, isTTY: true, columns: 80 };
    assert.ok((await run('lint', terminal)).out.includes(escape));
    assert.ok(!(await run('lint', { files, engine })).out.includes(escape));
    assert.ok(!(await run('lint', { ...terminal, env: { NO_COLOR: '1' } })).out.includes(escape));
    assert.ok(!(await run('lint', { ...terminal, env: { TERM: 'dumb' } })).out.includes(escape));
  });

  it('keeps within the width of the terminal', async () => {
    const long = { '/desk/a.reply': `👩‍👩‍👧 日本語の文 ${'very '.repeat(40)}you should have ${'日本語'.repeat(60)}. ${'soon'.repeat(50)}` };
    for (const columns of [50, 60, 80]) {
      const { out } = await run('lint', { files: long, engine, isTTY: true, columns, env: { NO_COLOR: '1' } });
      assert.deepEqual(out.split('\n').filter((line) => widthOf(line) > columns && !line.includes('findings')), []);
    }
  });

  it('lets no text move the cursor', async () => {
    const { out } = await run('lint', { files: { '/desk/a.reply': 'A\u001b[2J\u202e you should have\u0007\tcome.' }, engine });
    assert.match(out, /│ A�\[2J� you should have� come\./);
  });

  it('is glad when there is nothing to say', async () => {
    const { out } = await run('lint', { files: { '/desk/a.reply': 'Fine.' } });
    assert.equal(out, '1 file read, and nothing to mend.\n');
  });
});

describe('an excerpt', () => {
  it('is the sentence, without markup and without its neighbours', () => {
    assert.equal(sentence('First. Then you stop! Last.', 'you'), 'Then you stop!');
    assert.equal(sentence('Hello\n\n- **One** you\n- two', 'you'), '**One** you');
    assert.equal(sentence('1. One you\n2. two', 'you'), 'One you');
    assert.equal(sentence('---\nkind: reply\n---\nHi you,\r\n\r\nnext', 'you'), 'Hi you,');
    assert.equal(sentence('---\r\ntitle: a\r\nkb: hw-to\r\n---\r\nHi you,', 'hw-to'), 'kb: hw-to');
    assert.equal(sentence('<ul>\n<li>First, wait</li>\n<li class="b">then see me</li>\n</ul>', 'see'), 'then see me');
    assert.equal(sentence('It runs\nover you\nlines. Next', 'you'), 'It runs\nover you\nlines.');
    assert.equal(sentence('He said “stop.” Then you.', 'you'), 'Then you.');
    assert.equal(sentence('| What | How |\n| --- | --- |\n| a lamp | you see |\n| a key | none |', 'you'), 'a lamp | you see |');
    assert.equal(sentence('| What | you |\n| --- | --- |', 'you'), 'What | you |');
    assert.equal(sentence(':::tip Good to know\r\nFirst you look', 'you'), 'First you look');
    assert.equal(sentence('!!! note "A word"\n    First you look', 'you'), 'First you look');
    assert.equal(sentence('Wow!!! Then you.', 'you'), 'Then you.');
    assert.equal(sentence('Whole sentence. Next one.', 'Whole sentence.'), 'Whole sentence.');
  });

  it('loses the words furthest from the phrase first', () => {
    const text = 'alpha beta gamma delta you epsilon zeta eta theta';
    assert.equal(shown(text, 'you', 80), 'alpha beta gamma delta [you] epsilon zeta eta theta');
    assert.equal(shown(text, 'you', 30), '… delta [you] epsilon …');
    assert.equal(shown('you one two three', 'you', 13), '[you] one two …');
    assert.equal(shown('zero you', 'zero you', 80), '[zero you]');
    assert.equal(shown('a very long phrase that goes on and on until it ends', 'a very long phrase that goes on and on until it ends', 30), '[a very long … until it ends]');
  });

  it('is one line of harmless characters', () => {
    assert.equal(onOneLine('a\r\n\tb\u00a0c\u001b\u200bd'), 'a b c�\u200bd');
    assert.deepEqual(wrap('one two three', 7), ['one two', 'three']);
    assert.deepEqual(wrap('abcdefghij kl', 4), ['abcd', 'efgh', 'ij', 'kl']);
    assert.deepEqual(wrap('', 4), []);
  });
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { finish } from '../../../server/src/core/steps.js';
import { cleanReply } from '../../../server/src/core/text/clean.js';
import { readFrontMatter } from '../../../server/src/core/text/frontMatter.js';
import { quotedBlocks, quotesOwnReply } from '../../../server/src/core/text/quotedMessage.js';
import { readingThread } from '../../../server/src/core/text/reply/thread.js';
import { read } from './view.js';

/** Drafts as they are pasted from mail programs and help desks, and from chats and messengers. Of each line: whether it is the writer's own, somebody else's, or below their name (`end`). */
const drafts = ['pasted.txt', 'talks.txt'].flatMap((file) => readFileSync(new URL(file, import.meta.url), 'utf8').split(/^# /m).slice(1).map((draft) => {
  const [title = '', ...lines] = draft.trimEnd().split('\n');
  return { title, lines: lines.map((line) => ({ whose: line.slice(0, 3), words: line.slice(5) })) };
}));

/** A line, with whose it is taken for. */
function readLines(text: string, languageId: string): readonly string[] {
  const { blocks } = read(text, { kind: 'reply', languageId });
  let start = 0;
  return text.split('\n').map((words) => {
    const line = { start, end: start + words.length };
    start = line.end + 1;
    const on = blocks.filter((block) => block.spans.some((span) => span.start < line.end && span.end > line.start));
    return on.some(({ kind }) => kind !== 'signoff') ? 'own' : on.length > 0 ? 'end' : 'not';
  });
}

describe('Whose words a pasted draft has', () => {
  for (const { title, lines } of drafts) {
    const text = lines.map(({ words }) => words).join('\n');
    for (const languageId of ['markdown', 'plaintext']) {
      it(`${title} (${languageId})`, () => {
        const taken = readLines(text, languageId);
        const wrong = lines.flatMap(({ whose, words }, i) => (!/\p{L}/u.test(words) || taken[i] === whose ? [] : [`${taken[i] ?? ''}: ${words}`]));
        assert.deepEqual(wrong, []);
      });
    }
  }

  it('takes for the message what the customer has said since the desk spoke last', () => {
    const talk = 'Raj: can you refund me?\nDee: Hi Raj, which order?\nRaj: 4711, see below\nis the part in stock?\n\nHi Raj,\n\nThe money is on its way.\n\nDee\n';
    const prose = read(talk, { kind: 'reply' });
    assert.deepEqual([...quotedBlocks(prose)].flatMap(({ spans }) => spans.map(({ start, end }) => talk.slice(start, end))), ['4711, see below', 'is the part in stock?']);
    assert.ok(quotesOwnReply(prose));
  });

  it('reads a talk behind marks turn by turn, too, however many they are', () => {
    for (const languageId of ['markdown', 'plaintext']) for (const mark of ['>', '> >', '>>']) {
      const talk = ['Raj: can you refund me?', 'Dee: Hi Raj, which order?', 'Raj: 4711, see below', 'is the part in stock?'].map((line) => `${mark} ${line}\n`).join('') + '\nHi Raj,\n\nThe money is on its way.\n';
      const prose = read(talk, { kind: 'reply', languageId });
      assert.deepEqual([...quotedBlocks(prose)].flatMap(({ spans }) => spans.map(({ start, end }) => talk.slice(start, end))), ['4711, see below', 'is the part in stock?'], mark);
      assert.ok(quotesOwnReply(prose));
      assert.equal(cleanReply({ text: talk, languageId }).text, 'Hi Raj,\n\nThe money is on its way.');
    }
  });

  it('takes no label for the name of a customer', () => {
    const named = (text: string): readonly string[] => read(text, { kind: 'reply' }).quotes.flatMap(({ names = [] }) => names);
    const letter = '\n\nHi Sam,\n\nIt comes today.\n\nMia\n';
    assert.deepEqual(named(`Laptop: I need it by Friday.\nMonitor: can you take it back?${letter}`), []);
    assert.deepEqual(named(`> Laptop: I need it by Friday.\n> Monitor: can you take it back?${letter}`), []);
    assert.deepEqual(named(`Hi Sam,\n\nThank you!\n\nSeat: I have moved it.\nMeal: you get the vegan one.\n\nMia\n`), []);
    assert.deepEqual(named(`Sam: I need it by Friday.\nMia: can you take it back?${letter}`), ['Sam']);
    assert.deepEqual(named(`> Sam: I need it by Friday.\n> Mia: which one?${letter}`), ['Sam']);
  });

  it('keeps what stands right below a line for the letter, however lines end', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const letter = ['Hi Sam,', '', 'It is on its way.', '', 'Thanks,', 'Tom: You failed to read the manual. I saw it.', 'Ann: Can you see it?'].join(end);
      assert.deepEqual(read(letter, { kind: 'reply' }).quotes, []);
    }
    const talk = ['Hi Sam,', '', 'It is on its way.', '', 'Thanks,', 'Tom', '  ', 'Sam: Where is it?', 'Tom: Which one?'].join('\r\n');
    assert.equal(read(talk, { kind: 'reply' }).quotes.length, 1);
  });

  it('knows machines by what they are called, not by how a name ends', () => {
    const last = (name: string): readonly string[] => {
      const talk = `Raj: can I move it?\n${name}: Which one?\n`;
      return read(talk, { kind: 'reply' }).blocks.map(({ start, end }) => talk.slice(start, end));
    };
    assert.deepEqual(['Talbot', 'Abbot', 'Dee Cabot'].map(last), [['Which one?'], ['Which one?'], ['Which one?']]);
    assert.deepEqual(['Bot', 'Chatbot', 'HelpBot', 'Acme Bot'].map((name) => last(name).includes('Which one?')), [false, false, false, false]);
  });

  it('has the name of the next turn before its words', () => assert.deepEqual(read('Raj: my parcel came open, you should have packed it\nDee:', { kind: 'reply' }).blocks, []));

  it('doubts no words of a reply below a quotation that is marked', () => {
    for (const quoted of ['> Where is it?\n>\n> Pat', 'On 3 May 2024, Pat Lee <p@x.co> wrote:\n> Where is it?', '[quote]Where is it?[/quote]']) {
      const { doubtful, blocks } = read(`${quoted}\n\nHi Pat,\n\nIt is here.\n\nAna\n`, { kind: 'reply' });
      assert.deepEqual([doubtful, blocks[0]?.kind], [undefined, 'greeting'], quoted);
    }
    assert.ok(read('Hello,\n\nWhere is it?\n\nHi Pat,\n\nIt is here.\n', { kind: 'reply' }).doubtful, 'who wrote the first letter, nobody signed');
  });

  it('reads what is quoted three deep and answered there, but no earlier mail below a message', () => {
    const asked = (text: string): readonly string[] => [...quotedBlocks(read(text, { kind: 'reply' }))].flatMap(({ spans }) => spans.map(({ start, end }) => text.slice(start, end)));
    assert.deepEqual(asked('>>> Can I move it?\nYes.\n\n> > > Is it free?\nYes.'), ['Can I move it?', 'Is it free?']);
    assert.deepEqual(asked('> Is it free?\n>> Which one?\n\nYes.'), ['Is it free?']);
  });

  it('takes no time of a mail for its words', () => {
    const mail = 'Rosa Field <rosa@example.com>\nTo: support@example.com\nMon, Nov 23, 10:32 AM\n\nIs the hall free?\n\nHi Rosa,\n\nIt is.\n\nAna\n';
    assert.deepEqual([...quotedBlocks(read(mail, { kind: 'reply' }))].flatMap(({ spans }) => spans.map(({ start, end }) => mail.slice(start, end))), ['Is the hall free?']);
  });

  it('is told by the reply alone, not by what the thread holds', () => {
    const reply = 'Hi Sam,\n\nThe seat is yours again.\n\nAna\n';
    const thread = '\nFrom: Sam <s@x.co>\nSent: Monday\nTo: Us\n\nHi,\n\nit is gone.\n\n---\n\nHi Ana,\n\nstill gone.\n';
    const { start, end } = finish(readingThread(reply + thread, readFrontMatter(reply).end));
    assert.deepEqual([start, end], [0, reply.length + 1]);
  });
});

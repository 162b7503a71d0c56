import assert from 'node:assert/strict';
import { readLabelledReplies } from '../../../scripts/generate/labelledReplies.js';

const WRITTEN = `# one email
-\t> Where is my card?

greet\tHi Sam,

acknowledge\tSo it never came.
instruct\t- Open Cards.
instruct\t- Choose “New card”.
commit\tIt goes out today.

sign-off\tThanks,\\nAna

# two chat
confirm\tDone!

# three chat
acknowledge\tyikes
ask\twhich one is it?
invite\tI'm here till six
sign-off\tbye
`;

describe('Labelled replies', () => {
  const [one, two, three, ...more] = readLabelledReplies(WRITTEN, 'some.txt');

  it('are put together again', () => {
    assert.equal(one?.text, '> Where is my card?\n\nHi Sam,\n\nSo it never came.\n- Open Cards.\n- Choose “New card”.\n\nIt goes out today.\n\nThanks,\nAna');
    assert.deepEqual({ id: two?.id, text: two?.text, more }, { id: 'two', text: 'Done!', more: [] });
  });

  it('have a line for each sentence that ends without a full stop', () => assert.equal(three?.text, "yikes\nwhich one is it? I'm here till six\nbye"));

  it('carry their labels in the order of the text', () => {
    assert.deepEqual(one?.moves.map(({ move }) => move), ['greet', 'acknowledge', 'instruct', 'instruct', 'commit', 'sign-off']);
    assert.equal(one.moves[2]?.sentence, 'Open Cards.');
  });

  const mistakes = [
    ['# one email\nexplain\tFine.\nexplian\tNot a move.', /^some\.txt:3: .*“explian\tNot a move\.” is not\. The moves are greet/],
    ['# one email\nexplain Fine.', /^some\.txt:2: a line is a move, a tab and a sentence/],
    ['explain\tFine.', /^some\.txt:1: a reply begins with a line/],
    ['# one email\nexplain\tFine.\n\n# two email\nexplain\tFine.\n\noops', /^some\.txt:7: /],
  ] as const;
  for (const [written, message] of mistakes) it(`say where they are wrong: ${message.source}`, () => assert.throws(() => readLabelledReplies(written, 'some.txt'), { message }));
});

import assert from 'node:assert/strict';
import { find } from './find.js';

/** A phrase, a text, and what it must match there. */
const CASES: readonly (readonly [phrase: string, text: string, ...found: string[]])[] = [
  ['you should have', 'So YOU should HAVE known.', 'YOU should HAVE'],
  ['you should have', "You should've known.", "You should've"],
  ['you have', 'Yous have it, u have, ya’ve, y’all have.', 'Yous have', 'u have', 'ya’ve', 'y’all have'],
  ['did not', 'You didn’t, he didnt, she did not.', 'didn’t', 'didnt', 'did not'],
  ['can not', "I cannot, can't, cant and can not.", 'cannot', "can't", 'cant', 'can not'],
  ['will not', "It won't start, it wont start.", "won't", 'wont'],
  ['it is', "It's broken and it is late.", "It's", 'it is'],
  ["it's", 'It is broken.', 'It is'],
  ['let us', "Let's walk.", "Let's"],
  ['apologise', 'We apologize.', 'apologize'],
  ['colour', 'The color is off.', 'color'],
  ['forget~', 'You forgot, have forgotten, keep forgetting.', 'forgot', 'forgotten', 'forgetting'],
  ['forget~past', 'You forgot and have forgotten.', 'forgot'],
  ['forget~ed', 'You forgot and have forgotten.', 'forgotten'],
  ['(fix|put right)~past', 'We fixed this and put right that.', 'fixed', 'put right'],
  ['a (bug|limit)~', 'A bug, a known limit, a limits.', 'A bug', 'a limits'],
  ['you be~ late', 'You are late, you were late, you’re late.', 'You are late', 'you were late', 'you’re late'],
  ['ticket~', 'One ticket, two tickets.', 'ticket', 'tickets'],
  ['you forget~past', 'You obviously forgot.', 'You obviously forgot'],
  ['you + forget~past', 'You obviously forgot.'],
  ['you can do it', 'You can not do it.'],
  ['(a|the) file', 'Open the file or a file.', 'the file', 'a file'],
  ['not? have', 'I have, I have not have.', 'have', 'have', 'not have'],
  ['close .. ticket', 'I close this old ticket now.', 'close this old ticket'],
  ['close .. ticket', 'I close the door, and your ticket stays.'],
  ['close ..5 ticket', 'I close that one very old forgotten ticket.', 'close that one very old forgotten ticket'],
  ['you !(should|must) <verb>', 'You should go, you go.', 'you go'],
  ['^ you', 'You see what you see.', 'You'],
  ['you $', 'You see you.', 'you'],
  ['no , you', 'No, you are wrong.', 'No, you'],
  ['no ,? you', 'No you are wrong.', 'No you'],
  ['<clause> you', 'If you ask, you get.', 'you'],
  ['simple', 'The Simple plan is simple.', 'simple'],
  ['IT', 'It is the IT desk.', 'IT'],
  ['simple', 'THE SIMPLE PLAN IS DEAD.', 'SIMPLE'],
  ['it', 'Ask the IT team.'],
  ['HAR', 'Send the HAR file, har har.', 'HAR'],
  ['<name>', 'I asked Dana about it.', 'Dana'],
  ['<number> <word>', 'It takes 3 days or three days.', '3 days', 'three days'],
  ['(3PL|2nd|2fa)', 'The 3PL has it, the 2nd, the 3RD and the 2FA, 2fa.', '3PL', '2nd', '2fa'],
  ['<number> (line|floor)', 'The 2nd line, the 3rd floor.', '2nd line', '3rd floor'],
  ['by <day>', 'By Monday or by noon.', 'By Monday', 'by noon'],
  ['run <opaque>', 'Run `npm i` now.', 'Run `npm i`'],
  ['see <opaque>', 'See https://example.com/a.', 'See https://example.com/a'],
  ['<url>', 'Run `npm i`, see https://example.com/a.', 'https://example.com/a'],
  ['run now', 'Run `npm i` now.'],
  ['you have', 'Keep it **you** *have* it.', 'you** *have'],
  ['(CI/CD|build) pipeline~', 'The CI/CD pipeline and the build pipelines.', 'CI/CD pipeline', 'build pipelines'],
  ['(A/B test~|e.g)', 'Our A/B test runs, e.g. now.', 'A/B test', 'e.g'],
  ['just', 'A just-in-time page.'],
];

describe('Phrases', () => {
  for (const [phrase, text, ...found] of CASES) {
    it(`“${phrase}” in “${text}”`, () => assert.deepEqual(find(phrase, text), found));
  }

  it('match the entries of word lists, and lists within lists', () => {
    const words = { fix: ['mend~', 'put right'], party: ['our @team'], team: ['staff', 'support desk'] };
    assert.deepEqual(find('@fix (it|them)', 'We mended it and put right them.', words), ['mended it', 'put right them']);
    assert.deepEqual(find('@party', 'Our support desk knows.', words), ['Our support desk']);
  });

  it('match the entries of word lists in a form', () => {
    const words = { hand: ['send', 'pass on', '@tell'], tell: ['tell', 'give'] };
    assert.deepEqual(find('@hand~ing (it|us)', 'Mind sending it, passing on it, telling us? Tell us!', words), ['sending it', 'passing on it', 'telling us']);
    assert.deepEqual(find('@hand us', 'Telling us, tell us.', words), ['tell us']);
  });

  it('give offsets after emoji and other astral characters', () => {
    assert.deepEqual(find('you forget~past', '🙈🙈 Sorry 👩‍💻 — you forgot it 🙈.'), ['you forgot']);
  });
});

import assert from 'node:assert/strict';
import { createLinter, type Move } from '../../../server/src/core/index.js';
import { MoveModel, packModel } from '../../../server/src/core/anatomy/moveModel.js';

describe('The model of moves', () => {
  const weights = new Map([['sorry', [2, -1]], ['will', [-1, 1.5]]]);
  const packed = packModel(['apologise', 'commit'], weights);

  it('adds up what the features speak for', () => {
    const model = new MoveModel(packed);
    assert.equal(model.moveOf(['sorry']), 'apologise');
    assert.equal(model.moveOf(['will', 'never seen']), 'commit');
    assert.equal(model.moveOf(['sorry', 'will']), 'apologise');
  });

  it('knows features by few signs, and nothing of the others', () => {
    assert.equal(packed.weights.length, 4);
    assert.match(packed.features, /^[A-Za-z0-9+/]{1,12}$/);
    assert.equal(new MoveModel(packed).moveOf(['the']), new MoveModel(packed).moveOf([]));
  });

  const linter = createLinter();
  const cases: readonly (readonly [Move, string])[] = [
    ['commit', "I'll refund the second payment by five today."],
    ['ask', 'Which version of the app do you see under Help?'],
    ['instruct', 'Please restart the router and wait for the green light.'],
    ['hand-over', 'Ana from Billing has your case now.'],
    ['apologise', "I'm sorry that the parcel came to the wrong door."],
    ['thank', 'Thanks for sending the screenshot.'],
    ['confirm', "I've reset your password."],
    ['explain', 'The card was blocked because the bank saw two payments at once.'],
    ['invite', 'If it happens again, just reply to this message.'],
  ];
  for (const [move, text] of cases) {
    it(`${move}: ${text}`, () => assert.equal(linter.anatomy({ text: `Hi Sam,\n\n${text}\n\nKind regards\nAna` })?.sentences[1]?.move, move));
  }
});

import assert from 'node:assert/strict';
import { sentencesIn } from './find.js';

/** A sentence, and its clauses as `mood subject (governor)`. */
const CASES: readonly (readonly [text: string, ...clauses: string[]])[] = [
  ['You forgot the file.', 'statement you'],
  ['If you forgot the file, send it again.', 'condition you', 'command none'],
  ['Send it again if you forgot the file.', 'command none', 'condition you'],
  ['Did you forget the file?', 'question you'],
  ['Please check the cable.', 'command none'],
  ['Do not close the window.', 'command none'],
  ["I'm sorry you didn't get the mail.", 'statement i', 'statement you (sorry)'],
  ['I see that you have been ignoring it.', 'statement i', 'statement you (see)'],
  ['You wrote that we never answered.', 'statement you', 'report we (write)'],
  ['Everything you need is here.', 'statement it', 'relative you'],
  ['It broke because you renamed it.', 'statement it', 'statement you'],
  ['You should have a mail by now - could you check?', 'statement you', 'question you'],
  ['When you are done, we close it.', 'condition you', 'statement we'],
  ['We fixed it, so you can sign in.', 'statement we', 'statement you'],
  ['The order you placed is on its way.', 'statement other', 'relative you'],
  ['As there was no reply we have closed it.', 'statement it', 'statement we'],
  ['As it is the order you placed, we keep it.', 'statement it', 'relative you', 'statement we'],
  ['As it was the order you placed we kept it.', 'statement it', 'relative you'],
  ['This means you forgot it.', 'statement it', 'statement you (mean)'],
  ['If you think you paid twice, tell us.', 'condition you', 'condition you (think)', 'command none'],
  ["You dropped it, didn't you?", 'statement you', 'question you'],
  ['If it fails and you see a code, send it.', 'condition it', 'condition you', 'command none'],
  ["If the light is red, and you haven't restarted it, hold the button.", 'condition other', 'condition you', 'command none'],
  ["If it still fails you'll have to call us.", 'condition it', 'statement you'],
  ['If the tool you have can not open it, tell us.', 'condition other', 'relative you', 'command none'],
  ["If you open the mail you'll see that we did.", 'condition you', 'statement you', 'statement we (see)'],
  ["You didn't attach it, could you send it again?", 'statement you', 'question you'],
  ['Work on this is ongoing.', 'statement it'],
  ['Work on the lift will start on Monday.', 'statement other'],
  ['Line test came back clean.', 'statement other'],
  ['Work on the lift on 3 May.', 'command none'],
  ['Claim denied.', 'statement other'],
  ['Refund request turned down today.', 'statement other'],
  ['Order cancelled, sorry.', 'statement other'],
  ['Stay tuned.', 'command none'],
  ['Keep windows closed.', 'command none'],
  ['Send the form signed.', 'command none'],
  ['We sell cards that you keep losing.', 'statement we', 'relative you'],
  ['The system requires that you sign in.', 'statement other'],
  ['Look at the files that are blue.', 'command none', 'relative other'],
  ["Open Ana's file.", 'command none'],
  ['Check the cable is plugged in.', 'command none'],
  ['Check settings are right.', 'command none'],
  ["Haven't received it yet.", 'statement it'],
  ['The report you sent is fine.', 'statement other', 'relative you'],
  ['Have a look at the guide.', 'command none'],
  ['If the fault persists please call the shop.', 'condition other', 'command none'],
  ['If you could please call the shop, it ends.', 'condition you', 'statement it'],
  ['Given the lack of news we close it.', 'statement other'],
  ["We'll be rolling that out soon.", 'statement we'],
  ['Unless you changed it, the port is 443.', 'condition you', 'statement other'],
];

describe('Clauses', () => {
  for (const [text, ...wanted] of CASES) {
    it(text, () => {
      const clauses = sentencesIn(text).flatMap((sentence) => sentence.clauses);
      assert.deepEqual(clauses.map(({ mood, subject, governor }) => `${mood} ${subject}${governor ? ` (${governor})` : ''}`), wanted);
    });
  }
});

import assert from 'node:assert/strict';
import { handsOn } from '../../../server/src/core/text/reply/handedOn.js';
import { announcesForwarded } from '../../../server/src/core/text/reply/mailHeads.js';

describe('A mail that is handed on', () => {
  it('is announced in the words of mail programs, which no sentence is', () => {
    const lines = ['---------- Forwarded message ---------', 'Begin forwarded message:', '-------- Message transféré --------', '-----Ursprüngliche Nachricht-----', "> J'ai transféré 50 euros hier.", 'Forwarded messages are kept for a year.'];
    assert.deepEqual(lines.filter(announcesForwarded), lines.slice(0, 3));
  });

  it('is told by what only a colleague is asked, in the first lines', () => {
    const letters = ['Hi Ben,\n\nCould you take this one?', 'Hi Ben, over to you.', 'Hi Ben,\n\nCould you take the box to the post office?', `Hi Ben,\n\n${'It is on its way. '.repeat(30)}Over to you.`];
    assert.deepEqual(letters.filter(handsOn), letters.slice(0, 2));
  });
});

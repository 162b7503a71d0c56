import assert from 'node:assert/strict';
import type { CheckInput } from '../../../../server/src/core/rules/check.js';
import { otherTicket } from '../../../../server/src/core/rules/checks/thread.js';
import { builtinProgram } from '../../../../server/src/core/lint.js';
import { Reading } from '../../../../server/src/core/reading/reading.js';
import { readAnew } from '../../../../server/src/core/text/read.js';

describe('the numbers of a thread', () => {
  it('are read in no time where quotations are full of line breaks', () => {
    const gap = '\n'.repeat(7_900);
    const text = Array.from({ length: 20 }, (_, i) => `[quote]a${gap}b[/quote]\n\nYour ticket number ${88_000 + i} is open.`).join('\n\n');
    const reading = new Reading(readAnew({ text, kind: 'reply' }), builtinProgram().vocabulary);
    const input: Pick<CheckInput, 'reading'> = { reading };
    const began = performance.now();
    otherTicket(input as CheckInput);
    assert.ok(performance.now() - began < 500);
  });
});

import assert from 'node:assert/strict';
import type { CheckInput } from '../../../../server/src/core/rules/check.js';
import { internalNotes } from '../../../../server/src/core/rules/checks/internalNotes.js';
import { builtinProgram } from '../../../../server/src/core/lint.js';
import { Reading } from '../../../../server/src/core/reading/reading.js';
import { readAnew } from '../../../../server/src/core/text/read.js';

/** The notes in a reply, as they would be taken out, and how long it took to find them, in milliseconds. */
function notesIn(text: string): { readonly notes: readonly string[]; readonly took: number } {
  const input: Pick<CheckInput, 'reading'> = { reading: new Reading(readAnew({ text, kind: 'reply' }), builtinProgram().vocabulary) };
  const began = performance.now();
  const hits = internalNotes(input as CheckInput);
  return { notes: (Array.isArray(hits) ? hits : []).map(({ spans }) => text.slice(spans?.['note']?.start, spans?.['note']?.end)), took: performance.now() - began };
}

describe('notes for colleagues', () => {
  it('are one note where one label stands in the note of another', () => {
    assert.deepEqual(notesIn('Internal note: third call.\nInternal only: goodwill.\n\nHi Ana,\n\nDone.').notes, ['Internal note: third call.\nInternal only: goodwill.\n\n']);
    assert.deepEqual(notesIn('[Internal note: one]\n[Internal note: two]\n\nHi Ana,\n\nDone.').notes, ['[Internal note: one]\n', '[Internal note: two]\n\n']);
  });

  it('are found in no time, however many labels there are, closed or open', () => {
    for (const unit of ['internal note: x\n', '[internal note: x\n', '--- INTERNAL ONLY ---\n', 'Internal notes: x\n', '[internal note: x y]\n']) {
      for (const lead of ['', 'Hi Sam,\n\n', 'Hi Sam,\n\nDone.\n\nBest,\nTom\n\n']) assert.ok(notesIn(lead + unit.repeat(8000)).took < 300, lead + unit);
    }
  });
});

import assert from 'node:assert/strict';
import { readCues, readRuleSet } from '../../scripts/generate/rules.js';
import { Program } from '../../server/src/core/rules/program.js';
import { Reading } from '../../server/src/core/reading/reading.js';
import { readProse } from '../../server/src/core/text/read.js';

const program = new Program(readRuleSet());

describe('Cues', () => {
  for (const { id, examples } of readCues()) {
    const isIn = (text: string): boolean => new Reading(readProse({ text }), program.vocabulary).sentences.some((sentence) => program.cue(id)?.holds(sentence));
    for (const text of examples?.flag ?? []) it(`@${id} is in: ${text}`, () => assert.ok(isIn(text)));
    for (const text of examples?.ok ?? []) it(`@${id} is not in: ${text}`, () => assert.ok(!isIn(text)));
  }
});

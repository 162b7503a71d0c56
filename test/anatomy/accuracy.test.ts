import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { commitmentAccuracy, judge, moveAccuracy, readReplies } from '../../bench/anatomy.js';

/** What is reached on labelled replies, a little rounded down. A change may raise these, not lower them. */
const FLOORS = {
  'kept-out': { moves: 0.9, who: 0.9, what: 0.92, when: 0.88 },
} as const;

describe('Anatomy of labelled replies', () => {
  for (const [name, floor] of Object.entries(FLOORS)) {
    const judged = judge(readReplies(fileURLToPath(new URL(`${name}.jsonl`, import.meta.url))));

    it(`tells the moves of ${name} apart no worse than it did`, () => {
      const accuracy = moveAccuracy(judged);
      assert.ok(accuracy >= floor.moves, accuracy.toFixed(3));
    });

    it(`sees who promises what by when in ${name} no worse than it did`, () => {
      const roles = commitmentAccuracy(judged);
      for (const role of ['who', 'what', 'when'] as const) assert.ok(roles[role] >= floor[role], `${role} ${roles[role].toFixed(3)}`);
    });
  }
});

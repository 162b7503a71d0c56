import assert from 'node:assert/strict';
import { accuracy, rates, readTexts } from '../../bench/accuracy.js';

/** What the rules reach, a little rounded down: first on texts that were kept from whoever wrote them, then on those they have learned from. A change may raise these, not lower them. */
const FLOORS: Readonly<Record<string, { readonly precision: number; readonly recall: number }>> = {
  'held-out-sayings': { precision: 0.97, recall: 0.86 },
  'more-held-out-sayings': { precision: 0.97, recall: 0.83 },
  'held-out-drafts': { precision: 0.87, recall: 0.69 },
  'desk-held-out': { precision: 0.96, recall: 0.74 },
  sayings: { precision: 0.98, recall: 0.95 },
  'short-ways': { precision: 0.96, recall: 0.88 },
  'blind-ways': { precision: 0.98, recall: 0.85 },
  'plain-ways': { precision: 0.98, recall: 0.88 },
  'held-out-ways': { precision: 0.96, recall: 0.72 },
  'desk-ways': { precision: 0.98, recall: 0.87 },
};

describe('Accuracy', () => {
  for (const [name, floor] of Object.entries(FLOORS)) {
    it(`on ${name} is no lower than it was`, () => {
      const { precision, recall } = rates(accuracy(readTexts(new URL(`../drafts/${name}.jsonl`, import.meta.url))).values());
      assert.ok(precision >= floor.precision, `precision ${precision.toFixed(3)}`);
      assert.ok(recall >= floor.recall, `recall ${recall.toFixed(3)}`);
    });
  }
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as v from 'valibot';

const mark = v.strictObject({ rule: v.string(), quote: v.string(), alt: v.optional(v.string()), conf: v.optional(v.picklist([2, 3])) });
const draftSchema = v.strictObject({
  id: v.string(),
  kind: v.picklist(['reply', 'article']),
  text: v.string(),
  labels: v.array(mark),
  doc: v.array(v.string()),
  maybe: v.array(v.union([v.string(), mark])),
  judge: v.array(v.string()),
});

describe('the labelled drafts', () => {
  const lines = readFileSync(new URL('../drafts/drafts.jsonl', import.meta.url), 'utf8').trimEnd().split('\n');
  const drafts = lines.map((line) => v.parse(draftSchema, JSON.parse(line)));

  it('quote what stands in them, once', () => {
    for (const { id, text, labels, judge } of drafts) {
      for (const { quote, rule } of labels) {
        assert.equal(text.split(quote).length, 2, `${id}: ${quote}`);
        assert.ok(judge.includes(rule), `${id}: ${rule}`);
      }
    }
  });

  it('are forty, no two of one name, twelve of them clean', () => {
    assert.equal(new Set(drafts.map((draft) => draft.id)).size, 40);
    const clean = drafts.filter(({ labels, doc }) => labels.length === 0 && doc.length === 0);
    assert.equal(clean.length, 12);
  });
});

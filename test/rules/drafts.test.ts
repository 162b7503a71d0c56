import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { readTexts } from '../../bench/accuracy.js';
import { readCategories } from '../../scripts/generate/rules.js';

const folder = new URL('../drafts/', import.meta.url);
const categories = new Set(readCategories().map(({ id }) => id));

describe('The labelled texts', () => {
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.jsonl'))) {
    const texts = readTexts(new URL(name, folder));

    it(`of ${name} quote what stands in them, and judge categories that exist`, () => {
      for (const { id, text, labels = [], doc = [], judge } of texts) {
        for (const { quote, rule } of labels) assert.ok(text.includes(quote) && judge.includes(rule), `${id}: ${rule}: ${quote}`);
        for (const category of [...doc, ...judge]) assert.ok(categories.has(category), `${id}: ${category}`);
      }
    });

    it(`of ${name} have names of their own`, () => assert.equal(new Set(texts.map(({ id }) => id)).size, texts.length));
  }
});

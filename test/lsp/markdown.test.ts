import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { marked } from 'marked';
import { escapeMarkdown, withoutMarkdown } from '../../server/src/lsp/markdown.js';

/** What a reader sees of rendered Markdown. */
function seen(markdown: string): string {
  const html = marked.parse(markdown, { async: false });
  const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };
  return html.replace(/<[^>]*>/g, '').replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity).trim();
}

const line = fc.string({ unit: fc.constantFrom(...'ab 1.)(-+=#*_`~|<>[]!$&\\/:'), minLength: 1, maxLength: 20 }).map((text) => text.replace(/ +/g, ' ').trim());

describe('a draft’s words in Markdown', () => {
  it('read as they stand', () => {
    fc.assert(fc.property(line, (text) => assert.equal(seen(escapeMarkdown(text)), text)), { numRuns: 500 });
  });

  it('are the same in plain text', () => {
    fc.assert(fc.property(line, (text) => assert.equal(withoutMarkdown(escapeMarkdown(text)), text)), { numRuns: 500 });
  });
});

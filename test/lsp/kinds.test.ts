import assert from 'node:assert/strict';
import { decideKind } from '../../server/src/lsp/kinds.js';

function why(text: string): string {
  return decideKind({ chosen: undefined, uri: 'file:///desk/a.md', languageId: 'markdown', text, configured: undefined, leftOutBy: undefined }).why;
}

describe('Why a text is left alone', () => {
  it('names a misspelled kind and what was probably meant', () => {
    assert.equal(why('---\nkind: artcle\n---\nHello.'), 'Left alone, because “kind: artcle” in its front matter is no kind of text; did you mean “kind: article”?');
  });

  it('does not puzzle over the words of other tools', () => {
    for (const kind of ['page', 'landing', 'Deployment', 'Node', 'Role']) assert.match(why(`---\nkind: ${kind}\n---\nHello.`), /nothing says that it is a reply or an article/);
  });
});

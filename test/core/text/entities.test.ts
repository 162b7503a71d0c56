import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseFragment } from 'parse5';
import { tokenise } from '../../../server/src/core/phrase/tokens.js';
import { Vocabulary } from '../../../server/src/core/phrase/vocabulary.js';
import { entityText, withoutEntities } from '../../../server/src/core/text/inline/entities.js';
import { sentencesOf } from '../../../server/src/core/text/sentences.js';
import { read, view } from './view.js';

/** What a browser makes of a character reference. */
function shown(entity: string): string | undefined {
  const node = parseFragment(entity).childNodes[0];
  return node && 'value' in node ? node.value : undefined;
}

const NAMES = 'quot amp apos lt gt nbsp copy reg eacute Uuml szlig yuml frac12 lsquo rsquo ldquo rdquo sbquo bdquo ndash mdash hellip bull trade euro rarr larr check lbrace lowbar zwj OElig lsaquo'.split(' ');

describe('Entities', () => {
  it('stand for what browsers show', () => {
    const named = NAMES.map((name) => `&${name};`);
    const numbered = Array.from({ length: 0x2200 }, (_, i) => [`&#${i};`, `&#x${i.toString(16)};`]).flat();
    const past = ['&#xd800;', '&#x110000;', '&#9999999;'];
    for (const entity of [...named, ...numbered, ...past].filter((one) => !/^&#(?:x0?d|13);$/.test(one))) assert.equal(entityText(entity, 0, entity.length), shown(entity), entity);
    assert.equal(entityText('&nosuch;', 0, 8), undefined);
  });

  it('are read in the word or the quotation they belong to', () => {
    assert.deepEqual(view('You can&rsquo;t &mdash; R&amp;D&nbsp;said &quot;never&quot; &#38; caf&eacute;'), [
      'paragraph: You can’t — R&Dsaid ⟨quote &quot;never&quot;⟩ & café']);
    assert.deepEqual(view('Go to Settings &gt; Privacy &rarr; Cookies'), ['paragraph: Go to ⟨label Settings &gt; Privacy &rarr; Cookies⟩']);
    assert.deepEqual(view('It&quot;s 5&quot; wide'), ['paragraph: It"s 5" wide']);
  });

  const character = fc.constantFrom(..."abot I’',-3éß");
  const words = fc.array(fc.record({ character, coded: fc.boolean() }), { minLength: 1, maxLength: 30 });
  it('make no difference to the words, whose places are those of the source', () => {
    fc.assert(fc.property(words, (all) => {
      const written = all.map(({ character: one, coded }) => (coded && one !== ' ' ? `&#${one.codePointAt(0)};` : one)).join('');
      assert.deepEqual(tokensOf(written), tokensOf(all.map((one) => one.character).join('')));
    }), { numRuns: 1000 });
  });
});

/** The tokens of a text in which nothing but words and commas counts: what each is, and what its piece of the source says. */
function tokensOf(text: string): readonly (readonly [number | undefined, string])[] {
  const vocabulary = new Vocabulary();
  vocabulary.intern('not');
  const { blocks } = read(`<p>${text}</p>`, { languageId: 'html' });
  return blocks.flatMap((block) => sentencesOf(`<p>${text}</p>`, block).flatMap((sentence) => {
    const { id, places } = tokenise(`<p>${text}</p>`, block, sentence, vocabulary);
    const written = `<p>${text}</p>`.slice(sentence.start, sentence.end);
    return id.map((one, i) => [one, withoutEntities(written.slice(places[2 * i], places[2 * i + 1]))] as const);
  }));
}

import assert from 'node:assert/strict';
import { builtinPacks } from '../../../server/src/core/packs/builtin.js';
import { AlikeFinder } from '../../../server/src/core/packs/alike.js';
import type { Snippet } from '../../../server/src/core/packs/pack.js';

const snippet = (id: string, body: string): Snippet => ({ id, title: id, prefix: [id], description: 'For the test.', answers: [], moment: 'other', kinds: ['reply'], body });
const wait = snippet('team/wait', 'I’m sorry this waited since ${1:Monday}. I have it now, and you’ll hear from me by ${2:noon tomorrow}.');
const finder = new AlikeFinder([wait, snippet('team/refund', 'Your refund of ${1:£10} is on its way, and your bank shows it within three days.')]);
const like = (body: string) => finder.like(body).map(({ snippet: { id }, likeness }) => `${id} ${Math.round(likeness * 100)}`);

describe('snippets that say the same', () => {
  it('are found whatever stands in their tab stops', () => {
    assert.deepEqual(like('I\'m sorry this waited since ${1:Friday}. I have it now, and you\'ll hear from me by ${2:3 pm}.'), ['team/wait 100']);
  });

  it('are found when a word or two are others', () => {
    assert.deepEqual(like('I’m so sorry this waited since ${1:Monday}. I have it now, and you’ll hear from me by ${2:noon}, promised.'), ['team/wait 76']);
  });

  it('are not those that begin alike', () => {
    assert.deepEqual(like('I’m sorry this waited since ${1:Monday}. Your invoice is mended, and the new one is on its way to you.'), []);
    assert.deepEqual(like(''), []);
  });

  it('are none that have no words of their own', () => {
    const empty = new AlikeFinder([snippet('team/picture', '![${1:what it shows}](${2:where})'), snippet('team/line', '${1:…}')]);
    for (const body of ['', '${1:anything}', '${2:a} – ${1:b}']) assert.deepEqual(empty.like(body), []);
  });

  it('are none of those that come along', () => {
    const all = builtinPacks().flatMap(({ snippets }) => snippets);
    const index = new AlikeFinder(all);
    const pairs = all.flatMap((one) => index.like(one.body).filter((other) => other.snippet !== one).map((other) => `${one.id} ${other.snippet.id}`));
    assert.deepEqual(pairs, []);
  });
});

import assert from 'node:assert/strict';
import type { Snippet } from '../../../server/src/core/packs/pack.js';
import { createSnippetIndex, type SnippetQuery } from '../../../server/src/core/packs/search.js';

function snippet(name: string, rest: Partial<Snippet>): Snippet {
  return { id: `p/${name}`, title: name, prefix: [name], description: '', answers: [], moment: 'other', kinds: ['reply'], body: '', ...rest };
}

const snippets = [
  snippet('delay', { title: 'Sorry for the wait', answers: ['vague-timeframe', 'hollow-apology'], body: "I'm sorry this waited since ${1:Monday}." }),
  snippet('outage', { title: 'A bad day', answers: ['hollow-apology', 'vague-timeframe'], body: 'The ${1:outage} cost you a day.' }),
  snippet('how-to', { title: 'Article, how to', kinds: ['article'], body: 'Before you begin, wait.' }),
  snippet('café', { title: 'Résumé', description: 'About a delay' }),
];
const index = createSnippetIndex(snippets);

const found = (query: SnippetQuery) => index.search(query).map((hit) => hit.snippet.id.slice(2));

describe('searching snippets', () => {
  it('gives everything in order when nothing is asked', () => {
    assert.deepEqual(found({}), ['delay', 'outage', 'how-to', 'café']);
    assert.deepEqual(found({ kind: 'article' }), ['how-to']);
    assert.deepEqual(found({ limit: 1 }), ['delay']);
  });

  it('ranks by how squarely a category is answered', () => {
    assert.deepEqual(found({ categories: ['hollow-apology'] }), ['outage', 'delay']);
    assert.deepEqual(found({ categories: ['vague-timeframe', 'hollow-apology'] }), ['delay', 'outage']);
    assert.deepEqual(found({ categories: ['jargon'] }), []);
  });

  it('ranks a prefix before a title, a title before the rest, and the text last', () => {
    assert.deepEqual(found({ text: 'delay' }), ['delay', 'café']);
    assert.deepEqual(found({ text: 'wait' }), ['delay', 'how-to']);
    assert.deepEqual(found({ text: 'del' }), ['delay', 'café']);
    assert.deepEqual(found({ text: 'MONDAY' }), ['delay']);
  });

  it('wants every word, at the beginning of a word, whatever the accents and apostrophes', () => {
    assert.deepEqual(found({ text: 'sorry monday' }), ['delay']);
    assert.deepEqual(found({ text: 'sorry tuesday' }), []);
    assert.deepEqual(found({ text: 'ait' }), []);
    assert.deepEqual(found({ text: 'resume' }), ['café']);
    assert.deepEqual(found({ text: 'i’m' }), ['delay']);
  });

  it('lets the finding decide between snippets that match the words', () => {
    assert.deepEqual(found({ text: 'a', categories: ['hollow-apology'] })[0], 'outage');
  });

  it('finds the one among ten thousand snippets', () => {
    const many = createSnippetIndex(Array.from({ length: 10_000 }, (_, i) => snippet(`s${i}`, { title: `Snippet ${i}`, body: 'Some words. '.repeat(20) })));
    assert.equal(many.search({ text: 'words 9999' }).length, 1);
  });

  it('puts what is for the customer’s trouble first, and what is for another last', () => {
    const some = createSnippetIndex([snippet('any', {}), snippet('bill', { when: ['billing'] }), snippet('down', { when: ['outage', 'bug'] })]);
    assert.deepEqual(some.search({ when: ['bug'] }).map((hit) => hit.snippet.id), ['p/down', 'p/any', 'p/bill']);
  });

  it('leaves out what is for another channel or other readers', () => {
    const some = createSnippetIndex([snippet('any', {}), snippet('chat', { channel: ['chat'] }), snippet('tech', { audience: 'technical' })]);
    assert.deepEqual(some.search({ channel: 'email' }).map((hit) => hit.snippet.id), ['p/any', 'p/tech']);
    assert.deepEqual(some.search({ audience: 'general' }).map((hit) => hit.snippet.id), ['p/any', 'p/chat']);
  });

  it('finds by tags', () => {
    assert.equal(createSnippetIndex([snippet('a', { tags: ['router'] })]).search({ text: 'rout' }).length, 1);
  });
});

/** How much work the engine does on our own texts: the same on every machine, so that CI can hold it to what it was. */
import { readFileSync, writeFileSync } from 'node:fs';
import { createLinter, type Linter, type Source } from '../../server/src/core/index.js';
import type { LiveText } from '../../server/src/core/live/liveText.js';
import { work, type Work } from '../../server/src/core/work.js';
import { longText, ownCorpus } from './corpus.js';

const RECORDED = new URL('counts.json', import.meta.url);
/** Texts change, and a little more work is no news. */
const SLACK = 1.2;

/** For every thousand characters, so that it does not matter when a guide grows; and for every key typed in a reply, an article and a long article. */
export interface Counts extends Readonly<Record<keyof Work, number>> {
  readonly sentencesForAKey: number;
  readonly charactersForAKey: number;
}

/** What the engine does for a thousand characters of articles and replies, and for a key. */
export function countWork(): Counts {
  const { articles, replies } = ownCorpus();
  const linter = createLinter();
  const before = { ...work };
  for (const text of articles) linter.lint({ text, kind: 'article' });
  for (const text of replies) linter.lint({ text, kind: 'reply' });
  const thousands = [...articles, ...replies].reduce((sum, text) => sum + text.length, 0) / 1000;
  const share = (key: keyof Work): number => rounded((work[key] - before[key]) / thousands);
  return { characters: share('characters'), blocks: share('blocks'), sentences: share('sentences'), phrases: share('phrases'), ...countKeys(linter) };
}

const TYPED = ' Then we just click it.';
/** So many places in each text, since sections are short and long: with three, a guide that grew elsewhere moved the count by half. */
const PLACES = 20;

/** Sentences that are tried on the rules' phrases for a key, and in articles the characters of what is judged again. */
function countKeys(linter: Linter): Pick<Counts, 'sentencesForAKey' | 'charactersForAKey'> {
  const all = ownCorpus();
  // A guide on the comments that take findings back is full of them, and is judged as a whole
  const corpus = { ...all, articles: all.articles.filter((text) => !text.includes('deskside-ignore-')) };
  const articles = [1000, 20_000].map((words): Source => ({ text: longText(corpus, words), kind: 'article' }));
  const before = work.sentences;
  let [first, keys, judged] = [0, 0, 0];
  for (const source of [...corpus.replies.map((text): Source => ({ text, kind: 'reply' })), ...articles]) {
    const live = linter.follow(source);
    const unread = work.sentences;
    live.findings();
    first += work.sentences - unread;
    const characters = work.characters;
    for (let i = 0; i < PLACES; i++) keys += type(live, Math.max(0, live.text.indexOf(' ', Math.floor((i / PLACES) * live.text.length))));
    if (source.kind === 'article') judged += work.characters - characters;
  }
  return { sentencesForAKey: rounded((work.sentences - before - first) / keys), charactersForAKey: rounded(judged / (articles.length * PLACES * TYPED.length)) };
}

/** @returns how many keys were typed */
function type(live: LiveText, at: number): number {
  for (const [i, key] of [...TYPED].entries()) {
    live.replace({ start: at + i, end: at + i }, key);
    live.findings();
  }
  return TYPED.length;
}

function rounded(count: number): number {
  return Math.round(10 * count) / 10;
}

/** A sentence for each count that has grown beyond what is recorded. */
export function tooMuch(counts: Counts): readonly string[] {
  const recorded = JSON.parse(readFileSync(RECORDED, 'utf8')) as Counts;
  const keys = Object.keys(recorded) as (keyof Counts)[];
  return keys.filter((key) => counts[key] > recorded[key] * SLACK).map((key) => `${key}: ${counts[key]}${key in work ? ' for a thousand characters' : ''}, and ${recorded[key]} are recorded. If that is meant: npm run bench -- --record`);
}

/** Keeps counts as what is allowed from now on. */
export function record(counts: Counts): void {
  writeFileSync(RECORDED, `${JSON.stringify(counts, null, 2)}\n`);
}

/** How much work the engine does on our own texts: the same on every machine, so that CI can hold it to what it was. */
import { readFileSync, writeFileSync } from 'node:fs';
import { createLinter } from '../../server/src/core/index.js';
import { work, type Work } from '../../server/src/core/work.js';
import { ownCorpus } from './corpus.js';

const RECORDED = new URL('counts.json', import.meta.url);
/** Texts change, and a little more work is no news. */
const SLACK = 1.2;

/** For every thousand characters, so that it does not matter when a guide grows. */
export type Counts = Readonly<Record<keyof Work, number>>;

/** What the engine does for a thousand characters of articles and replies. */
export function countWork(): Counts {
  const { articles, replies } = ownCorpus();
  const linter = createLinter();
  const before = { ...work };
  for (const text of articles) linter.lint({ text, kind: 'article' });
  for (const text of replies) linter.lint({ text, kind: 'reply' });
  const thousands = [...articles, ...replies].reduce((sum, text) => sum + text.length, 0) / 1000;
  const share = (key: keyof Work): number => Math.round((10 * (work[key] - before[key])) / thousands) / 10;
  return { characters: share('characters'), blocks: share('blocks'), sentences: share('sentences'), phrases: share('phrases') };
}

/** A sentence for each count that has grown beyond what is recorded. */
export function tooMuch(counts: Counts): readonly string[] {
  const recorded = JSON.parse(readFileSync(RECORDED, 'utf8')) as Counts;
  const keys = Object.keys(recorded) as (keyof Work)[];
  return keys.filter((key) => counts[key] > recorded[key] * SLACK).map((key) => `${key}: ${counts[key]} for a thousand characters, and ${recorded[key]} are recorded. If that is meant: npm run bench -- --record`);
}

/** Keeps counts as what is allowed from now on. */
export function record(counts: Counts): void {
  writeFileSync(RECORDED, `${JSON.stringify(counts, null, 2)}\n`);
}

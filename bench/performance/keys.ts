/** What a key costs in the engine, beside a plain loop over the same characters. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Linter, Source } from '../../server/src/core/index.js';
import { countWords, longText, type Corpus } from './corpus.js';
import type { Row, Section } from './report.js';
import { shipped } from './shipped.js';
import { digits, percentile, spreadOf, timed } from './timing.js';
import type { Task, Typed } from './typist.js';
import { FEWEST_ROUNDS, FIRST, MEASURED, WARM } from './typing.js';

/** Of a text of more characters it matters what the editor's library does to it. */
const LONG = 100_000;

/** Sentences typed in a reply and in articles: followed as they are written, as the server does, and beside that read as a whole. */
export async function keys(corpus: Corpus, rounds: number): Promise<Section> {
  const linter = (await shipped()).createLinter();
  const [reply = ''] = corpus.replies.filter((text) => countWords(text) >= 60);
  const rows = [...followedRows(`a reply of ${String(countWords(reply))} words`, { text: reply, kind: 'reply' }, rounds)];
  for (const words of [1000, 50_000]) {
    const source: Source = { text: longText(corpus, words), kind: 'article' };
    const name = `${words.toLocaleString('en')} words`;
    rows.push(...followedRows(name, source, rounds), await wholeRow(name, linter, source, words > 1000 ? 4 * rounds : 20 * rounds));
  }
  return {
    title: 'A key typed',
    about: `From the edit to all findings, each round in a process of its own; the middle key of the middle round, and of the fastest and the slowest. The first ${String(FIRST)} keys run code that V8 has not optimised yet; after ${WARM.toLocaleString('en')} it has. The text that comes of the edit is the work of the editor’s library, in any server that uses it: made in one piece before the clock starts, and shown in a row of its own.`,
    beside: 'the loop',
    rows,
  };
}

function followedRows(name: string, source: Source, rounds: number): readonly Row[] {
  const all = Array.from({ length: Math.max(rounds, FEWEST_ROUNDS) }, () => typed({ source, count: MEASURED }));
  return [
    keyRow(`the first ${String(FIRST)} keys, ${name}`, all, ({ first }) => first),
    keyRow(`after ${WARM.toLocaleString('en')} keys, ${name}`, all, ({ warm }) => warm),
    ...(source.text.length > LONG ? [keyRow(`the editor’s library before each, ${name}`, all, ({ library }) => library)] : []),
  ];
}

/** The middle key of each round. */
function keyRow(name: string, rounds: readonly Typed[], taken: (round: Typed) => readonly number[]): Row {
  const spread = (share: number): number => spreadOf(rounds.map((round) => percentile(taken(round), share))).middle;
  const ratio = spreadOf(rounds.map((round) => percentile(taken(round), 0.5) / percentile(round.loop, 0.5)));
  return { name, ratio, value: `p50 ${digits(spread(0.5))} ms`, note: `p95 ${digits(spread(0.95))} ms` };
}

/** Types in a process that has done nothing else. */
function typed(task: Task): Typed {
  const script = fileURLToPath(new URL('typist.ts', import.meta.url));
  return JSON.parse(execFileSync(process.execPath, ['--import=tsx', script], { input: JSON.stringify(task), encoding: 'utf8' })) as Typed;
}

/** The same text read anew, again and again. */
async function wholeRow(name: string, linter: Linter, source: Source, times: number): Promise<Row> {
  const taken: number[] = [];
  const shares: number[] = [];
  for (let i = -times; i < times; i++) {
    const loop = await timed(() => countWords(source.text));
    const one = await timed(() => linter.lint(source));
    if (i < 0) continue; // warm first
    taken.push(one);
    shares.push(one / loop);
  }
  return { name: `the whole text, ${name}`, ratio: spreadOf(shares), value: `p50 ${digits(percentile(taken, 0.5))} ms`, note: `p95 ${digits(percentile(taken, 0.95))} ms` };
}

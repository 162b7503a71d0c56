/** What a key costs in the engine, beside a plain loop over the same characters. */
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Linter, Source } from '../../server/src/core/index.js';
import { countWords, longText, type Corpus } from './corpus.js';
import { shipped } from './inProcess.js';
import type { Row, Section } from './report.js';
import { digits, percentile, spreadOf, timed } from './timing.js';
import { keysFor, UNCOUNTED, type Key } from './typing.js';

/** Sentences typed in a reply and in articles: followed as they are written, as the server does, and beside that read as a whole. */
export async function keys(corpus: Corpus, rounds: number): Promise<Section> {
  const linter = (await shipped()).createLinter();
  const [reply = ''] = corpus.replies.filter((text) => countWords(text) >= 60);
  const rows = [await followedRow(`the edit, a reply of ${String(countWords(reply))} words`, linter, { text: reply, kind: 'reply' }, 200 * rounds)];
  for (const words of [1000, 50_000]) {
    const source: Source = { text: longText(corpus, words), kind: 'article' };
    rows.push(await followedRow(`the edit, ${words.toLocaleString('en')} words`, linter, source, 200 * rounds));
    rows.push(await wholeRow(`the whole text, ${words.toLocaleString('en')} words`, linter, source, words > 1000 ? 4 * rounds : 20 * rounds));
  }
  return { title: 'A key typed', about: 'From the edit to all findings, in one process. The text that comes of the edit is the work of the editor’s own library, and is not counted.', beside: 'the loop', rows };
}

function followedRow(name: string, linter: Linter, source: Source, times: number): Promise<Row> {
  const live = linter.follow(source);
  live.findings();
  return keyRow(name, source.text, times, ({ at, letter }, text) => {
    live.replace({ start: at, end: at }, letter, text);
    return live.findings();
  });
}

function wholeRow(name: string, linter: Linter, source: Source, times: number): Promise<Row> {
  return keyRow(name, source.text, times, (_, text) => linter.lint({ ...source, text }));
}

async function keyRow(name: string, text: string, times: number, read: (key: Key, text: string) => unknown): Promise<Row> {
  const document = TextDocument.create('untitled:Untitled-1', 'markdown', 1, text);
  const taken: number[] = [];
  const shares: number[] = [];
  for (const key of keysFor(text, times)) {
    const at = document.positionAt(key.at);
    TextDocument.update(document, [{ range: { start: at, end: at }, text: key.letter }], document.version + 1);
    const edited = document.getText();
    const loop = await timed(() => countWords(edited));
    const one = await timed(() => read(key, edited));
    taken.push(one);
    shares.push(one / loop);
  }
  const first = Math.floor(UNCOUNTED * times);
  return { name, ratio: spreadOf(shares.slice(first)), value: `p50 ${digits(percentile(taken.slice(first), 0.5))} ms`, note: `p95 ${digits(percentile(taken.slice(first), 0.95))} ms` };
}
